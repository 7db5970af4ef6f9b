using System.Collections.Concurrent;
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
        await server.FiguresAsync();

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

    /// <summary>No handler is known to throw: one is made to, in the published worker and in the server, by a start-up hook of .NET.</summary>
    [Theory]
    [InlineData("application/json", "application/problem+json")]
    [InlineData("text/html", "text/html")]
    public async Task A_handler_that_throws_is_a_problem_and_never_a_success(string accept, string form)
    {
        await using var live = await LiveStore.StartAsync();
        (string, string)[] settings = [("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location), ("OpenData__PublicBaseUrl", PublicAddress)];
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString, settings);
        await using var server = await PlainServer.StartAsync(live.ConnectionString, settings);
        await worker.ReadyAsync();
        await server.ReadyAsync(); // pages of the service name the plans that are loaded

        var sound = new SharedRequest("GET", StartupHook.Target, ("Accept", accept));
        var failing = sound with { Headers = [.. sound.Headers, (StartupHook.Header, "yes")] };
        var (byWorker, byServer) = (await failing.SendAsync(worker.Client), await failing.SendAsync(server.Client));

        Assert.Equal(500, byWorker.Status);
        Assert.StartsWith(form, byWorker.Headers["CONTENT-TYPE"], StringComparison.Ordinal);
        Assert.DoesNotContain(StartupHook.Message, byWorker.Body, StringComparison.Ordinal);
        Assert.Contains(StartupHook.Message, worker.Host.Output, StringComparison.Ordinal);
        Assert.Null(byWorker.Differs(byServer));
        Assert.Equal(200, (await sound.SendAsync(worker.Client)).Status); // asked first, it would be kept, and no handler run
    }

    /// <summary>Asks both, and again with the tag that they gave: 304 from both.</summary>
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
}
