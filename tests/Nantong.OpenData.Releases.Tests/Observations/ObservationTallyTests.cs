using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Observations;

namespace Nantong.OpenData.Releases.Tests.Observations;

public sealed class ObservationTallyTests
{
    private static readonly Unit Percent = new("%", "%", "%", Inferred: false);

    [Fact]
    public void A_large_part_lists_each_year_in_blocks_of_its_own_and_a_small_one_none()
    {
        Observation[] rows = [.. Rows("first", areas: 20), .. Rows("many", areas: 400), .. Rows("last", areas: 250)];

        var parts = ObservationTally.Of(rows);

        Assert.Equal([("first", 80), ("many", 1_600), ("last", 1_000)], parts.Select(part => (part.Indicator, part.Rows)));
        Assert.Null(parts[0].Years);
        Assert.Null(parts[2].Years);
        var years = parts[1].Years!;
        Assert.Equal([2018, 2019, 2020, 2021], years.Select(year => year.Year));
        foreach (var (year, to, blocks) in years)
        {
            var expected = rows.Where(row => row.Indicator == "many" && row.Year == year)
                .Chunk(100)
                .Select(chunk => ObservationTally.BlockOf(chunk)!)
                .ToArray();
            Assert.Equal(4, expected.Length);
            Assert.Equal($"area-1399|{year}", to);
            Assert.Equal(expected, blocks);
        }
    }

    [Fact]
    public void A_block_is_the_same_made_alone_and_among_others_and_of_no_rows_there_is_none()
    {
        Observation[] rows = [.. Rows("many", areas: 100)];

        var blocks = ObservationTally.Of(rows)[0].Blocks;

        Assert.Equal(rows.Chunk(100).Select(chunk => ObservationTally.BlockOf(chunk)!), blocks);
        Assert.Equal(4, blocks.Count);
        Assert.Null(ObservationTally.BlockOf([]));
    }

    /// <summary>Values of four years, in order.</summary>
    private static IEnumerable<Observation> Rows(string indicator, int areas) =>
        from area in Enumerable.Range(1_000, areas)
        from year in Enumerable.Range(2018, 4)
        select new Observation(indicator, $"area-{area}", year, area + year, Percent, "A", "Statistics bureau", null);
}
