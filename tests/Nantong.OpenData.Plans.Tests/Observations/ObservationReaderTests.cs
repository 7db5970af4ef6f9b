using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Plans.Tests.Observations;

public class ObservationReaderTests
{
    private static readonly Plan Plan = ThePlan.Read;

    private static readonly Unit Percent = new("%", "%", "%", Inferred: false);

    private static readonly string[] Head = ["indicator", "area", "year", "value", "status", "source", "note"];

    [Fact]
    public void The_plan_states_the_fifteen_baselines_of_2020_and_nothing_else()
    {
        Assert.Equal(15, Plan.Observations.Count);
        Assert.Contains(new Observation("built-up-green-coverage", "nantong", 2020, 43.29m, Percent, "A", "table1.r13", null), Plan.Observations);
        Assert.All(Plan.Observations, observation => Assert.Equal((2020, "nantong", "A"), (observation.Year, observation.Area, observation.Status)));
        Assert.DoesNotContain(
            Plan.Observations,
            observation => observation.Indicator is "dual-gigabit-city" or "construction-land-intensity-decline"
        );
    }

    [Fact]
    public void Rows_are_read_in_any_order_of_columns_and_without_notes()
    {
        var observations = Read([
            ["year", "value", "indicator", "area", "source", "status"],
            ["2021", "71.22", "urbanization-rate", "nantong", "市统计局", "A"],
        ]);
        Assert.Equal(
            new Observation("urbanization-rate", "nantong", 2021, 71.22m, Percent, "A", "市统计局", null),
            Assert.Single(observations).Value
        );
    }

    [Fact]
    public void A_missing_value_needs_a_status_that_says_so()
    {
        var observation = Assert.Single(Read([Head, ["urbanization-rate", "haian", "2021", "", "O", "市统计局", "未公布"]])).Value!;
        Assert.Equal((null, "O", "未公布"), (observation.Value, observation.Status, observation.Note));
    }

    [Fact]
    public void A_milestone_is_observed_as_one_or_zero() =>
        Assert.Equal(1, Assert.Single(Read([Head, ["dual-gigabit-city", "nantong", "2023", "1", "A", "市工信局", ""]])).Value!.Value);

    [Theory]
    [InlineData("urbanisation-rate,nantong,2021,71,A,x,", "urbanisation-rate", "indicator: ")]
    [InlineData("urbanization-rate,atlantis,2021,71,A,x,", "atlantis", "area: ")]
    [InlineData("urbanization-rate,nantong,1999,71,A,x,", "1999", "year: a year from 2000 to 2035")]
    [InlineData("urbanization-rate,nantong,21,71,A,x,", "21", "year: ")]
    [InlineData("urbanization-rate,nantong,2021年,71,A,x,", "2021年", "year: ")]
    [InlineData("urbanization-rate,nantong,2021,七十一,A,x,", "七十一", "value: a decimal number")]
    [InlineData("urbanization-rate,nantong,2021,71%,A,x,", "71%", "value: a decimal number")]
    [InlineData("urbanization-rate,nantong,2021,约71,A,x,", "约71", "value: a decimal number")]
    [InlineData("urbanization-rate,nantong,2021,7e1,A,x,", "7e1", "value: a decimal number")]
    [InlineData("urbanization-rate,nantong,2021,71.225,A,x,", "71.225", "value: at most 2 decimals")]
    [InlineData("dual-gigabit-city,nantong,2021,0.5,A,x,", "0.5", "value: 1 or 0")]
    [InlineData("urbanization-rate,nantong,2021,,A,x,", "", "value: a number, or a status")]
    [InlineData("urbanization-rate,nantong,2021,71,O,x,", "71", "value: nothing where the status is O")]
    [InlineData("urbanization-rate,nantong,2021,71,Z,x,", "Z", "status: ")]
    [InlineData("urbanization-rate,nantong,2021,71,A, ,", " ", "source: ")]
    [InlineData("urbanization-rate,nantong,2020,71,A,x,", "urbanization-rate,nantong,2020", "that the plan does not state itself")]
    [InlineData("urbanization-rate,nantong,2021,71,A", "urbanization-rate,nantong,2021,71,A", "7 cells")]
    public void A_cell_that_breaks_a_rule_is_named_by_line_and_rule(string row, string found, string rule)
    {
        var error = Assert.Single(Read([Head, row.Split(',')])).Error!;
        Assert.Equal(("observations.csv line 2", found), (error.Where, error.Found));
        Assert.Contains(rule, error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_there_twice_names_both_lines()
    {
        string[] row = ["urbanization-rate", "nantong", "2021", "71", "A", "x", ""];
        var error = Read([Head, row, row])[1].Error!;
        Assert.Equal("observations.csv line 3", error.Where);
        Assert.Contains("line 2 has it too", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_refused_leaves_the_next_ones_readable()
    {
        var parsed = Read([
            Head,
            ["urbanization-rate", "nantong", "2021", "x", "A", "x", ""],
            ["urbanization-rate", "nantong", "2022", "72", "A", "x", ""],
        ]);
        Assert.NotNull(parsed[0].Error);
        Assert.Equal(72, parsed[1].Value!.Value);
    }

    [Theory]
    [InlineData("indicator,area,year,value,status", "a column named source")]
    [InlineData("indicator,area,year,value,status,source,colour", "columns named")]
    [InlineData("indicator,area,year,value,status,source,source", "each column once")]
    public void A_head_that_breaks_a_rule_ends_the_reading(string head, string rule) =>
        Assert.Contains(rule, Assert.Single(Read([head.Split(','), ["x"]])).Error!.Rule, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_told() => Assert.Contains("a first row", Assert.Single(Read([])).Error!.Rule, StringComparison.Ordinal);

    private static List<Parsed<Observation>> Read(IEnumerable<string[]> rows)
    {
        var reader = new ObservationReader(Plan.Indicators, Plan.Places.Select(place => place.Id), Plan.About.Years);
        return [.. reader.Read(rows.Select((cells, index) => (Parsed<ObservationRow>)new ObservationRow(index + 1, cells)), Plan.Observations)];
    }
}
