using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nantong.OpenData.Server.Tests.Telemetry;

/// <summary>Takes what an app exports over HTTP, by OTLP or to Azure Monitor. It keeps the text in it; the protobuf or JSON around that is not
/// decoded.</summary>
internal sealed class TelemetryReceiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Signal, string Text)> received = new();

    /// <summary>Starts to listen on a free port.</summary>
    public TelemetryReceiver()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Endpoint = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }
        listener.Prefixes.Add(Endpoint + "/");
        listener.Start();
        _ = ReceiveAsync();
    }

    /// <summary>Its address: what <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> should say.</summary>
    public string Endpoint { get; }

    /// <summary>True when nothing at all arrived.</summary>
    public bool IsEmpty => received.IsEmpty;

    /// <summary>Waits until a signal (<c>traces</c>, <c>metrics</c>, <c>logs</c>; <c>track</c> for all of Azure Monitor's) has arrived with all of
    /// some texts in it.</summary>
    /// <exception cref="TimeoutException">It did not within 20 seconds.</exception>
    public async Task ExpectAsync(string signal, params string[] texts)
    {
        var limit = Stopwatch.StartNew();
        while (Missing(signal, texts) is { Count: > 0 } missing)
        {
            if (limit.Elapsed > TimeSpan.FromSeconds(20))
                throw new TimeoutException($"No {signal} with {string.Join(", ", missing)}; these arrived:\n{string.Join('\n', received)}");
            await Task.Delay(50);
        }
    }

    /// <inheritdoc />
    public void Dispose() => listener.Close();

    private List<string> Missing(string signal, string[] texts)
    {
        var all = string.Concat(received.Where(item => item.Signal == signal).Select(item => item.Text));
        return [.. texts.Where(text => !all.Contains(text, StringComparison.Ordinal))];
    }

    private async Task ReceiveAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = KeepAsync(await listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    /// <summary>Keeps one export. An app that goes away in the middle of one takes nothing from the others.</summary>
    private async Task KeepAsync(HttpListenerContext exchange)
    {
        var signal = exchange.Request.Url!.Segments[^1];
        try
        {
            var coded = exchange.Request.Headers["Content-Encoding"] == "gzip";
            await using var sent = coded ? new GZipStream(exchange.Request.InputStream, CompressionMode.Decompress) : exchange.Request.InputStream;
            using var body = new MemoryStream();
            await sent.CopyToAsync(body);
            received.Enqueue((signal, Encoding.UTF8.GetString(body.ToArray())));
            exchange.Response.ContentType = "application/x-protobuf"; // an empty message: everything was taken
            exchange.Response.Close();
        }
        catch (Exception broken)
        {
            received.Enqueue((signal, $"broken: {broken}"));
        }
    }
}
