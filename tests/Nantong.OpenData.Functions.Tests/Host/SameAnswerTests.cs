using System.Collections.Concurrent;
using System.Diagnostics;
using Nantong.OpenData.Tests;
using Xunit.Abstractions;

namespace Nantong.OpenData.Functions.Tests.Host;

/// <summary>Worker and server are asked the same requests over the same store: whoever answers, the answer is the same.</summary>
[Collection(PublishedFunctions.Collection)]
public sealed class SameAnswerTests(PublishedFunctions published, ITestOutputHelper output)
{
    private const string PublicAddress = "https://data.example.org";

    [Fact]
    public async Task Worker_and_server_answer_alike_and_every_family_reaches_its_own_function()
    {
        await using var live = await LiveStore.StartAsync();
        await live.PublishAsync(RealPlan.With(("plan.json", "Share of trips made by green modes", "Share of green trips")));
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString, ("OpenData__PublicBaseUrl", PublicAddress));
        await worker.ReadyAsync();
        Assert.True((await worker.Host.FireAsync("RebuildAggregates")).Succeeded);
        await using var server = await PlainServer.StartAsync(live.ConnectionString, ("OpenData__PublicBaseUrl", PublicAddress));

        var (differences, statuses) = (new List<string>(), new ConcurrentDictionary<int, int>());
        var asked = 0;
        foreach (var ask in SharedRequests.All)
        {
            asked += await CompareAsync(ask, worker, server, differences, statuses);
        }

        output.WriteLine(
            $"asked {asked} requests of worker and server: {differences.Count} differ; "
                + $"{string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Value} × {status.Key}"))}"
        );
        Assert.True(differences is [], string.Join('\n', differences));
        Assert.InRange(asked, 120, int.MaxValue);
        Assert.Empty(
            worker
                .Host.Functions.Where(function => function.Route is not null && !worker.Host.Invoked.ContainsKey(function.Function))
                .Select(function => function.Function)
        );
    }

    /// <summary>SharedRequests both, and again with the tag that they gave: 304 from both.</summary>
    private static async Task<int> CompareAsync(
        SharedRequest ask,
        Worker worker,
        PlainServer server,
        List<string> differences,
        ConcurrentDictionary<int, int> statuses
    )
    {
        var (byWorker, byServer) = (await ask.SendAsync(worker.Client), await ask.SendAsync(server.Client));
        Note(ask, byWorker, byServer);
        if (
            ask is not { Method: "GET", Headers: [] }
            || SharedRequests.TellsOfTheProcess(ask.Target)
            || !byServer.Headers.TryGetValue("ETAG", out var tag)
        )
            return 1;

        var again = ask with { Headers = [("If-None-Match", tag)] };
        Note(again, await again.SendAsync(worker.Client), await again.SendAsync(server.Client));
        return 2;

        void Note(SharedRequest of, Reply worker, Reply server)
        {
            statuses.AddOrUpdate(server.Status, 1, (_, count) => count + 1);
            var difference = SharedRequests.TellsOfTheProcess(of.Target)
                ? worker.Status == server.Status
                    ? null
                    : $"status {worker.Status} and {server.Status}"
                : worker.Differs(server);
            if (difference is not null)
                differences.Add($"{of}: {difference}");
        }
    }

    /// <summary>The server as a process of its own.</summary>
    private sealed class PlainServer : IAsyncDisposable
    {
        private const string ListeningMark = "Now listening on: ";
        private readonly Process process;

        private PlainServer(Process process) => this.process = process;

        public HttpClient Client { get; private set; } = null!;

        public static async Task<PlainServer> StartAsync(string store, params (string Name, string Value)[] settings)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Nantong.OpenData.Server.dll")])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = AppContext.BaseDirectory,
            };
            (string, string)[] always =
            [
                ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
                ("OpenData__RateLimitRequests", "0"),
                ("OpenData__PollSeconds", "1"),
                ("OpenDataStorage", store),
            ];
            foreach (var (name, value) in always.Concat(settings))
                start.Environment[name] = value;

            var server = new PlainServer(Process.Start(start)!);
            while (await server.process.StandardOutput.ReadLineAsync() is { } line)
                if (line.IndexOf(ListeningMark, StringComparison.Ordinal) is var at and >= 0)
                {
                    server.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
                    {
                        BaseAddress = new Uri(line[(at + ListeningMark.Length)..].Trim()),
                    };
                    break;
                }

            _ = server.process.StandardOutput.ReadToEndAsync();
            for (var tries = 0; tries < 300; tries++)
            {
                using var ready = await server.Client.GetAsync("/v1/plans/urbanization-14fyp/aggregates");
                if (
                    ready.IsSuccessStatusCode
                    && (await ready.Content.ReadAsStringAsync()).Contains("\"asOfRelease\":\"1.0.1\"", StringComparison.Ordinal)
                )
                    return server;
                await Task.Delay(100);
            }

            throw new TimeoutException("The server did not get ready.");
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
