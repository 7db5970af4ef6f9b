using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>How many indicators each category has, and of which form their targets are.</summary>
internal static class IndicatorsByCategory
{
    public const string Id = "indicators-by-category";

    public static Aggregate Compute(AggregateInputs inputs) =>
        new(
            Id,
            new Label("各类别指标数量", "Indicators by category"),
            inputs.Release,
            Hashes.Table(RecordKinds.Indicator, inputs.Indicators).Sha256,
            [
                .. inputs
                    .Indicators.GroupBy(indicator => indicator.Category.Id)
                    .Select(category => Row(category.Key, category.First().Category.Label, [.. category])),
                Row(AggregateRecipe.Total, AggregateRecipe.TotalLabel, inputs.Indicators),
            ]
        );

    private static AggregateRow Row(string category, Label label, IReadOnlyList<Indicator> indicators)
    {
        return new AggregateRow(
            new Dictionary<string, string> { ["category"] = category },
            label,
            new Dictionary<string, decimal?>
            {
                ["indicators"] = indicators.Count,
                ["numericTargets"] = Count(indicator => indicator.Target.Value is not null),
                ["statedOperators"] = Count(indicator => indicator.Target.Operator is not TargetOperator.None),
                ["approximateTargets"] = Count(indicator => indicator.Target.Approx),
                ["cumulativeTargets"] = Count(indicator => indicator.Target.Cumulative),
                ["milestones"] = Count(indicator => indicator.Target.Kind is TargetKind.Milestone),
                ["increase"] = Directed("increase"),
                ["decrease"] = Directed("decrease"),
                ["maintain"] = Directed("maintain"),
                ["floors"] = Directed("floor"),
                ["achieve"] = Directed("achieve"),
                ["ratesOfDecline"] = Directed("rate-of-decline"),
                ["missingBaselines"] = Count(indicator => indicator.Baseline.Value is null),
            },
            Unit: null
        );

        decimal Count(Func<Indicator, bool> counts) => indicators.Count(counts);

        decimal Directed(string direction) => Count(indicator => indicator.Direction.Value == direction);
    }
}
