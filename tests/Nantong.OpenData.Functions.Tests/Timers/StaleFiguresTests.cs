using Azure.Data.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Functions.Tests.Timers;

[Collection(PublishedFunctions.Collection)]
public sealed class StaleFiguresTests(PublishedFunctions published)
{
    private const string Plan = "/v1/plans/urbanization-14fyp";

    /// <summary>What the second release corrects.</summary>
    private static readonly (string, string, string)[] Correction = [("plan.json", "Share of trips made by green modes", "Share of green trips")];

    [Fact]
    public async Task When_a_rebuild_fails_the_old_figures_stay_and_are_marked_until_one_succeeds()
    {
        await using var live = await LiveStore.StartAsync();
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString); // fires nothing by itself
        await worker.ReadyAsync();
        Assert.True((await worker.Host.FireAsync("RebuildAggregates")).Succeeded);

        await live.PublishAsync(RealPlan.With(Correction));
        await worker.AskUntilAsync(Plan, (_, body) => body.Contains("\"version\":\"1.0.1\"", StringComparison.Ordinal));
        var whole = await DamageAsync(live);
        Assert.False((await worker.Host.FireAsync("RebuildAggregates")).Succeeded);

        var aggregates = await worker.JsonAsync($"{Plan}/aggregates");
        Assert.Equal("1.0.1", (string?)aggregates["release"]!["version"]);
        Assert.Equal("stale-figures", (string?)aggregates["warnings"]![0]!["code"]);
        Assert.All(aggregates["items"]!.AsArray(), table => Assert.Equal((true, "1.0.0"), ((bool?)table!["stale"], (string?)table["asOfRelease"])));
        var status = await worker.JsonAsync("/v1/status");
        Assert.All(
            status["plans"]![0]!["aggregates"]!.AsArray(),
            known => Assert.Equal((true, "1.0.0"), ((bool?)known!["stale"], (string?)known["asOfRelease"]))
        );
        var timer = status["timers"]!.AsArray().Single(known => (string?)known!["name"] == "RebuildAggregates")!;
        Assert.Equal((false, true), ((bool?)timer["lastRun"]!["succeeded"], (bool?)timer["lastSuccess"]!["succeeded"]));

        await live.Tables("indicators").UpdateEntityAsync(whole, Azure.ETag.All, TableUpdateMode.Replace);
        Assert.True((await worker.Host.FireAsync("RebuildAggregates")).Succeeded);
        Assert.All(
            (await worker.JsonAsync("/v1/status"))["plans"]![0]!["aggregates"]!.AsArray(),
            known => Assert.Equal((false, "1.0.1"), ((bool?)known!["stale"], (string?)known["asOfRelease"]))
        );
        Assert.Empty((await worker.JsonAsync($"{Plan}/aggregates"))["warnings"]!.AsArray());
    }

    /// <summary>Breaks a row that the running app has read already.</summary>
    private static async Task<TableEntity> DamageAsync(LiveStore live)
    {
        var table = live.Tables("indicators");
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == "urbanization-14fyp|1.0.1"))
        {
            var damaged = new TableEntity(row) { ["target"] = "{" };
            await table.UpdateEntityAsync(damaged, row.ETag, TableUpdateMode.Replace);
            return row;
        }

        throw new InvalidOperationException("The release has no indicators.");
    }
}
