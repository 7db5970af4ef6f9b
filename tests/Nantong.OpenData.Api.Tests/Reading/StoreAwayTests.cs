using System.Diagnostics;
using System.Text.Json.Nodes;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading;

public sealed class StoreAwayTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(12); // four, and room for a busy machine; the SDK alone tries for 46

    [Fact]
    public async Task Without_its_store_the_app_says_so_serves_what_it_has_and_recovers_by_itself()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await RunningApp.StartAsync(("OpenDataStorage", live.ConnectionString), ("OpenData__PollSeconds", "1"));
        using (await app.AskUntilAsync("/v1/status", (_, body) => body.Contains("aggregates written", StringComparison.Ordinal))) { }

        await live.StopAsync();
        using (await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("degraded", StringComparison.Ordinal))) { }
        var status = JsonNode.Parse(await app.Client.GetStringAsync("/v1/status"))!;
        Assert.Equal(("degraded", false), ((string?)status["state"], (bool?)status["store"]!["reachable"]));
        Assert.Equal("store-unavailable", (string?)status["warnings"]![0]!["code"]);
        Assert.Equal(200, await StatusAsync(app, $"{ServedPlan.Plan}/text/ch5"));
        Assert.Equal(200, await StatusAsync(app, $"{ServedPlan.First}/indicators"));
        Assert.Equal(503, await StatusAsync(app, $"{ServedPlan.Plan}/files/indicators.csv"));
        Assert.Equal(200, await StatusAsync(app, $"{ServedPlan.Plan}/aggregates"));

        await live.RestartAsync();
        using (await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("\"ready\"", StringComparison.Ordinal))) { }
        Assert.Equal(200, await StatusAsync(app, $"{ServedPlan.Plan}/files/indicators.csv"));
        await live.PublishAsync(RealPlan.WithCuratedName("Share of trips made by green modes", "Share of green trips"));
        using (await app.AskUntilAsync(ServedPlan.Plan, (_, body) => body.Contains("\"version\":\"1.0.1\"", StringComparison.Ordinal))) { }
    }

    [Fact]
    public async Task When_its_store_hangs_readiness_turns_figures_stay_and_files_are_refused_within_seconds()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await RunningApp.StartAsync(("OpenDataStorage", live.ConnectionString), ("OpenData__PollSeconds", "1"));
        using (
            await app.AskUntilAsync(
                $"{ServedPlan.Plan}/aggregates",
                (response, body) => response.IsSuccessStatusCode && !body.Contains("\"items\":[]", StringComparison.Ordinal)
            )
        ) { }

        await live.FreezeAsync();
        var since = Stopwatch.StartNew();
        using (await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("degraded", StringComparison.Ordinal))) { }
        Assert.InRange(since.Elapsed, TimeSpan.Zero, Soon);
        Assert.Equal(200, await StatusAsync(app, $"{ServedPlan.Plan}/aggregates"));

        since.Restart();
        using var file = await app.Client.GetAsync($"{ServedPlan.First}/files/indicators.csv");
        Assert.InRange(since.Elapsed, TimeSpan.Zero, Soon);
        Assert.Equal((503, "application/problem+json"), ((int)file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        Assert.Null(file.Headers.ETag);
        Assert.Null(file.Content.Headers.ContentDisposition);
        Assert.False(file.Headers.Contains("Repr-Digest"));
    }

    [Theory]
    [InlineData("aggregates")]
    [InlineData("runs")]
    public async Task A_store_that_hangs_while_figures_or_runs_are_read_is_found_away_as_soon(string table)
    {
        await using var live = await LiveStore.StartAsync();
        await using var store = new LyingStore(live.ConnectionString);
        var hangs = new Fault(LieKind.Frozen, seed: 1);
        var isSet = table is "aggregates"; // read soon after the start, of releases that are loaded; runs at every look
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Script = request =>
        {
            if (Volatile.Read(ref isSet) && request.AsksForRows && request.Target.Contains($"/{table}(", StringComparison.Ordinal))
                began.TrySetResult();
            return began.Task.IsCompleted ? hangs.Answer(request) : null;
        };
        await using var app = await RunningApp.StartAsync(("OpenDataStorage", store.ConnectionString), ("OpenData__PollSeconds", "1"));
        if (!isSet)
            using (await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("\"ready\"", StringComparison.Ordinal))) { }
        Volatile.Write(ref isSet, true);

        await began.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var since = Stopwatch.StartNew();
        using (await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("degraded", StringComparison.Ordinal))) { }
        Assert.InRange(since.Elapsed, TimeSpan.Zero, Soon);

        store.Script = _ => null;
        hangs.End();
        using (await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("\"ready\"", StringComparison.Ordinal))) { }
    }

    [Fact]
    public async Task A_store_without_tables_is_named_and_the_plan_is_picked_up_when_it_is_published()
    {
        await using var live = await LiveStore.StartBareAsync();
        await using var app = await RunningApp.StartAsync(("OpenDataStorage", live.ConnectionString), ("OpenData__PollSeconds", "1"));
        using (await app.AskUntilAsync("/v1/status", (_, body) => body.Contains("table pointers", StringComparison.Ordinal))) { }
        Assert.Equal(503, await StatusAsync(app, ServedPlan.Plan));

        await StoreSchema.CreateAsync(live.Store);
        using (await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("no published plan yet", StringComparison.Ordinal))) { }
        using var empty = await app.Client.GetAsync($"{ServedPlan.Plan}/toc");
        Assert.Equal((503, TimeSpan.FromSeconds(5)), ((int)empty.StatusCode, empty.Headers.RetryAfter?.Delta));

        await live.PublishAsync(RealPlan.Read());
        using (await app.AskUntilAsync($"{ServedPlan.Plan}/toc", (response, _) => response.IsSuccessStatusCode)) { }
    }

    private static async Task<int> StatusAsync(RunningApp app, string path)
    {
        using var response = await app.Client.GetAsync(path);
        return (int)response.StatusCode;
    }
}
