using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nantong.OpenData.Tests;

/// <summary>One of the two services of a lying store: sockets on the client's side, so that an answer can break in every way in which real
/// ones do.</summary>
internal sealed class LyingService : IAsyncDisposable
{
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Connection",
        "Transfer-Encoding",
        "Content-Length",
        "Keep-Alive",
        "Expect",
    };

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4), // Azurite closes an idle connection after 5 s
        }
    );

    private readonly CancellationTokenSource stopping = new();
    private readonly Uri service;
    private readonly bool ofBlobs;
    private readonly Func<StoreRequest, Lie?> script;
    private readonly Task accepting;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="service">The real service, with its account: <c>http://127.0.0.1:10000/devstoreaccount1</c>.</param>
    /// <param name="ofBlobs">True for the service of blobs.</param>
    /// <param name="script">What is said to a request; null passes it on.</param>
    public LyingService(Uri service, bool ofBlobs, Func<StoreRequest, Lie?> script)
    {
        (this.service, this.ofBlobs, this.script) = (service, ofBlobs, script);
        listener.Start();
        Address = new UriBuilder(service) { Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;
        accepting = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        client.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptSocketAsync(stopping.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        socket.NoDelay = true;
        await using var stream = new BufferedStream(new NetworkStream(socket));
        try
        {
            while (await RequestReader.ReadAsync(stream, ofBlobs, stopping.Token) is { } request)
            {
                if (await AnswerAsync(socket, stream, request, script(request)))
                    continue;
                return;
            }
        }
        catch (Exception error)
            when (error is IOException or SocketException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            Reset(socket); // the client or the store went away, or the test is over
        }
    }

    /// <summary>Answers a request.</summary>
    /// <returns>True when the connection can take the next one.</returns>
    private async Task<bool> AnswerAsync(Socket socket, Stream stream, StoreRequest request, Lie? lie)
    {
        switch (lie)
        {
            case Lie.Gone:
                Reset(socket);
                return false;
            case Lie.Frozen frozen:
                await frozen.Until.WaitAsync(stopping.Token);
                Reset(socket);
                return false;
            case Lie.Late late:
                await Task.Delay(late.By, stopping.Token);
                break;
        }

        var answer = lie is Lie.Invented invented ? invented.Answer : await PassOnAsync(request);
        if (lie is Lie.Altered altered)
            answer = altered.Alter(answer);
        var cut = lie as Lie.Cut;
        await stream.WriteAsync(HeadOf(answer), stopping.Token);
        if (request.Method != "HEAD" && answer.Status is not (204 or 304))
            await stream.WriteAsync(answer.Body.AsMemory(0, (int)(answer.Body.Length * (cut?.Share ?? 1))), stopping.Token);
        await stream.FlushAsync(stopping.Token);
        if (cut is { Reset: true })
            Reset(socket);
        return cut is null;
    }

    private async Task<StoreAnswer> PassOnAsync(StoreRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(service, request.Target));
        if (request.Body.Length > 0 || !request.Reads)
            message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, value) in request.Headers.Where(header => !OfConnection.Contains(header.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(message, stopping.Token);
        var body = await answer.Content.ReadAsByteArrayAsync(stopping.Token);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OfConnection.Contains(header.Key));
        return new StoreAnswer(
            (int)answer.StatusCode,
            [.. headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))],
            body
        )
        {
            Length = request.Method == "HEAD" ? answer.Content.Headers.ContentLength : null,
        };
    }

    private static byte[] HeadOf(StoreAnswer answer)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} As Told\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (answer.Status is not (204 or 304))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {answer.Length ?? answer.Body.Length}\r\n");
        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
