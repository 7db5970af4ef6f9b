using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading;

public sealed class MovingReleaseTests
{
    private static readonly string[] Names =
    [
        "Share of trips made by green modes",
        "Share of green trips",
        "Share of green journeys",
        "Share of green commutes",
    ];

    [Fact]
    public async Task A_new_release_is_noticed_within_five_seconds_no_request_is_dropped_and_no_answer_mixes_two()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await RunningApp.StartAsync(("OpenDataStorage", live.ConnectionString)); // at the usual pace
        using (await app.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode)) { }

        using var published = new CancellationTokenSource();
        ConcurrentBag<string> seen = [];
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadUntilAsync(app, published.Token, seen))).ToArray();
        foreach (var name in Names[1..])
        {
            var version = await live.PublishAsync(RealPlan.WithCuratedName(Names[0], name));
            var clock = Stopwatch.StartNew();
            using var noticed = await app.AskUntilAsync(
                ServedPlan.Plan,
                (_, body) => body.Contains($"\"version\":\"{version}\"", StringComparison.Ordinal)
            );
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        await published.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(["1.0.0", "1.0.1", "1.0.2", "1.0.3"], seen.Distinct().Order());
    }

    [Fact]
    public async Task Plans_in_one_store_move_on_their_own()
    {
        await using var live = await LiveStore.StartAsync();
        await live.PublishAsync(Other("An open plan"));
        await using var app = await RunningApp.StartAsync(("OpenDataStorage", live.ConnectionString), ("OpenData__PollSeconds", "1"));
        using (await app.AskUntilAsync("/v1/plans", (_, body) => body.Contains("other-plan", StringComparison.Ordinal))) { }

        await live.PublishAsync(Other("Another name"));
        using (await app.AskUntilAsync("/v1/plans/other-plan", (_, body) => body.Contains("\"version\":\"1.0.1\"", StringComparison.Ordinal))) { }

        var plans = JsonNode.Parse(await app.Client.GetStringAsync("/v1/plans"))!["items"]!.AsArray();
        Assert.Equal(["other-plan 1.0.1", "urbanization-14fyp 1.0.0"], plans.Select(plan => $"{plan!["id"]} {plan["latest"]}"));
        Assert.Equal(404, (int)(await app.Client.GetAsync(ServedPlan.Patched)).StatusCode);
    }

    /// <summary>Reads as clients do, and checks that every answer is whole and of one release. The last round begins after the last release was
    /// published: however slow the machine, it is seen.</summary>
    private static async Task ReadUntilAsync(RunningApp app, CancellationToken published, ConcurrentBag<string> seen)
    {
        for (var last = false; !last; )
        {
            last = published.IsCancellationRequested;
            var indicator = await AskAsync(app, $"{ServedPlan.Plan}/indicators/green-travel-share");
            var version = (string)indicator["release"]!["version"]!;
            Assert.StartsWith(Names[version[^1] - '0'], (string)indicator["label"]!["en"]!, StringComparison.Ordinal);
            Assert.Contains($"@{version}/", (string)indicator["permalink"]!, StringComparison.Ordinal);

            var releases = await AskAsync(app, $"{ServedPlan.Plan}/releases");
            Assert.Equal((string?)releases["release"]!["version"], (string?)releases["items"]![0]!["version"]);

            using var file = await app.Client.GetAsync($"{ServedPlan.Plan}/files/indicators.csv", CancellationToken.None);
            var release = file.Content.Headers.ContentLocation!.ToString().Split('@', '/')[4];
            Assert.Contains(Names[release[^1] - '0'], await file.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
            seen.Add(version);
        }
    }

    private static async Task<JsonNode> AskAsync(RunningApp app, string path)
    {
        using var response = await app.Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {body}");
        return JsonNode.Parse(body)!;
    }

    private static Plans.Plan Other(string name) =>
        RealPlan.With(("plan.json", "\"id\": \"urbanization-14fyp\"", "\"id\": \"other-plan\""), ("plan.json", Names[0], name));
}
