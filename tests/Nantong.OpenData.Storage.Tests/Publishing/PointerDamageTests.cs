using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Publishing;

/// <summary>A pointer that is lost, was set back, or names nothing is damage: it is named, and nothing that was published is deleted or numbered anew
/// because of it.</summary>
public sealed class PointerDamageTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly TimeProvider NextWeek = new ShiftedClock(TimeSpan.FromDays(7));

    public static TheoryData<string> Faults { get; } = ["lost", "set back", "names nothing", "garbled"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_damaged_pointer_is_named_and_costs_no_release(string fault)
    {
        var plan = await PublishThreeAsync();
        var before = await BlobsAsync(plan);
        await DamageAsync(plan.About.Id, fault);

        var named = (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage;
        var care = await new ReleaseCare(local.Store, NextWeek).RunAsync();
        var broken = await Assert.ThrowsAsync<BrokenReleaseException>(() =>
            local.Publisher().PublishAsync(Edition(plan, "fourth"), null, "over the damage")
        );

        Assert.Contains(named, damage => damage.Where == "pointer");
        Assert.Contains(care.Check.Damage, damage => damage.Release == plan.About.Id && damage.Where == "pointer");
        Assert.Equal((plan.About.Id, "pointer"), (broken.Damage.Release, broken.Damage.Where));
        Assert.Empty(care.Swept);
        Assert.Equal(before, await BlobsAsync(plan));
        Assert.Equal(["1.0.0", "1.0.1", "1.0.2"], await VersionsAsync(plan.About.Id));
        await RestoreAsync(plan.About.Id);
    }

    [Fact]
    public async Task A_number_that_was_announced_is_spent_even_when_only_its_blobs_remain()
    {
        var plan = await PublishThreeAsync();
        var older = (await local.Store.Table("releases").FindAsync(RowAddress.Release(plan.About.Id, new(1, 0, 1)), default))!;
        await RollBackTablesAsync(plan.About.Id);

        var asked = await local.Publisher().PublishAsync(Edition(plan, "fourth"), new ReleaseVersion(1, 0, 2), "again 1.0.2");
        var outcome = await local.Publisher().PublishAsync(Edition(plan, "fourth"), null, "the next one");

        Assert.Equal(new ReleaseVersion(1, 0, 3), Assert.IsType<PublishOutcome.Spent>(asked).Smallest);
        Assert.Equal(new ReleaseVersion(1, 0, 3), Assert.IsType<PublishOutcome.Published>(outcome).Release.Version);
        Assert.Equal("1.0.1", older["version"]);
        await local.ForgetAsync(plan.About.Id);
    }

    [Fact]
    public async Task The_very_release_whose_rows_were_lost_is_taken_up_again_as_it_was()
    {
        var plan = await PublishThreeAsync();
        var lost = (await new ReleaseRows(local.Store).FindAsync(new ReleaseKey(plan.About.Id, new(1, 0, 2)), default))!.Entry;
        await RollBackTablesAsync(plan.About.Id);

        var outcome = Assert.IsType<PublishOutcome.Published>(await local.Publisher().PublishAsync(Edition(plan, "third"), null, "said anew"));

        Assert.Equal(
            (lost.Version, lost.ManifestSha256, lost.PublishedAt, lost.Message),
            (outcome.Release.Version, outcome.Release.ManifestSha256, outcome.Release.PublishedAt, outcome.Release.Message)
        );
        await local.AssertWholeAsync(plan);
    }

    private async Task<Plan> PublishThreeAsync()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await local.PublishAsync(Edition(plan, "second"));
        await local.PublishAsync(Edition(plan, "third"));
        return plan;
    }

    private static Plan Edition(Plan plan, string word) => SmallPlan.Renamed(plan.About.Id, $"Share of the sea ({word} wording)");

    private async Task DamageAsync(string plan, string fault)
    {
        var table = local.Store.Table("pointers");
        var row = (await table.FindAsync(RowAddress.Pointer(plan), default))!;
        if (fault is "lost")
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        row["version"] = fault switch
        {
            "set back" => "1.0.1",
            "names nothing" => "7.0.0",
            _ => "one",
        };
        if (fault is not "lost")
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }

    /// <summary>What an emulator leaves that is killed before it wrote its tables: the last release is gone from them, its blobs are there.</summary>
    private async Task RollBackTablesAsync(string plan)
    {
        var newest = new ReleaseKey(plan, new(1, 0, 2));
        foreach (var table in local.Store.Records.Names)
            await local.Store.Table(table).DeleteAsync(Rows.RecordTables.Partitions(table, newest), default);
        await local.Store.Table("releases").DeleteEntityAsync(plan, newest.Version.SortKey);
        await RestoreAsync(plan);
    }

    /// <summary>Writes the pointer that fits the rows.</summary>
    private async Task RestoreAsync(string plan)
    {
        var rows = await new ReleaseRows(local.Store).AllAsync(plan, default);
        var right = new Storage.Publishing.PublishHistory(plan, null, rows.Rows, rows.Damage).RightPointer(DateTimeOffset.UtcNow);
        await local.Store.Table("pointers").UpsertEntityAsync(Rows.PointerRow.Write(plan, right), TableUpdateMode.Replace);
    }

    private async Task<IReadOnlyList<string>> BlobsAsync(Plan plan) =>
        await local.Store.Container("releases").NamesAsync($"{plan.About.Id}/", default).ToListAsync();

    private async Task<IEnumerable<string>> VersionsAsync(string plan) =>
        (await new ReleaseRows(local.Store).AllAsync(plan, default)).All.Select(release => release.Entry.Version.ToString());
}
