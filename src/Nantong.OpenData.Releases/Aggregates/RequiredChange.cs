using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>How far each indicator has to go from its baseline to its target, and how far in an average year.</summary>
/// <remarks>
/// The change is the distance to the printed number, a minus sign where the value has to fall. It is null where there is none to state: a milestone
/// has no number, and a cumulative target adds up over the years and has no baseline. A floor below the baseline asks for no change: 0. Operator and
/// 左右 stand beside the figure, so that nobody reads 3.56 as exact where the plan prints more than, or about. The row's unit is that of baseline and
/// target; a change between two percentages is in percentage points, which <c>changeUnit</c> says.
/// </remarks>
internal static class RequiredChange
{
    public const string Id = "required-change";

    private const int Places = 6;

    public static Aggregate Compute(AggregateInputs inputs) =>
        new(
            Id,
            new Label("各指标从基数到目标的变化", "Change required from baseline to target"),
            inputs.Release,
            Hashes.Table(RecordKinds.Indicator, inputs.Indicators).Sha256,
            [.. inputs.Indicators.Select(Row)]
        );

    private static AggregateRow Row(Indicator indicator)
    {
        var (baseline, target) = (indicator.Baseline, indicator.Target);
        var years = target.Year - baseline.Year;
        var change = Change(indicator);
        return new AggregateRow(
            new Dictionary<string, string>
            {
                ["category"] = indicator.Category.Id,
                ["indicator"] = indicator.Id,
                ["direction"] = indicator.Direction.Value,
                ["operator"] = RecordJson.Code(target.Operator, RecordJson.Line.TargetOperator),
                ["approximate"] = target.Approx ? "true" : "false",
                ["cumulative"] = target.Cumulative ? "true" : "false",
                ["baselineYear"] = baseline.Year.ToString(CultureInfo.InvariantCulture),
                ["targetYear"] = target.Year.ToString(CultureInfo.InvariantCulture),
                ["changeUnit"] = indicator.Unit.Ucum is "%" ? "percentage-point" : indicator.Unit.Ucum ?? "",
            },
            indicator.Label,
            new Dictionary<string, decimal?>
            {
                ["baseline"] = baseline.Value,
                ["target"] = target.Value,
                ["requiredChange"] = change,
                ["requiredChangePerYear"] = years > 0 && change is { } whole ? decimal.Round(whole / years, Places) : null,
            },
            indicator.Unit.Ucum
        );
    }

    private static decimal? Change(Indicator indicator) =>
        indicator switch
        {
            { Target.Cumulative: true } => null,
            { Baseline.Value: null } or { Target.Value: null } => null,
            { Direction.Value: "floor" } => 0,
            { Baseline.Value: { } from, Target.Value: { } to } => to - from,
        };
}
