using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Nantong.OpenData.Api.Tests.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Timers;

/// <summary>The timers that publish and verify, fired as the Functions host fires them.</summary>
public sealed class CareTests
{
    [Fact]
    public async Task A_drop_in_the_inbox_is_published_and_served_and_the_run_is_on_record()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await RunningApp.StartUnderHostAsync(live.ConnectionString);
        Assert.Equal("No complete drop.", await LogAsync(app, "PublishInbox", 200));

        var inbox = new BlobServiceClient(live.ConnectionString).GetBlobContainerClient("inbox");
        await inbox.UploadBlobAsync("urbanization-14fyp/names/plan.json", BinaryData.FromString(RealPlan.File("plan.json").Replace("Share of trips made by green modes", "Share of green trips", StringComparison.Ordinal)));
        Assert.Equal("No complete drop.", await LogAsync(app, "PublishInbox", 200));
        await inbox.UploadBlobAsync("urbanization-14fyp/names/publish.json", BinaryData.FromString("""{"message":"An English name corrected."}"""));

        var outcome = await LogAsync(app, "PublishInbox", 200);
        Assert.Contains("urbanization-14fyp@1.0.1 is published", outcome, StringComparison.Ordinal);
        using (await app.AskUntilAsync($"{ServedPlan.Plan}/indicators/green-travel-share", (_, body) => body.Contains("Share of green trips", StringComparison.Ordinal))) { }
        Assert.Equal((true, outcome), await LastRunAsync(app, "PublishInbox"));
    }

    [Fact]
    public async Task Damage_makes_the_daily_check_fail_and_is_named()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await RunningApp.StartUnderHostAsync(live.ConnectionString);
        Assert.StartsWith("1 releases are whole", await LogAsync(app, "VerifyReleases", 200), StringComparison.Ordinal);

        var nodes = live.Tables("nodes");
        await foreach (var row in nodes.QueryAsync<TableEntity>(maxPerPage: 1))
        {
            await nodes.DeleteEntityAsync(row);
            break;
        }

        Assert.Contains("table nodes, row 000001", await LogAsync(app, "VerifyReleases", 500), StringComparison.Ordinal);
        var (succeeded, outcome) = await LastRunAsync(app, "VerifyReleases");
        Assert.False(succeeded);
        Assert.Contains("table nodes, row 000001", outcome, StringComparison.Ordinal);
        using var ready = await app.AskUntilAsync("/health/ready", (_, body) => body.Contains("\"damaged\"", StringComparison.Ordinal));
        Assert.Contains("urbanization-14fyp@1.0.0: table nodes, row 000001", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> LogAsync(RunningApp app, string timer, int status)
    {
        using var response = await app.FireAsync(timer);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True((int)response.StatusCode == status, $"{answer}\n{app.Output}");
        return status is 200 ? (string)answer["Logs"]![0]! : (string)answer["detail"]!;
    }

    private static async Task<(bool Succeeded, string Outcome)> LastRunAsync(RunningApp app, string timer)
    {
        using var response = await app.AskUntilAsync("/v1/status", (_, body) => body.Contains("\"reachable\":true", StringComparison.Ordinal));
        var run = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["timers"]!.AsArray().Single(known => (string?)known!["name"] == timer)!["lastRun"]!;
        return ((bool)run["succeeded"]!, (string)run["outcome"]!);
    }
}
