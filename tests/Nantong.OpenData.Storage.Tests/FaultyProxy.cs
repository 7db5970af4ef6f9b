using System.Globalization;
using System.Net;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>A real HTTP proxy in front of one service of the store, which answers in the service's place when a test says so.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly HashSet<string> NotForwarded = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Transfer-Encoding", "Content-Length", "Keep-Alive" };

    private readonly HttpListener listener = new();
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4) });
    private readonly Uri service;
    private readonly Task serving;

    /// <summary>Starts it.</summary>
    /// <param name="service">The service, with its account: <c>http://127.0.0.1:10000/devstoreaccount1</c>.</param>
    public FaultyProxy(Uri service)
    {
        this.service = service;
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new UriBuilder(service) { Port = ((IPEndPoint)free.LocalEndpoint).Port }.Uri;
        free.Stop();
        listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Address.Port}/"));
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where clients connect.</summary>
    public Uri Address { get; }

    /// <summary>The status that it answers in the service's place; null to pass everything on.</summary>
    public Func<HttpListenerRequest, int?> Answer { get; set; } = _ => null;

    /// <summary>What it makes of a body that it passes on; the length and the headers stay.</summary>
    public Action<HttpListenerRequest, byte[]> Alter { get; set; } = (_, _) => { };

    /// <summary>How many requests it answered itself.</summary>
    public int Answered { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
        client.Dispose();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = HandleAsync(await listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // stopped
            }
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        try
        {
            if (Answer(context.Request) is { } status)
            {
                Answered++;
                context.Response.StatusCode = status;
                context.Response.Headers["x-ms-error-code"] = status == 429 ? "TooManyRequests" : "ServerBusy";
            }
            else
            {
                await PassOnAsync(context);
            }

            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or HttpRequestException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            context.Response.Abort(); // the client or the service went away
        }
    }

    private async Task PassOnAsync(HttpListenerContext context)
    {
        var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), new Uri(service, context.Request.RawUrl)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var name in context.Request.Headers.AllKeys.OfType<string>().Where(name => !NotForwarded.Contains(name)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name])) request.Content.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]);
        }

        using var answer = await client.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !NotForwarded.Contains(header.Key)))
            context.Response.Headers[name] = string.Join(", ", values);
        var content = await answer.Content.ReadAsByteArrayAsync();
        Alter(context.Request, content);
        context.Response.ContentLength64 = context.Request.HttpMethod == "HEAD" ? answer.Content.Headers.ContentLength ?? 0 : content.Length;
        if (content.Length > 0) await context.Response.OutputStream.WriteAsync(content);
    }
}
