using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>One broken thing is one broken thing: what a process sees that starts over a damaged store, and one that was there before.</summary>
public sealed class DamagedReadingTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly ReleaseVersion Second = new(1, 0, 1);

    [Fact]
    public async Task A_process_that_starts_over_a_damaged_latest_release_serves_the_one_before_and_says_so()
    {
        var plan = await PublishTwoAsync();
        var row = await local.Store.Table("nodes").PartitionAsync($"{plan}|1.0.1", default).FirstAsync();
        row["text"] = "another text";
        await local.Store.Table("nodes").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, known: known);

        await snapshots.RefreshAsync();

        var latest = await FoundAsync(snapshots, plan);
        Assert.Equal((ReleaseVersion.First, Second), (latest.Snapshot.Release.Version, latest.PassedOver));
        Assert.IsType<SnapshotAnswer.Damaged>(await snapshots.FindAsync(plan, new VersionPin(1, 0, 1)));
        Assert.Contains(known.All, damage => damage.Release == $"{plan}@1.0.1");
    }

    [Fact]
    public async Task A_garbled_status_of_an_old_release_hides_no_other_and_is_reported()
    {
        var plan = await PublishTwoAsync();
        var row = (await local.Store.Table("releases").FindAsync(RowAddress.Release(plan, ReleaseVersion.First), default))!;
        row["status"] = "qublished";
        await local.Store.Table("releases").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, known: known);

        await snapshots.RefreshAsync();

        Assert.Equal(Second, (await FoundAsync(snapshots, plan)).Snapshot.Release.Version);
        Assert.Contains(known.All, damage => damage.Release == plan && damage.Where.Contains("table releases", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pointer_of_an_unknown_plan_is_reported_and_everything_else_is_served()
    {
        var plan = await PublishTwoAsync();
        await local.Store.Table("pointers").AddEntityAsync(new TableEntity("Urban", "latest") { ["version"] = "1.0.0" });
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, known: known);

        await snapshots.RefreshAsync();

        Assert.True(snapshots.Condition.Reachable);
        Assert.Equal(Second, (await FoundAsync(snapshots, plan)).Snapshot.Release.Version);
        Assert.Contains(known.All, damage => damage.Release == "Urban");
        await local.Store.Table("pointers").DeleteEntityAsync("Urban", "latest");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1.0.0")]
    [InlineData("1.0.9")]
    [InlineData("latest")]
    public async Task A_pointer_that_is_lost_or_moved_takes_nothing_from_a_process_that_was_there_before(string? version)
    {
        var plan = await PublishTwoAsync();
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, known: known);
        await snapshots.RefreshAsync();
        var before = await FoundAsync(snapshots, plan);
        if (version is null)
            await local.Store.Table("pointers").DeleteEntityAsync(plan, "latest");
        else
            await local.Store.Table("pointers").UpdateEntityAsync(new TableEntity(plan, "latest") { ["version"] = version }, ETag.All);

        await snapshots.RefreshAsync();

        Assert.Same(before.Snapshot, (await FoundAsync(snapshots, plan)).Snapshot);
        Assert.Equal(2, snapshots.Releases(plan).Count);
        Assert.Contains(known.All, damage => damage.Release == plan && damage.Where == "pointer");
    }

    [Fact]
    public async Task A_process_that_starts_without_a_pointer_serves_the_newest_release_until_the_pointer_is_back()
    {
        var plan = await PublishTwoAsync();
        var pointer = (await local.Store.Table("pointers").FindAsync(RowAddress.Pointer(plan), default))!;
        await local.Store.Table("pointers").DeleteEntityAsync(plan, "latest");
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, known: known);
        await snapshots.RefreshAsync();
        Assert.Equal(Second, (await FoundAsync(snapshots, plan)).Snapshot.Release.Version);
        Assert.Contains(known.All, damage => damage.Release == plan);

        await local.Store.Table("pointers").AddEntityAsync(pointer);
        await snapshots.RefreshAsync();

        Assert.DoesNotContain(known.All, damage => damage.Release == plan);
    }

    [Fact]
    public async Task Damage_of_a_pinned_older_release_clears_itself_once_it_is_repaired()
    {
        var plan = await PublishTwoAsync();
        var table = local.Store.Table("nodes");
        var row = await table.PartitionAsync($"{plan}|1.0.0", default).FirstAsync();
        await table.UpdateEntityAsync(new TableEntity(row) { ["text"] = "another text" }, ETag.All, TableUpdateMode.Replace);
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, known: known);
        await snapshots.RefreshAsync();
        Assert.IsType<SnapshotAnswer.Damaged>(await snapshots.FindAsync(plan, new VersionPin(1, 0, 0)));
        await known.LookAgainAsync();
        Assert.Single(known.All, damage => damage.Release == $"{plan}@1.0.0");

        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        await known.LookAgainAsync();

        Assert.DoesNotContain(known.All, damage => damage.Release == $"{plan}@1.0.0");
        Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan, new VersionPin(1, 0, 0)));
    }

    [Fact]
    public async Task A_row_of_an_older_release_that_was_read_wrong_once_is_read_again()
    {
        var plan = await PublishTwoAsync();
        var table = local.Store.Table("releases");
        var row = (await table.FindAsync(RowAddress.Release(plan, ReleaseVersion.First), default))!;
        var license = row.GetString("about").Replace("creativecommons.org", "example.org", StringComparison.Ordinal);
        await table.UpdateEntityAsync(new TableEntity(row) { ["about"] = license }, ETag.All, TableUpdateMode.Replace);
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, new QuickClock(), known: known);
        await snapshots.RefreshAsync();
        Assert.IsType<SnapshotAnswer.Damaged>(await snapshots.FindAsync(plan, new VersionPin(1, 0, 0)));

        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await snapshots.FindAsync(plan, new VersionPin(1, 0, 0)) is not SnapshotAnswer.Found)
        {
            await Task.Delay(50, patience.Token);
            await snapshots.RefreshAsync();
        }

        await known.LookAgainAsync();
        Assert.DoesNotContain(known.All, damage => damage.Release == $"{plan}@1.0.0");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_release_whose_row_is_lost_or_broken_is_never_called_unknown(bool lost)
    {
        var plan = await PublishTwoAsync();
        var address = RowAddress.Release(plan, ReleaseVersion.First);
        var row = (await local.Store.Table("releases").FindAsync(address, default))!;
        if (lost)
            await local.Store.Table("releases").DeleteEntityAsync(address.Partition, address.Row);
        else
            await local.Store.Table("releases").UpdateEntityAsync(new TableEntity(row) { ["status"] = "qublished" }, ETag.All);
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);

        await snapshots.RefreshAsync();

        Assert.IsType<SnapshotAnswer.Damaged>(await snapshots.FindAsync(plan, new VersionPin(1, 0, 0)));
        Assert.Equal(Second, (await FoundAsync(snapshots, plan)).Snapshot.Release.Version);
        Assert.Equal([Second], (await new SnapshotLoader(local.Store).ReadReleasesAsync(plan)).Select(release => release.Version));
        var listed = await ReleaseListing.ReadAsync(local.Store, plan);
        Assert.Equal((Second, lost ? 0 : 1), (Assert.Single(listed.Releases).Release.Version, listed.Damage.Count));

        await local.Store.Table("releases").UpsertEntityAsync(row, TableUpdateMode.Replace);
        using var fresh = new Snapshots(local.Store, TimeProvider.System);
        await fresh.RefreshAsync();
        Assert.IsType<SnapshotAnswer.NoSuchRelease>(await fresh.FindAsync(plan, new VersionPin(7, 0, 0)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_that_starts_without_the_row_of_the_latest_release_serves_the_one_before_and_names_the_one_that_it_misses(bool lost)
    {
        var plan = await PublishTwoAsync();
        var address = RowAddress.Release(plan, Second);
        var row = (await local.Store.Table("releases").FindAsync(address, default))!;
        if (lost)
            await local.Store.Table("releases").DeleteEntityAsync(address.Partition, address.Row);
        else
            await local.Store.Table("releases").UpdateEntityAsync(new TableEntity(row) { ["status"] = "qublished" }, ETag.All);
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);

        await snapshots.RefreshAsync();

        foreach (var pin in new[] { VersionPin.Latest, new VersionPin(1, null, null), new VersionPin(1, 0, null) })
        {
            var found = Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan, pin));
            Assert.Equal((ReleaseVersion.First, Second), (found.Snapshot.Release.Version, found.PassedOver));
        }

        Assert.NotEmpty(snapshots.Doubts(plan));
        Assert.Equal(lost ? null : Second, snapshots.Doubts(plan)[0].Version);
        await local.Store.Table("releases").UpsertEntityAsync(row, TableUpdateMode.Replace);
        using var fresh = new Snapshots(local.Store, TimeProvider.System);
        await fresh.RefreshAsync();
        Assert.Empty(fresh.Doubts(plan));
        Assert.Null((await FoundAsync(fresh, plan)).PassedOver);
    }

    [Fact]
    public async Task What_the_row_of_a_withdrawn_release_says_of_its_plan_is_proven_before_it_is_told()
    {
        var plan = await PublishTwoAsync();
        await new ReleaseLife(local.Store, TimeProvider.System).WithdrawAsync(
            new ReleaseKey(plan, ReleaseVersion.First),
            new StatusNote(TimeProvider.System.GetUtcNow(), "a test", null, null)
        );
        var row = (await local.Store.Table("releases").FindAsync(RowAddress.Release(plan, ReleaseVersion.First), default))!;
        var known = new KnownDamage();
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, known: known);
        await snapshots.RefreshAsync();
        var withdrawn = Assert.IsType<SnapshotAnswer.Withdrawn>(await snapshots.FindAsync(plan, new VersionPin(1, 0, 0)));
        Assert.Same(withdrawn, await snapshots.ProveAsync(withdrawn));

        var license = row.GetString("about").Replace("creativecommons.org", "example.org", StringComparison.Ordinal);
        Assert.NotEqual(row.GetString("about"), license);
        await local.Store.Table("releases").UpdateEntityAsync(new TableEntity(row) { ["about"] = license }, ETag.All, TableUpdateMode.Replace);
        using var fresh = new Snapshots(local.Store, new QuickClock(), known: known);
        await fresh.RefreshAsync();
        var forged = Assert.IsType<SnapshotAnswer.Withdrawn>(await fresh.FindAsync(plan, new VersionPin(1, 0, 0)));
        Assert.IsType<SnapshotAnswer.Damaged>(await fresh.ProveAsync(forged));
        Assert.Single(known.All, damage => damage.Release == $"{plan}@1.0.0");

        await local.Store.Table("releases").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        await known.LookAgainAsync();
        Assert.DoesNotContain(known.All, damage => damage.Release == $"{plan}@1.0.0");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await ProveAsync(fresh, plan) is not SnapshotAnswer.Withdrawn)
        {
            await Task.Delay(50, patience.Token);
            await fresh.RefreshAsync();
        }
    }

    [Fact]
    public async Task A_run_that_a_clock_a_day_ahead_recorded_hides_no_run_of_today()
    {
        var now = TimeProvider.System.GetUtcNow();
        var runs = new RunLog(local.Store, TimeProvider.System);
        await runs.RecordAsync(new TimerRun("Clocks", now, now, true, "today"));
        await runs.RecordAsync(new TimerRun("Clocks", now.AddDays(1), now.AddDays(1), true, "tomorrow"));

        Assert.Equal("today", (await runs.LastAsync("Clocks")).Last?.Outcome);
    }

    private static async Task<SnapshotAnswer> ProveAsync(Snapshots snapshots, string plan) =>
        await snapshots.ProveAsync(Assert.IsType<SnapshotAnswer.Withdrawn>(await snapshots.FindAsync(plan, new VersionPin(1, 0, 0))));

    private async Task<string> PublishTwoAsync()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await local.PublishAsync(LocalStore.Corrected(plan), Second);
        return plan.About.Id;
    }

    private static async Task<SnapshotAnswer.Found> FoundAsync(Snapshots snapshots, string plan) =>
        Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan, VersionPin.Latest));
}
