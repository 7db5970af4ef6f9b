using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Tests.Indicators;

public class TargetTests
{
    private static readonly PlanYears Years = new(2021, 2025, 2020, 2025);

    [Theory]
    [InlineData("≤4.2", TargetOperator.Lte, 4.2)]
    [InlineData("<0.5", TargetOperator.Lt, 0.5)]
    [InlineData("≥70", TargetOperator.Gte, 70)]
    public void Operators_that_this_plan_does_not_print_are_read_too(string cell, TargetOperator op, double value)
    {
        var target = Target.Parse(cell, Years).Value!;
        Assert.Equal((op, (decimal)value, TargetKind.Threshold), (target.Operator, target.Value, target.Kind));
    }

    [Theory]
    [InlineData("七十")]
    [InlineData("")]
    [InlineData("[")]
    [InlineData(">")]
    [InlineData("左右")]
    [InlineData("1e3")]
    public void An_unreadable_cell_is_quoted_with_the_rule_it_broke(string cell)
    {
        var error = Target.Parse(cell, Years).Error!;
        Assert.Equal(cell, error.Found);
        Assert.Contains("a number with an optional", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_floor_needs_an_operator_that_is_printed()
    {
        var baseline = new Baseline(2020, "43.29", 43.29m, "A", null);
        Assert.Equal("floor", Direction.Infer(baseline, Target.Parse(">40", Years).Value!).Value);
        Assert.Equal("decrease", Direction.Infer(baseline, Target.Parse("40", Years).Value!).Value);
    }
}
