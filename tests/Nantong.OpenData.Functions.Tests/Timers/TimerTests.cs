using System.Text.Json.Nodes;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Functions.Tests.Timers;

[Collection(PublishedFunctions.Collection)]
public sealed class TimerTests(PublishedFunctions published)
{
    // A port that nobody listens on: a store that is away.
    private const string Nowhere = "AccountName=a;AccountKey=Zm9v;TableEndpoint=http://127.0.0.1:9/a;BlobEndpoint=http://127.0.0.1:9/a;";
    private const string Plan = "/v1/plans/urbanization-14fyp";

    [Fact]
    public async Task A_release_without_figures_yet_says_so_and_has_them_as_soon_as_the_timer_has_run()
    {
        await using var live = await LiveStore.StartAsync();
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString, ("OpenData__PollSeconds", "3600"));
        var before = JsonNode.Parse(await worker.AskUntilAsync($"{Plan}/aggregates", (response, _) => response.IsSuccessStatusCode))!;
        Assert.Empty(before["items"]!.AsArray());
        Assert.Equal("not-built-yet", (string?)before["warnings"]![0]!["code"]);

        Assert.True((await worker.Host.FireAsync("RebuildAggregates")).Succeeded);
        Assert.NotEmpty((await worker.JsonAsync($"{Plan}/aggregates"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_late_timer_runs_and_of_two_that_overlap_one_stands_back()
    {
        await using var live = await LiveStore.StartAsync();
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString);
        await worker.ReadyAsync();
        Assert.True((await worker.Host.FireAsync("VerifyReleases", late: true)).Succeeded);

        var both = await Task.WhenAll(worker.Host.FireAsync("RebuildAggregates"), worker.Host.FireAsync("RebuildAggregates"));
        Assert.All(both, fired => Assert.True(fired.Succeeded, fired.Error));
        Assert.Contains("RebuildAggregates: Nothing done: another run of it is under way.", worker.Host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_that_cannot_reach_the_store_is_a_failed_invocation()
    {
        await using var worker = await Worker.StartAsync(published.Folder, Nowhere);
        var fired = await worker.Host.FireAsync("RebuildAggregates");
        Assert.False(fired.Succeeded);
        Assert.Contains("RebuildAggregates", fired.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_outside_can_fire_a_timer()
    {
        await using var worker = await Worker.StartAsync(published.Folder, Nowhere);
        foreach (var timer in worker.Host.Functions.Where(function => function.Schedule is not null))
        {
            using var response = await worker.Client.PostAsync($"/{timer.Function}", content: null);
            Assert.Equal(404, (int)response.StatusCode);
        }
    }
}
