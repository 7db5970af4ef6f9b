using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests.Observations;

/// <summary>Observations stand in partitions of their own and are read by keys, page by page.</summary>
public sealed class ObservationTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static Task<(Plan Plan, Snapshot Release)>? published;

    [Theory]
    [InlineData(7)]
    [InlineData(500)]
    [InlineData(1_000)]
    public async Task Every_row_is_on_one_page_at_any_limit_across_indicators_and_blocks_and_is_read_once(int limit)
    {
        var (plan, release) = await PublishedAsync();
        var (pages, watch) = ReadWatch.Pages(local);

        var (rows, sizes) = await ReadWatch.WalkAsync(pages, release, ObservationQuery.All, limit, plan.Observations.Count);

        Assert.Equal(plan.Observations, rows);
        Assert.All(sizes.SkipLast(1), size => Assert.Equal(limit, size));
        Assert.Equal(plan.Observations.Count, watch.Rows);
    }

    [Fact]
    public async Task Blocks_of_another_size_are_read_and_checked_as_the_manifest_cuts_them()
    {
        var (plan, release) = await PublishedAsync();
        var parts = ObservationTally.Of(plan.Observations, blockRows: 250);
        Assert.Contains(parts, part => part.Blocks.Count > 1);

        foreach (var part in parts)
        {
            var blocks = await new ObservationTable(local.Store).ReadBlocksAsync(release.Release.Key, [new BlockAt(part, 0)], default);
            Assert.Equal(plan.Observations.Where(row => row.Indicator == part.Indicator).Take(250), Assert.Single(blocks));
        }

        var (rows, damage) = await new ObservationCheck(local.Store.Table(TableNames.Observations), release.Release.Key).RunAsync(parts, 2, default);
        Assert.Equal(plan.Observations.Count, rows);
        Assert.Empty(damage);
    }

    [Fact]
    public async Task Indicators_and_areas_narrow_the_list_by_keys_and_a_condition_narrows_it_further()
    {
        var (plan, release) = await PublishedAsync();
        var pages = Pages();
        var byIndicator = new ObservationQuery { Indicators = ["green-travel-share", "urbanization-rate"] };
        var byArea = new ObservationQuery { Areas = ["haian", "nantong"] };
        var both = byIndicator with { Areas = ["haian"], Where = row => row.Year > 2030 };

        await AssertAsync(byIndicator, row => row.Indicator is "green-travel-share" or "urbanization-rate");
        await AssertAsync(byArea, row => row.Area is "haian" or "nantong");
        await AssertAsync(both, row => row is { Indicator: "green-travel-share" or "urbanization-rate", Area: "haian", Year: > 2030 });
        await AssertAsync(ObservationQuery.All with { Indicators = ["none"] }, _ => false);
        await AssertAsync(new ObservationQuery { Years = [2020] }, row => row.Year == 2020);
        await AssertAsync(new ObservationQuery { Years = [2002, 2035] }, row => row.Year is 2002 or 2035);
        await AssertAsync(byArea with { Years = [2002] }, row => row is { Area: "haian" or "nantong", Year: 2002 });
        await AssertAsync(byIndicator with { Years = [1999] }, _ => false);
        Assert.Equal(
            (0, 5),
            await pages.ReadAsync(release, both with { Indicators = ["urbanization-rate"] }, after: null, limit: 0) is var page
                ? (page.Items.Count, page.Total)
                : default
        );

        async Task AssertAsync(ObservationQuery query, Func<Observation, bool> wanted)
        {
            Observation[] expected = [.. plan.Observations.Where(wanted)];
            Assert.Equal(expected, (await ReadWatch.WalkAsync(pages, release, query, 50, expected.Length)).Rows);
        }
    }

    [Fact]
    public async Task A_page_that_would_have_to_read_too_much_comes_back_short_with_the_place_to_go_on_from()
    {
        var (plan, release) = await PublishedAsync();
        var pages = Pages(mostRead: 500);
        Observation[] expected = [.. plan.Observations.Where(row => row.Year == 2035)];

        var (rows, sizes) = await ReadWatch.WalkAsync(pages, release, new ObservationQuery { Where = row => row.Year == 2035 }, 500, total: null);

        Assert.Equal(expected, rows);
        Assert.True(sizes.Count > 2, $"{sizes.Count} pages");
    }

    [Fact]
    public async Task A_page_of_rows_that_the_manifest_does_not_prove_is_not_shown()
    {
        var plan = LocalStore.NewRealPlan();
        var entry = await local.PublishAsync(plan);
        var row = await ChangeAsync(entry.Key, plan.Observations[3], row => row["note"] = "another");
        var release = await new SnapshotLoader(local.Store).LoadAsync(entry);
        var pages = Pages();

        var broken = await Assert.ThrowsAsync<BrokenReleaseException>(() => pages.ReadAsync(release, ObservationQuery.All, after: null, limit: 50));

        Assert.Equal($"table observations, {plan.Observations[3].Indicator} from {row.RowKey}", broken.Damage.Where);
    }

    [Fact]
    public async Task A_changed_a_missing_and_a_surplus_row_and_a_surplus_partition_are_found()
    {
        var plan = LocalStore.NewRealPlan();
        var key = (await local.PublishAsync(plan)).Key;
        var table = local.Store.Table(TableNames.Observations);
        var (first, second, third) = (plan.Observations[0], plan.Observations[1], plan.Observations[2]);
        await ChangeAsync(key, first, row => row["value"] = "99.9");
        await table.DeleteEntityAsync(RowAddress.ObservationPartition(key, second.Indicator), ObservationOrder.KeyOf(second));
        foreach (var surplus in new[] { third with { Year = 2034 }, third with { Indicator = "no-such-indicator" } })
            await table.AddEntityAsync(Rows.ObservationRow.Format.ToRows(key, [surplus]).Single());

        var damage = (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage;

        Assert.Equal(
            [
                $"table observations, row {first.Indicator}|nantong|2020",
                $"table observations, {second.Indicator} from nantong|2020",
                $"table observations, {third.Indicator} from nantong|2020",
                "table observations, row no-such-indicator|nantong|2020",
            ],
            damage.Select(found => found.Where)
        );
    }

    [Fact]
    public async Task Sweeping_a_release_leaves_none_of_its_observations_and_all_of_another()
    {
        var (plan, release) = await PublishedAsync();
        var key = new ReleaseKey(plan.About.Id, new ReleaseVersion(2, 0, 0));
        var table = local.Store.Table(TableNames.Observations);
        foreach (var batch in TableRows.Batches(Rows.ObservationRow.Format.ToRows(key, plan.Observations.Take(250))))
            await table.PutAsync(batch, default);

        var strays = (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage;
        Assert.All(strays, stray => Assert.Equal((key.ToString(), "table observations"), (stray.Release, stray.Where)));
        Assert.NotEmpty(strays);
        await new ReleaseRows(local.Store).ClearAsync(key, default);

        await local.AssertWholeAsync(plan);
        Assert.Equal(plan.Observations.Count, release.Observations.Sum(part => part.Rows));
    }

    private ObservationPages Pages(int mostRead = ObservationPages.UsualMostRead) => new(new ObservationTable(local.Store), mostRead);

    private async Task<TableEntity> ChangeAsync(ReleaseKey key, Observation observation, Action<TableEntity> change)
    {
        var table = local.Store.Table(TableNames.Observations);
        var row = (await table.FindAsync(RowAddress.Observation(key, observation.Indicator, ObservationOrder.KeyOf(observation)), default))!;
        change(row);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        return row;
    }

    /// <summary>The plan with 2,300 values of one indicator and some of another, published once for all tests here.</summary>
    private Task<(Plan Plan, Snapshot Release)> PublishedAsync() => published ??= PublishAsync();

    private async Task<(Plan, Snapshot)> PublishAsync()
    {
        var plan = LocalStore.NewRealPlan();
        var values =
            from place in plan.Places.Where(place => place.Id != "nantong")
            from year in Enumerable.Range(2000, 36)
            from indicator in new[] { "urbanization-rate", "green-travel-share" }.Take(year < 2003 ? 2 : 1)
            select new Observation(
                indicator,
                place.Id,
                year,
                year - 1990,
                plan.Indicators.Single(row => row.Id == indicator).Unit,
                "A",
                "Statistics bureau",
                null
            );
        var many = TestPlan.Observed(plan, values);
        return (many, await new SnapshotLoader(local.Store).LoadAsync(await local.PublishAsync(many)));
    }
}
