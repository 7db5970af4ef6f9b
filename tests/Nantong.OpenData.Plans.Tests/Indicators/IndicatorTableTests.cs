using Nantong.OpenData.Plans.Indicators;
using static Nantong.OpenData.Plans.Indicators.TargetOperator;

namespace Nantong.OpenData.Plans.Tests.Indicators;

public class IndicatorTableTests
{
    private static readonly IReadOnlyList<Indicator> Indicators = ThePlan.Read.Indicators;

    /// <summary>Table 1 read by hand: seq, id, category, unit as printed, code, baseline, target, operator, value, direction.</summary>
    public static TheoryData<int, string, string, string?, string?, string, string, TargetOperator, double?, string> Rows { get; } =
        new()
        {
            { 1, "urbanization-rate", "城镇化水平", "%", "%", "70.44", ">74", Gt, 74, "increase" },
            { 2, "urban-rural-income-ratio", "城镇化水平", null, "1", "2.01", "1.98", None, 1.98, "decrease" },
            { 3, "migrant-children-public-schooling", "市民化质量", "%", "%", "100", "100", None, 100, "maintain" },
            { 4, "basic-pension-contribution-rate", "市民化质量", "%", "%", "88.55", ">90", Gt, 90, "increase" },
            { 5, "affordable-housing-coverage", "市民化质量", "%", "%", "24.94", "28", None, 28, "increase" },
            { 6, "childcare-places-per-1000", "市民化质量", "个", "{item}", "2.71", "4.5左右", None, 4.5, "increase" },
            { 7, "home-care-elderly-share", "城市功能", "%", "%", "12.49", "18左右", None, 18, "increase" },
            { 8, "rd-expenditure-gdp-share", "城市功能", "%", "%", "2.55", ">3", Gt, 3, "increase" },
            { 9, "high-tech-output-share", "城市功能", "%", "%", "43.5", "47.5", None, 47.5, "increase" },
            { 10, "dual-gigabit-city", "城市功能", null, null, "—", "建成", None, null, "achieve" },
            { 11, "cultural-venue-visits-per-capita", "城市功能", "次", "{occurrence}", "4.21", "6.5左右", None, 6.5, "increase" },
            { 12, "good-air-days-share", "城市功能", "%", "%", "87.7", "90", None, 90, "increase" },
            { 13, "built-up-green-coverage", "城市功能", "%", "%", "43.29", ">40", Gt, 40, "floor" },
            { 14, "green-travel-share", "城市治理", "%", "%", "62.1", "≥70", Gte, 70, "increase" },
            { 15, "sports-area-per-capita", "城市治理", "m ² ", "m2", "2.95", "3.45", None, 3.45, "increase" },
            { 16, "construction-land-intensity-decline", "城市治理", "%", "%", "—", "[21]", None, 21, "rate-of-decline" },
            { 17, "full-service-community-coverage", "城市治理", null, "%", "50", "90", None, 90, "increase" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_is_read_as_printed(
        int seq,
        string id,
        string category,
        string? unit,
        string? code,
        string baseline,
        string target,
        TargetOperator op,
        double? value,
        string direction
    )
    {
        var indicator = Indicators[seq - 1];
        Assert.Equal((seq, id, category), (indicator.Seq, indicator.Id, indicator.Category.Name));
        Assert.Equal((unit, code), (indicator.Unit.Raw, indicator.Unit.Ucum));
        Assert.Equal((baseline, target), (indicator.Baseline.Raw, indicator.Target.Raw));
        Assert.Equal((op, (decimal?)value, direction), (indicator.Target.Operator, indicator.Target.Value, indicator.Direction.Value));
        Assert.Equal(("inferred", $"table1.r{seq}"), (indicator.Direction.Basis, indicator.Source.Node));
    }

    [Fact]
    public void About_cumulative_and_milestone_are_told_apart()
    {
        Assert.Equal([6, 7, 11], Indicators.Where(indicator => indicator.Target.Approx).Select(indicator => indicator.Seq));
        Assert.Equal([16], Indicators.Where(indicator => indicator.Target.Cumulative).Select(indicator => indicator.Seq));
        Assert.Equal([10], Indicators.Where(indicator => indicator.Target.Kind is TargetKind.Milestone).Select(indicator => indicator.Seq));
        Assert.Equal(
            [1, 4, 8, 13, 14],
            Indicators.Where(indicator => indicator.Target.Kind is TargetKind.Threshold).Select(indicator => indicator.Seq)
        );
        Assert.Equal(new Period(new(2021, 1, 1), new(2025, 12, 31)), Indicators[15].Target.Period);
        Assert.Equal(new Period(new(2025, 1, 1), new(2025, 12, 31)), Indicators[0].Target.Period);
    }

    [Fact]
    public void What_is_missing_is_null_with_its_reason()
    {
        Assert.Equal(
            (null, "M", "not-applicable"),
            (Indicators[9].Baseline.Value, Indicators[9].Baseline.Status, Indicators[9].Baseline.MissingReason)
        );
        Assert.Equal(
            (null, "M", "not-applicable"),
            (Indicators[15].Baseline.Value, Indicators[15].Baseline.Status, Indicators[15].Baseline.MissingReason)
        );
        Assert.Equal((null, "not-numeric"), (Indicators[9].Target.Value, Indicators[9].Target.MissingReason));
        Assert.All(
            Indicators.Where(indicator => indicator.Seq is not (10 or 16)),
            indicator => Assert.Equal(("A", null), (indicator.Baseline.Status, indicator.Baseline.MissingReason))
        );
    }

    [Fact]
    public void Only_units_that_are_not_printed_are_inferred() =>
        Assert.Equal([2, 17], Indicators.Where(indicator => indicator.Unit.Inferred).Select(indicator => indicator.Seq));

    [Theory]
    [InlineData(13, "gt", "stated")]
    [InlineData(14, "gte", "stated")]
    [InlineData(5, "gte", "inferred")]
    [InlineData(2, "lte", "inferred")]
    public void A_reading_says_whether_it_is_stated_or_inferred(int seq, string op, string basis)
    {
        var reading = Indicators[seq - 1].Target.Interpretation!;
        Assert.Equal((op, basis), (reading.Operator.ToString().ToLowerInvariant(), reading.Basis));
    }

    [Theory]
    [InlineData(2, "2025年为1.98（2020年为2.01）", "1.98 by 2025 (2.01 in 2020)")]
    [InlineData(6, "2025年为4.5个左右（2020年为2.71个）", "About 4.5 places by 2025 (2.71 places in 2020)")]
    [InlineData(10, "2025年建成（2020年无基数）", "To be achieved by 2025 (no baseline for 2020)")]
    [InlineData(13, "2025年大于40%（2020年为43.29%）", "Above 40% by 2025 (43.29% in 2020)")]
    [InlineData(14, "2025年不低于70%（2020年为62.1%）", "At least 70% by 2025 (62.1% in 2020)")]
    [InlineData(16, "2021—2025年累计21%（与2020年相比）", "21% over 2021–2025 (against 2020)")]
    public void A_row_reads_as_a_sentence(int seq, string zh, string en) => Assert.Equal(new Label(zh, en), Indicators[seq - 1].Statement);

    [Fact]
    public void The_note_under_the_table_goes_with_the_cumulative_row()
    {
        var note = Assert.Single(Indicators[15].Notes, note => note.Mandatory);
        Assert.Equal(("source", "注：带□的指标目标值为五年累计数。"), (note.Kind, note.Text.Zh));
        Assert.DoesNotContain(Indicators.Where(indicator => indicator.Seq != 16), indicator => indicator.Notes.Any(note => note.Mandatory));
    }
}
