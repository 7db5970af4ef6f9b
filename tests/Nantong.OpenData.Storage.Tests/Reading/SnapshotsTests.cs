using System.Diagnostics;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Reading;

/// <summary>These tests look at every plan of a store, so they have one of their own: other tests damage theirs.</summary>
public sealed class SnapshotsTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Fact]
    public async Task The_latest_release_is_held_and_a_new_one_replaces_it()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);
        await snapshots.RefreshAsync();
        var before = await FoundAsync(snapshots, plan.About.Id, "");

        await local.PublishAsync(LocalStore.Corrected(plan), new ReleaseVersion(1, 0, 1));
        Assert.Same(before, await FoundAsync(snapshots, plan.About.Id, ""));
        await snapshots.RefreshAsync();

        Assert.Equal(new ReleaseVersion(1, 0, 1), (await FoundAsync(snapshots, plan.About.Id, "")).Release.Version);
        Assert.Equal(["1.0.1", "1.0.0"], snapshots.Releases(plan.About.Id).Select(release => release.Version.ToString()));
    }

    [Theory]
    [InlineData("1", "1.0.1")]
    [InlineData("1.0", "1.0.1")]
    [InlineData("1.0.1", "1.0.1")]
    [InlineData("1.0.0", "1.0.0")]
    public async Task A_pin_means_the_newest_release_that_it_covers(string pin, string version)
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await local.PublishAsync(LocalStore.Corrected(plan), new ReleaseVersion(1, 0, 1));
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);
        await snapshots.RefreshAsync();

        var found = await FoundAsync(snapshots, plan.About.Id, pin);

        Assert.Equal(version, found.Release.Version.ToString());
        Assert.Same(found, await FoundAsync(snapshots, plan.About.Id, pin));
    }

    [Fact]
    public async Task What_does_not_exist_is_told_apart_with_what_does()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);
        await snapshots.RefreshAsync();

        Assert.True(VersionPin.TryParse("2", out var second));
        var noRelease = Assert.IsType<SnapshotAnswer.NoSuchRelease>(await snapshots.FindAsync(plan.About.Id, second));
        var noPlan = await snapshots.FindAsync("atlantis", VersionPin.Latest);

        Assert.Equal([ReleaseVersion.First], noRelease.Known);
        Assert.True(noPlan is SnapshotAnswer.NoSuchPlan { Known: var known } && known.Contains(plan.About.Id), noPlan.ToString());
        Assert.Empty(snapshots.Releases("atlantis"));
    }

    [Fact]
    public async Task A_damaged_release_is_not_shown_and_the_plan_stays_on_the_one_before()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);
        await snapshots.RefreshAsync();
        await local.PublishAsync(LocalStore.Corrected(plan), new ReleaseVersion(1, 0, 1));
        var row = await local.Store.Table("nodes").PartitionAsync($"{plan.About.Id}|1.0.1", default).FirstAsync();
        row["text"] = "another text";
        await local.Store.Table("nodes").UpdateEntityAsync(row, Azure.ETag.All, Azure.Data.Tables.TableUpdateMode.Replace);

        await snapshots.RefreshAsync();

        Assert.Equal(ReleaseVersion.First, (await FoundAsync(snapshots, plan.About.Id, "")).Release.Version);
        Assert.Contains($"{plan.About.Id}@1.0.1", snapshots.Condition.Problem, StringComparison.Ordinal);
        await local.Store.Table("pointers").DeleteEntityAsync(plan.About.Id, "latest"); // other tests look at the whole store
    }

    [Fact]
    public async Task While_the_store_is_away_loaded_releases_are_served_and_then_it_recovers()
    {
        var folder = Directory.CreateTempSubdirectory("opendata-store-");
        var plan = LocalStore.NewPlan();
        Snapshots? snapshots = null;
        try
        {
            AzuriteOptions options;
            await using (var azurite = await Azurite.StartAsync(new AzuriteOptions { DataFolder = folder.FullName }))
            {
                options = new AzuriteOptions
                {
                    DataFolder = folder.FullName,
                    BlobPort = azurite.BlobEndpoint.Port,
                    QueuePort = azurite.QueueEndpoint.Port,
                    TablePort = azurite.TableEndpoint.Port,
                };
                var store = Store.Connect(azurite.ConnectionString);
                snapshots = new Snapshots(store, TimeProvider.System);

                await snapshots.RefreshAsync();
                Assert.False(snapshots.Condition.Reachable);
                Assert.Contains("table releases", snapshots.Condition.Problem, StringComparison.Ordinal);

                await StoreSchema.CreateAsync(store);
                await StoreSchema.CreateAsync(store);
                await snapshots.RefreshAsync();
                Assert.True(snapshots.Condition.Reachable);
                Assert.IsType<SnapshotAnswer.Unavailable>(await snapshots.FindAsync(plan.About.Id, VersionPin.Latest));
                Assert.True((await new Verifier(store).VerifyAsync()).Whole);

                Assert.IsType<PublishOutcome.Published>(await new Publisher(store, TimeProvider.System).PublishAsync(plan, null, "a test"));
                await snapshots.RefreshAsync();
            }

            var watch = Stopwatch.StartNew();
            await snapshots.RefreshAsync();
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
            Assert.False(snapshots.Condition.Reachable);
            Assert.Contains("does not answer", snapshots.Condition.Problem, StringComparison.Ordinal);
            await FoundAsync(snapshots, plan.About.Id, "");

            await using (await Azurite.StartAsync(options))
            {
                await snapshots.RefreshAsync();
                Assert.Equal((true, null), (snapshots.Condition.Reachable, snapshots.Condition.Problem));
            }
        }
        finally
        {
            snapshots?.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Snapshot> FoundAsync(Snapshots snapshots, string plan, string pin)
    {
        var parsed = VersionPin.Latest;
        Assert.True(pin == "" || VersionPin.TryParse(pin, out parsed));
        return Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan, parsed)).Snapshot;
    }
}
