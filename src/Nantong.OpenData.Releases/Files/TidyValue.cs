using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Releases.Files;

/// <summary>A value of an indicator in the one shape that programs for statistics ask for: baselines, targets and observations under each other, told
/// apart by <see cref="Kind"/>.</summary>
/// <param name="Id">Its indicator, area, year and kind: <c>urbanization-rate.nantong.2025.target</c>; without the area where none is
/// declared.</param>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Area">Id of the place; null where the plan's baselines and targets are for none that is known.</param>
/// <param name="Year">The year.</param>
/// <param name="Kind"><c>baseline</c>, <c>target</c> or <c>observation</c>.</param>
/// <param name="Raw">The cell as printed; null for an observation.</param>
/// <param name="Operator">How a target is printed to bind: <c>none</c> for a bare number. Null for what is no target.</param>
/// <param name="Value">The number in the unit; null when there is none, and then <paramref name="MissingReason"/> says why.</param>
/// <param name="From">Lower end of a target that is a range; null for any other.</param>
/// <param name="To">Upper end of it.</param>
/// <param name="Approx">True when 左右 or 约 (about) is printed.</param>
/// <param name="Cumulative">True for a target that adds up over the years of the plan.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Status">SDMX observation status: <c>A</c> normal, <c>M</c> cannot exist, <c>R</c> reported and not confirmed … A target has <c>A</c>,
/// or <c>M</c> when it is no number.</param>
/// <param name="MissingReason">Why there is no value; null when there is one.</param>
/// <param name="Source">Who published the value, or the node of the plan where it stands.</param>
public sealed record TidyValue(
    string Id,
    string Indicator,
    string? Area,
    int Year,
    string Kind,
    string? Raw,
    TargetOperator? Operator,
    decimal? Value,
    decimal? From,
    decimal? To,
    bool Approx,
    bool Cumulative,
    Unit Unit,
    string Status,
    string? MissingReason,
    string Source
)
{
    internal const string Baseline = "baseline",
        Target = "target",
        Observation = "observation";

    /// <summary>The values of a plan, indicator by indicator: its baseline, its target, then what others observed. Made one by one: observations may
    /// be many.</summary>
    public static IEnumerable<TidyValue> Of(Plan plan)
    {
        var indicators = plan.Indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        var area =
            plan.Observations.FirstOrDefault(row => IsStated(row, indicators[row.Indicator]))?.Area
            ?? StatedObservations.AreaOf(plan.Places, area: null)?.Id;
        var observed = plan.Observations.ToLookup(row => row.Indicator, StringComparer.Ordinal);
        foreach (var indicator in plan.Indicators)
        {
            yield return OfBaseline(indicator, area);
            yield return OfTarget(indicator, area);
            foreach (var row in observed[indicator.Id].Where(row => !IsStated(row, indicator)))
                yield return OfObservation(row);
        }
    }

    /// <summary>True for an observation that the plan itself states: it is the baseline.</summary>
    private static bool IsStated(Observation row, Indicator indicator) => row.Year == indicator.Baseline.Year && row.Source == indicator.Source.Node;

    private static TidyValue OfBaseline(Indicator row, string? area) =>
        new(
            IdOf(row.Id, area, row.Baseline.Year, Baseline),
            row.Id,
            area,
            row.Baseline.Year,
            Baseline,
            row.Baseline.Raw,
            null,
            row.Baseline.Value,
            null,
            null,
            row.Baseline.Status is "E",
            false,
            row.Unit,
            row.Baseline.Status,
            row.Baseline.MissingReason,
            row.Source.Node
        );

    private static TidyValue OfTarget(Indicator row, string? area) =>
        new(
            IdOf(row.Id, area, row.Target.Year, Target),
            row.Id,
            area,
            row.Target.Year,
            Target,
            row.Target.Raw,
            row.Target.Operator,
            row.Target.Value,
            row.Target.From,
            row.Target.To,
            row.Target.Approx,
            row.Target.Cumulative,
            row.Unit,
            row.Target.IsNumeric ? "A" : "M",
            row.Target.MissingReason,
            row.Source.Node
        );

    private static TidyValue OfObservation(Observation row) =>
        new(
            IdOf(row.Indicator, row.Area, row.Year, Observation),
            row.Indicator,
            row.Area,
            row.Year,
            Observation,
            null,
            null,
            row.Value,
            null,
            null,
            false,
            false,
            row.Unit,
            row.Status,
            row.MissingReason,
            row.Source
        );

    private static string IdOf(string indicator, string? area, int year, string kind) =>
        area is null
            ? string.Create(CultureInfo.InvariantCulture, $"{indicator}.{year}.{kind}")
            : string.Create(CultureInfo.InvariantCulture, $"{indicator}.{area}.{year}.{kind}");
}
