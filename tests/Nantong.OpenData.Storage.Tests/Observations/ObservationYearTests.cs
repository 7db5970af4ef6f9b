using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests.Observations;

/// <summary>Large parts list their observations by year, too, and a page of one year reads no others.</summary>
public sealed class ObservationYearTests(LocalStore local) : IClassFixture<LocalStore>
{
    private const string Large = "urbanization-rate",
        Small = "green-travel-share";
    private static Task<(Plan Plan, Snapshot Release)>? published;

    [Theory]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(250)]
    public async Task One_year_is_read_alone_across_its_blocks_each_row_once_and_counted_without_reading(int limit)
    {
        var (plan, release) = await PublishedAsync();
        var (pages, watch) = ReadWatch.Pages(local);
        var query = new ObservationQuery { Indicators = [Large], Years = [2012] };
        Observation[] expected = [.. plan.Observations.Where(row => row is { Indicator: Large, Year: 2012 })];
        Assert.Equal(280, expected.Length);
        Assert.Equal([100, 100, 80], release.Observations.Single(part => part.Indicator == Large).Years![2].Blocks.Select(block => block.Rows));

        Assert.Equal(280, (await pages.ReadAsync(release, query, after: null, limit: 0)).Total);
        Assert.Equal(0, watch.Rows);
        var (rows, sizes) = await ReadWatch.WalkAsync(pages, release, query, limit, total: 280);

        Assert.Equal(expected, rows);
        Assert.All(sizes.SkipLast(1), size => Assert.Equal(limit, size));
        Assert.Equal(280, watch.Rows);
    }

    [Fact]
    public async Task Years_narrow_parts_that_list_them_and_parts_that_do_not()
    {
        var (plan, release) = await PublishedAsync();
        var pages = new ObservationPages(new ObservationTable(local.Store));

        await AssertAsync(new ObservationQuery { Years = [2012] }, row => row.Year is 2012);
        await AssertAsync(new ObservationQuery { Years = [2010, 2013] }, row => row.Year is 2010 or 2013);
        await AssertAsync(
            new ObservationQuery { Years = [2012], Areas = ["area-1007", "area-1279"] },
            row => row is { Area: "area-1007" or "area-1279", Year: 2012 }
        );
        await AssertAsync(new ObservationQuery { Years = [2012], Where = row => row.Value > 200 }, row => row is { Year: 2012, Value: > 200 });
        await AssertAsync(new ObservationQuery { Years = [1999] }, _ => false);
        await AssertAsync(new ObservationQuery { Years = [] }, _ => false);

        async Task AssertAsync(ObservationQuery query, Func<Observation, bool> wanted)
        {
            Observation[] expected = [.. plan.Observations.Where(wanted)];
            Assert.Equal(expected, (await ReadWatch.WalkAsync(pages, release, query, 50, expected.Length)).Rows);
        }
    }

    [Fact]
    public async Task A_page_whose_total_is_known_is_whole_however_much_of_it_comes_from_parts_that_list_years()
    {
        var (plan, release) = await PublishedAsync();
        var unlisted = release.Observations.Where(part => part.Years is null).Sum(part => part.Rows);
        Observation[] expected = [.. plan.Observations.Where(row => row.Year == 2012)];

        var pages = new ObservationPages(new ObservationTable(local.Store), mostRead: unlisted + 50);
        var page = await pages.ReadAsync(release, new ObservationQuery { Years = [2012] }, after: null, limit: 100_000);

        Assert.Equal(expected, page.Items);
        Assert.Equal((expected.Length, null), (page.Total, page.Next));
    }

    [Fact]
    public async Task A_row_that_says_another_year_to_the_store_than_the_manifest_proves_breaks_the_page_of_that_year()
    {
        var (plan, release) = await PublishedAsync();
        var moved = plan.Observations.First(row => row is { Indicator: Large, Year: 2012 });
        var query = new ObservationQuery { Indicators = [Large], Years = [2012] };

        await MoveAsync(2013);
        var broken = await Assert.ThrowsAsync<BrokenReleaseException>(ReadAsync);
        await MoveAsync(2012);

        Assert.Equal($"table observations, {Large} in 2012 from {ObservationOrder.KeyOf(moved)}", broken.Damage.Where);
        Assert.Contains(moved, (await ReadAsync()).Items);

        Task<ObservationPage> ReadAsync() =>
            new ObservationPages(new ObservationTable(local.Store)).ReadAsync(release, query, after: null, limit: 50);

        async Task MoveAsync(int year)
        {
            var table = local.Store.Table(TableNames.Observations);
            var row = (await table.FindAsync(RowAddress.Observation(release.Release.Key, Large, ObservationOrder.KeyOf(moved)), default))!;
            row["year"] = year;
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        }
    }

    [Fact]
    public async Task A_manifest_whose_years_are_not_those_of_its_rows_is_found_and_one_that_lists_none_is_whole()
    {
        var (_, release) = await PublishedAsync();
        var years = release.Observations.Single(part => part.Indicator == Large).Years!;

        Assert.Null(await FindAsync(years));
        Assert.Null(await FindAsync(null));
        Assert.Equal($"manifest.json, {Large} in 2011", await FindAsync([years[0], years[1] with { Blocks = years[2].Blocks }, .. years.Skip(2)]));
        Assert.Equal($"manifest.json, {Large} in 2010", await FindAsync([.. years.Reverse()]));
        Assert.Equal($"manifest.json, {Large} in 2020", await FindAsync([.. years.SkipLast(1)]));
        Assert.Equal($"manifest.json, {Large} in 2020", await FindAsync([.. years, years[^1]]));
        Assert.Equal(
            $"manifest.json, {Large} in 2012",
            await FindAsync([.. years.Select(year => year.Year == 2012 ? year with { To = "x" } : year)])
        );

        async Task<string?> FindAsync(IReadOnlyList<ObservationYear>? listed)
        {
            ObservationPart[] parts = [.. release.Observations.Select(part => part.Indicator == Large ? part with { Years = listed } : part)];
            var check = new ObservationCheck(local.Store.Table(TableNames.Observations), release.Release.Key);
            return (await check.RunAsync(parts, 2, default)).Damage.SingleOrDefault()?.Where;
        }
    }

    /// <summary>The plan with four years of an indicator in 280 areas, and of another in 60: published once for all tests here.</summary>
    private Task<(Plan Plan, Snapshot Release)> PublishedAsync() => published ??= PublishAsync();

    private async Task<(Plan, Snapshot)> PublishAsync()
    {
        var plan = LocalStore.NewRealPlan();
        var values =
            from many in new[] { (Indicator: Large, Areas: 280), (Indicator: Small, Areas: 60) }
            let unit = plan.Indicators.Single(row => row.Id == many.Indicator).Unit
            from area in Enumerable.Range(0, many.Areas)
            from year in Enumerable.Range(2010, 4)
            select new Observation(many.Indicator, $"area-{1000 + area}", year, area, unit, "A", "Statistics bureau", null);
        var whole = TestPlan.Observed(plan, values);
        return (whole, await new SnapshotLoader(local.Store).LoadAsync(await local.PublishAsync(whole)));
    }
}
