using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Functions.Tests.Timers;

/// <summary>The timers that publish and verify, fired as the Functions host fires them.</summary>
[Collection(PublishedFunctions.Collection)]
public sealed class CareTests(PublishedFunctions published)
{
    private const string Plan = "/v1/plans/urbanization-14fyp";

    [Fact]
    public async Task A_drop_in_the_inbox_is_published_and_served_and_the_run_is_on_record()
    {
        await using var live = await LiveStore.StartAsync();
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString);
        Assert.Equal("No complete drop.", await OutcomeAsync(worker, "PublishInbox"));

        var inbox = new BlobServiceClient(live.ConnectionString).GetBlobContainerClient("inbox");
        var corrected = RealPlan.File("plan.json").Replace("Share of trips made by green modes", "Share of green trips", StringComparison.Ordinal);
        await inbox.UploadBlobAsync("urbanization-14fyp/names/plan.json", BinaryData.FromString(corrected));
        Assert.Equal("No complete drop.", await OutcomeAsync(worker, "PublishInbox"));
        await inbox.UploadBlobAsync("urbanization-14fyp/names/publish.json", BinaryData.FromString("""{"message":"An English name corrected."}"""));

        Assert.Contains("urbanization-14fyp@1.0.1 is published", await OutcomeAsync(worker, "PublishInbox"), StringComparison.Ordinal);
        await worker.AskUntilAsync(
            $"{Plan}/indicators/green-travel-share",
            (_, body) => body.Contains("Share of green trips", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Damage_makes_the_daily_check_fail_and_is_named()
    {
        await using var live = await LiveStore.StartAsync();
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString);
        Assert.StartsWith("1 releases are whole", await OutcomeAsync(worker, "VerifyReleases"), StringComparison.Ordinal);

        var nodes = live.Tables("nodes");
        await foreach (var row in nodes.QueryAsync<TableEntity>(maxPerPage: 1))
        {
            await nodes.DeleteEntityAsync(row);
            break;
        }

        var failed = await worker.Host.FireAsync("VerifyReleases");
        Assert.False(failed.Succeeded);
        Assert.Contains("table nodes, row 000001", failed.Error, StringComparison.Ordinal);
        var (succeeded, outcome) = await worker.LastRunAsync("VerifyReleases");
        Assert.False(succeeded);
        Assert.Contains("table nodes, row 000001", outcome, StringComparison.Ordinal);
        var ready = await worker.AskUntilAsync("/health/ready", (_, body) => body.Contains("\"damaged\"", StringComparison.Ordinal));
        Assert.Contains("urbanization-14fyp@1.0.0: table nodes, row 000001", ready, StringComparison.Ordinal);
    }

    /// <summary>Fires a timer that must succeed; gives what the run is said to have done.</summary>
    private static async Task<string> OutcomeAsync(Worker worker, string timer)
    {
        var fired = await worker.Host.FireAsync(timer);
        Assert.True(fired.Succeeded, $"{fired.Error}\n{worker.Host.Output}");
        var (succeeded, outcome) = await worker.LastRunAsync(timer);
        Assert.True(succeeded);
        return outcome;
    }
}
