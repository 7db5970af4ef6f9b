using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Nantong.OpenData.Api.Tests.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Timers;

public sealed class StaleFiguresTests
{
    [Fact]
    public async Task When_a_rebuild_fails_the_old_figures_stay_and_are_marked_until_one_succeeds()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await RunningApp.StartUnderHostAsync(live.ConnectionString); // fires nothing by itself
        using (await app.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode)) { }
        Assert.Equal(200, await FireAsync(app));

        await live.PublishAsync(RealPlan.With(ServedPlan.Correction));
        using (await app.AskUntilAsync(ServedPlan.Plan, (_, body) => body.Contains("\"version\":\"1.0.1\"", StringComparison.Ordinal))) { }
        var whole = await DamageAsync(live);
        Assert.Equal(500, await FireAsync(app));

        var aggregates = await JsonAsync(app, $"{ServedPlan.Plan}/aggregates");
        Assert.Equal("1.0.1", (string?)aggregates["release"]!["version"]);
        Assert.Equal("stale-figures", (string?)aggregates["warnings"]![0]!["code"]);
        Assert.All(aggregates["items"]!.AsArray(), table => Assert.Equal((true, "1.0.0"), ((bool?)table!["stale"], (string?)table["asOfRelease"])));
        var status = await JsonAsync(app, "/v1/status");
        Assert.All(status["plans"]![0]!["aggregates"]!.AsArray(), known => Assert.Equal((true, "1.0.0"), ((bool?)known!["stale"], (string?)known["asOfRelease"])));
        var timer = status["timers"]!.AsArray().Single(known => (string?)known!["name"] == "RebuildAggregates")!;
        Assert.Equal((false, true), ((bool?)timer["lastRun"]!["succeeded"], (bool?)timer["lastSuccess"]!["succeeded"]));

        await live.Tables("indicators").UpdateEntityAsync(whole, Azure.ETag.All, TableUpdateMode.Replace);
        Assert.Equal(200, await FireAsync(app));
        Assert.All((await JsonAsync(app, "/v1/status"))["plans"]![0]!["aggregates"]!.AsArray(), known => Assert.Equal((false, "1.0.1"), ((bool?)known!["stale"], (string?)known["asOfRelease"])));
        Assert.Empty((await JsonAsync(app, $"{ServedPlan.Plan}/aggregates"))["warnings"]!.AsArray());
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

    private static async Task<int> FireAsync(RunningApp app)
    {
        using var response = await app.FireAsync("RebuildAggregates");
        return (int)response.StatusCode;
    }

    private static async Task<JsonNode> JsonAsync(RunningApp app, string path) => JsonNode.Parse(await app.Client.GetStringAsync(path))!;
}
