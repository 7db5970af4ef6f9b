using System.Net;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Hot;

/// <summary>Takes whatever telemetry is sent to it and forgets it.</summary>
internal sealed class TelemetrySink : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly string address = $"http://127.0.0.1:{LocalPort.FindFree()}/";
    private readonly Task answering;

    public TelemetrySink()
    {
        listener.Prefixes.Add(address);
        listener.Start();
        answering = AnswerAsync();
    }

    /// <summary>Variables that send a program's telemetry here.</summary>
    public (string, string)[] Variables => [("OTEL_EXPORTER_OTLP_ENDPOINT", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await answering;
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }
}
