using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Polling;

[Collection(nameof(ServedPlan))]
public sealed class FiguresTests(ServedPlan served)
{
    [Fact]
    public async Task The_figures_are_there_soon_after_the_start()
    {
        using var response = await served.App.AskUntilAsync(
            $"{ServedPlan.Plan}/aggregates",
            (_, body) => body.Contains("\"asOfRelease\":\"1.1.0\"", StringComparison.Ordinal)
        );
        var aggregates = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray();
        Assert.All(
            aggregates,
            aggregate =>
            {
                Assert.Equal("1.1.0", (string?)aggregate!["asOfRelease"]);
                Assert.False((bool?)aggregate["stale"]);
                Assert.NotEmpty(aggregate["rows"]!.AsArray());
            }
        );
        var attainment = aggregates.Single(aggregate => (string?)aggregate!["id"] is "attainment")!["rows"]!.AsArray();
        Assert.Equal(17, attainment.Count);
        // Nobody handed in a value after the base year.
        Assert.All(attainment, row => Assert.Equal("unknown", (string?)row!["dimensions"]!["result"]));
        var one = await served.JsonAsync($"{ServedPlan.Plan}/aggregates/{aggregates[0]!["id"]}");
        Assert.NotNull((string?)one["builtAt"]);
    }

    [Fact]
    public async Task The_status_tells_of_the_last_run_and_the_next()
    {
        using var response = await served.App.AskUntilAsync("/v1/status", (_, body) => body.Contains("aggregates written", StringComparison.Ordinal));
        var timers = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["timers"]!.AsArray();
        Assert.Equal(["PublishInbox", "RebuildAggregates", "VerifyReleases"], timers.Select(known => (string?)known!["name"]));
        var timer = timers[1]!;
        Assert.True((bool?)timer["lastRun"]!["succeeded"]);
        Assert.Equal(0, ((DateTimeOffset)timer["nextDue"]!).Minute % 10);
    }

    [Fact]
    public async Task A_release_that_was_followed_by_the_next_one_gets_its_figures_too()
    {
        using var response = await served.App.AskUntilAsync(
            $"{ServedPlan.First}/aggregates",
            (_, body) => !body.Contains("\"items\":[]", StringComparison.Ordinal)
        );
        var aggregates = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray();
        Assert.All(aggregates, aggregate => Assert.Equal(("1.0.0", false), ((string?)aggregate!["asOfRelease"], (bool?)aggregate["stale"])));
    }
}
