using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>Baselines, targets and observations under each other.</summary>
public sealed class TidyValueTests
{
    private static readonly IReadOnlyList<TidyValue> All = [.. TidyValue.Of(BuiltRelease.Plan)];

    [Fact]
    public void Each_indicator_has_its_baseline_and_its_target_and_nothing_that_the_plan_states_stands_twice()
    {
        var plan = BuiltRelease.Plan;
        Assert.Equal(plan.Indicators.Select(row => row.Id), All.Where(row => row.Kind is "baseline").Select(row => row.Indicator));
        Assert.Equal(plan.Indicators.Select(row => row.Id), All.Where(row => row.Kind is "target").Select(row => row.Indicator));
        Assert.Equal(
            ["urban-rural-income-ratio.nantong.2022.observation", "migrant-children-public-schooling.nantong.2022.observation"],
            All.Where(row => row.Kind is "observation").Select(row => row.Id)
        );
    }

    [Fact]
    public void Numbers_are_those_of_the_indicators_with_their_operator_and_what_must_go_with_them()
    {
        Assert.All(
            BuiltRelease.Plan.Indicators,
            indicator =>
            {
                var target = Assert.Single(All, row => row.Indicator == indicator.Id && row.Kind is "target");
                Assert.Equal(
                    (
                        indicator.Target.Value,
                        indicator.Target.Operator,
                        indicator.Target.Approx,
                        indicator.Target.Cumulative,
                        indicator.Target.Year,
                        indicator.Target.Raw
                    ),
                    (target.Value, target.Operator!.Value, target.Approx, target.Cumulative, target.Year, target.Raw)
                );
                var baseline = Assert.Single(All, row => row.Indicator == indicator.Id && row.Kind is "baseline");
                Assert.Equal((indicator.Baseline.Value, indicator.Baseline.Status, null), (baseline.Value, baseline.Status, baseline.Operator));
                Assert.Equal("nantong", baseline.Area);
            }
        );

        var land = Assert.Single(All, row => row is { Indicator: "construction-land-intensity-decline", Kind: "target" });
        Assert.Equal((21m, true, TargetOperator.None), (land.Value, land.Cumulative, land.Operator));
        var gigabit = Assert.Single(All, row => row is { Indicator: "dual-gigabit-city", Kind: "target" });
        Assert.Equal((null, "M", "not-numeric", "建成"), (gigabit.Value, gigabit.Status, gigabit.MissingReason, gigabit.Raw));
    }

    [Fact]
    public void A_plan_that_says_of_no_area_has_its_values_without_one()
    {
        var plan = BuiltRelease.Plan with { Places = [], Observations = [] };
        Assert.All(TidyValue.Of(plan), row => Assert.Null(row.Area));
        Assert.Contains("urbanization-rate.2025.target", TidyValue.Of(plan).Select(row => row.Id));
    }
}
