using System.Net;
using System.Text.Json.Nodes;
using Nantong.OpenData.StandInHost;

namespace Nantong.OpenData.Functions.Tests;

/// <summary>The published worker behind the stand-in host, asked as anybody asks it.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private Worker(FunctionsHost host)
    {
        Host = host;
        Client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = host.Address,
        };
    }

    /// <summary>The host.</summary>
    public FunctionsHost Host { get; }

    /// <summary>Asks through the host.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts the worker over a store.</summary>
    public static async Task<Worker> StartAsync(string folder, string store, params IEnumerable<(string Name, string Value)> settings) =>
        new(
            await FunctionsHost.StartAsync(
                folder,
                [
                    ("OpenDataStorage", store),
                    ("OpenData__PollSeconds", "1"),
                    ("OpenData__RateLimitRequests", "0"),
                    ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"),
                    .. settings,
                ]
            )
        );

    /// <summary>Asks until the answer is as wanted, or fails with what the worker wrote.</summary>
    public async Task<string> AskUntilAsync(string path, Func<HttpResponseMessage, string, bool> wanted)
    {
        using var limit = new CancellationTokenSource(Soon);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var body = "";
        while (!limit.IsCancellationRequested)
        {
            using var response = await Client.GetAsync(path, CancellationToken.None);
            body = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (wanted(response, body))
                return body;
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        throw new TimeoutException($"{path} did not answer as wanted, but {body}\n{Host.Output}");
    }

    /// <summary>Waits until it serves.</summary>
    public Task ReadyAsync() => AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode);

    /// <summary>A JSON answer that must be a success.</summary>
    public async Task<JsonNode> JsonAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {body}\n{Host.Output}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>The last run of a job, as the status document tells of it.</summary>
    public async Task<(bool Succeeded, string Outcome)> LastRunAsync(string job)
    {
        var status = JsonNode.Parse(await AskUntilAsync("/v1/status", (_, body) => body.Contains("\"reachable\":true", StringComparison.Ordinal)))!;
        var run = status["timers"]!.AsArray().Single(known => (string?)known!["name"] == job)!["lastRun"]!;
        return ((bool)run["succeeded"]!, (string)run["outcome"]!);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
