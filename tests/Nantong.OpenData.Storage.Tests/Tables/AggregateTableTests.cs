using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Storage.Repairing;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Tables;

public sealed class AggregateTableTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Fact]
    public async Task Aggregates_are_computed_from_stored_rows_and_written_once()
    {
        var plan = LocalStore.NewPlan();
        var release = await local.PublishAsync(plan);
        var aggregates = new AggregateTable(local.Store, TimeProvider.System);
        Assert.Empty(await aggregates.ReadAsync(plan.About.Id, release.Version));

        Assert.Equal(AggregateRecipe.All.Count, await aggregates.RebuildAsync(plan.About.Id, release.Version));
        var built = await aggregates.ReadAsync(plan.About.Id, release.Version);
        Assert.Equal(0, await aggregates.RebuildAsync(plan.About.Id, release.Version));

        Assert.Equal(
            [
                "attainment",
                "columns",
                "commitments-by-chapter",
                "commitments-by-deadline",
                "commitments-by-kind",
                "commitments-by-unit",
                "indicators-by-category",
                "places-by-chapter",
                "required-change",
                "text-by-chapter",
                "text-by-section",
            ],
            built.Select(stored => stored.Aggregate.Id)
        );
        Assert.All(built, stored => Assert.Equal(release.Version, stored.Aggregate.AsOfRelease));
        Assert.Equal(
            Hashes.Table(RecordKinds.Indicator, plan.Indicators).Sha256,
            built.Single(stored => stored.Aggregate.Id == "indicators-by-category").Aggregate.InputsHash
        );
        Assert.Equal(
            built.Select(stored => stored.BuiltAt),
            (await aggregates.ReadAsync(plan.About.Id, release.Version)).Select(stored => stored.BuiltAt)
        );
    }

    [Fact]
    public async Task Forged_figures_are_not_read_and_those_with_their_own_hash_are_found_by_computing_them_again()
    {
        var plan = LocalStore.NewPlan();
        var release = await local.PublishAsync(plan);
        var known = new KnownDamage();
        var aggregates = new AggregateTable(local.Store, TimeProvider.System, known);
        await aggregates.RebuildAsync(plan.About.Id, release.Version);
        Assert.Empty(await aggregates.VerifyAsync(plan.About.Id, release.Version));
        var table = local.Store.Table(TableNames.Aggregates);
        var row = (await table.GetEntityAsync<TableEntity>($"{plan.About.Id}|{release.Version}", "indicators-by-category")).Value;

        row["aggregate"] = Regex.Replace(row.GetString("aggregate"), "(\"measures\":\\{\"[^\"]+\":)[0-9.]+", "${1}777");
        Assert.Contains("777", row.GetString("aggregate"), StringComparison.Ordinal);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        Assert.DoesNotContain(await aggregates.ReadAsync(plan.About.Id, release.Version), stored => stored.Aggregate.Id == "indicators-by-category");
        Assert.Equal("table aggregates, row indicators-by-category", Assert.Single(known.All).Where);
        Assert.Equal(1, await aggregates.RebuildAsync(plan.About.Id, release.Version));
        Assert.Empty(known.All);

        var whole = (await aggregates.ReadAsync(plan.About.Id, release.Version)).Single(stored => stored.Aggregate.Id == "indicators-by-category");
        var forged = whole with { Aggregate = whole.Aggregate with { Rows = [] } };
        var key = new ReleaseKey(plan.About.Id, release.Version);
        await table.UpdateEntityAsync(StoredAggregateRow.Write(key, forged, AggregateRecipe.All.Count), ETag.All, TableUpdateMode.Replace);
        Assert.Equal(
            "table aggregates, row indicators-by-category",
            Assert.Single(await aggregates.VerifyAsync(plan.About.Id, release.Version)).Where
        );
        Assert.Equal(1, await aggregates.RebuildAsync(plan.About.Id, release.Version));
        Assert.Empty(await aggregates.VerifyAsync(plan.About.Id, release.Version));
    }

    [Fact]
    public async Task A_forged_or_lost_aggregate_is_named_by_verify_and_computed_again_by_repair()
    {
        var plan = LocalStore.NewPlan();
        var release = await local.PublishAsync(plan);
        var known = new KnownDamage();
        var aggregates = new AggregateTable(local.Store, TimeProvider.System, known);
        await aggregates.RebuildAsync(plan.About.Id, release.Version);
        var whole = await aggregates.ReadWholeAsync(plan.About.Id, release.Version);
        var table = local.Store.Table(TableNames.Aggregates);
        var forged = whole[1] with { Aggregate = whole[1].Aggregate with { Rows = [] } };
        await table.UpdateEntityAsync(StoredAggregateRow.Write(release.Key, forged, whole.Count), ETag.All, TableUpdateMode.Replace);
        await table.DeleteEntityAsync(release.Key.Partition, whole[2].Aggregate.Id);

        var named = (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage;

        Assert.Equal(["table aggregates", $"table aggregates, row {whole[1].Aggregate.Id}"], named.Select(damage => damage.Where));
        await Assert.ThrowsAsync<BrokenReleaseException>(() => aggregates.ReadWholeAsync(plan.About.Id, release.Version));
        Assert.Equal("table aggregates", Assert.Single(known.All).Where); // the forged one has a hash of its own: only who computes finds it
        var report = await new ReleaseRepair(local.Store, TimeProvider.System).RepairAsync(plan.About.Id);
        Assert.Equal("table aggregates", Assert.Single(report!.Actions).Where);
        Assert.Empty(report.Left);
        await known.LookAgainAsync();
        Assert.Empty(known.All);
        var mended = await aggregates.ReadWholeAsync(plan.About.Id, release.Version);
        Assert.Equal(whole.Select(stored => stored.Aggregate.InputsHash), mended.Select(stored => stored.Aggregate.InputsHash));
    }
}
