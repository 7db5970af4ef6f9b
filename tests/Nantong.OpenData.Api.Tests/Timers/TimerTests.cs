using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Tests.Reading;

namespace Nantong.OpenData.Api.Tests.Timers;

[Collection(nameof(ServedPlan))]
public sealed class TimerTests(ServedPlan served)
{
    [Fact]
    public async Task Without_a_host_the_figures_are_there_soon_after_the_start()
    {
        using var response = await served.App.AskUntilAsync($"{ServedPlan.Plan}/aggregates", (_, body) => body.Contains("\"asOfRelease\":\"1.1.0\"", StringComparison.Ordinal));
        var aggregates = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray();
        Assert.All(aggregates, aggregate =>
        {
            Assert.Equal("1.1.0", (string?)aggregate!["asOfRelease"]);
            Assert.False((bool?)aggregate["stale"]);
            Assert.NotEmpty(aggregate["rows"]!.AsArray());
        });
        var attainment = aggregates.Single(aggregate => (string?)aggregate!["id"] is "attainment")!["rows"]!.AsArray();
        Assert.Equal(17, attainment.Count);
        Assert.All(attainment, row => Assert.Equal("unknown", (string?)row!["dimensions"]!["result"])); // nobody handed in a value after the base year
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
        using var response = await served.App.AskUntilAsync($"{ServedPlan.First}/aggregates", (_, body) => !body.Contains("\"items\":[]", StringComparison.Ordinal));
        var aggregates = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray();
        Assert.All(aggregates, aggregate => Assert.Equal(("1.0.0", false), ((string?)aggregate!["asOfRelease"], (bool?)aggregate["stale"])));
    }

    [Fact]
    public async Task A_release_without_figures_yet_says_so_and_has_them_as_soon_as_the_timer_has_run()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await RunningApp.StartUnderHostAsync(live.ConnectionString, pollSeconds: 3600);

        using var before = await app.AskUntilAsync($"{ServedPlan.Plan}/aggregates", (response, _) => response.IsSuccessStatusCode);
        var aggregates = JsonNode.Parse(await before.Content.ReadAsStringAsync())!;
        Assert.Empty(aggregates["items"]!.AsArray());
        Assert.Equal("not-built-yet", (string?)aggregates["warnings"]![0]!["code"]);

        using var run = await app.FireAsync("RebuildAggregates");
        Assert.Equal(200, (int)run.StatusCode);
        using var after = await app.Client.GetAsync($"{ServedPlan.Plan}/aggregates");
        Assert.NotEmpty(JsonNode.Parse(await after.Content.ReadAsStringAsync())!["items"]!.AsArray());
    }

    [Fact]
    public async Task The_host_reaches_the_timer_and_gets_the_answer_that_it_expects()
    {
        await using var app = await RunningApp.StartUnderHostAsync(served.ConnectionString);
        using var response = await app.FireAsync("RebuildAggregates");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], answer.AsObject().Select(member => member.Key));
        Assert.Empty(answer["Outputs"]!.AsObject());
        Assert.Null(answer["ReturnValue"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":1,"Metadata":{}}""")]
    public async Task A_call_that_no_host_sends_is_malformed(string body)
    {
        await using var app = await RunningApp.StartUnderHostAsync(served.ConnectionString);
        using var response = await app.FireAsync("RebuildAggregates", body);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("malformed-request", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
    }

    [Fact]
    public async Task A_run_that_fails_is_a_failed_invocation()
    {
        await using var app = await RunningApp.StartUnderHostAsync("AccountName=a;AccountKey=Zm9v;TableEndpoint=http://127.0.0.1:9/a;BlobEndpoint=http://127.0.0.1:9/a;");
        using var response = await app.FireAsync("RebuildAggregates");
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("timer-failed", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
    }

    [Fact]
    public async Task Without_a_host_nobody_can_fire_a_timer()
    {
        using var response = await served.App.FireAsync("RebuildAggregates");
        Assert.Equal(404, (int)response.StatusCode);
    }
}
