using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Api.Charts;

/// <summary>How a target is drawn: what counts as met differs, and so must the mark.</summary>
internal enum TargetMark
{
    /// <summary>A bare number: a point.</summary>
    Point,

    /// <summary>At least, or more than: a floor, and what lies above it counts as met.</summary>
    Floor,

    /// <summary>At most, or less than: a ceiling, and what lies below it counts as met.</summary>
    Ceiling,

    /// <summary>About: a point with room to both sides, whose width the plan does not give.</summary>
    About,

    /// <summary>A total over the period: a bar from nothing.</summary>
    Total,

    /// <summary>From one number to another.</summary>
    Range,

    /// <summary>Something to be built, or words: no number to draw.</summary>
    Words,
}

/// <summary>What a chart shows of an indicator: numbers in its own unit, which shares an axis with no other.</summary>
/// <param name="Name">Its name, short.</param>
/// <param name="Group">What it is drawn under.</param>
/// <param name="Unit">The unit; empty for none.</param>
/// <param name="BaseYear">The base year.</param>
/// <param name="Baseline">The value of the base year; null where the plan gives none.</param>
/// <param name="TargetYear">The year of the target.</param>
/// <param name="Target">The target as people read it.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="From">The number of the target, or the lower of two; null where there is none.</param>
/// <param name="To">The higher number of a range; null otherwise.</param>
/// <param name="Observed">Values of later years, with their status.</param>
internal sealed record ChartRow(
    string Name,
    string Group,
    string Unit,
    int BaseYear,
    decimal? Baseline,
    int TargetYear,
    string Target,
    TargetMark Mark,
    decimal? From,
    decimal? To,
    IReadOnlyList<ChartValue> Observed
)
{
    /// <summary>Every number that the row draws.</summary>
    public IEnumerable<decimal> Numbers =>
        [
            .. new[] { Baseline, From, To }.OfType<decimal>(),
            .. Observed.Select(value => value.Value),
            .. Mark is TargetMark.Total ? [0m] : Array.Empty<decimal>(),
        ];

    /// <summary>What a chart shows of an indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="observed">Its values for the city as a whole.</param>
    /// <param name="language">The language of the chart.</param>
    public static ChartRow Of(Indicator indicator, IEnumerable<Observation> observed, Language language)
    {
        var (target, unit) = (indicator.Target, language.LabelOf(indicator.Unit) ?? "");
        return new(
            language.Of(indicator.ShortLabel),
            language.Of(indicator.Category.Label),
            unit,
            indicator.Baseline.Year,
            indicator.Baseline.Value,
            target.Year,
            TextOf(target, language),
            MarkOf(target),
            target.Value ?? target.From,
            target.To,
            [
                .. observed
                    .Where(row => row.Value is not null && row.Year > indicator.Baseline.Year)
                    .OrderBy(row => row.Year)
                    .Select(row => new ChartValue(row.Year, row.Value!.Value, row.Status)),
            ]
        );
    }

    /// <summary>A target as readers of a language read it: the printed cell, for English readers its words translated.</summary>
    public static string TextOf(Target target, Language language) =>
        language == Language.Chinese
            ? target.Raw
            : target.Raw.Replace("建成", "to be built", StringComparison.Ordinal).Replace("左右", " (about)", StringComparison.Ordinal);

    private static TargetMark MarkOf(Target target) =>
        target switch
        {
            { IsNumeric: false } => TargetMark.Words,
            { Cumulative: true } => TargetMark.Total,
            { From: not null } => TargetMark.Range,
            { Approx: true } => TargetMark.About,
            { Operator: TargetOperator.Gt or TargetOperator.Gte } => TargetMark.Floor,
            { Operator: TargetOperator.Lt or TargetOperator.Lte } => TargetMark.Ceiling,
            _ => TargetMark.Point,
        };
}

/// <summary>A value of a later year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The value.</param>
/// <param name="Status">Its status: <c>R</c> for one that others reported and no statistical office has confirmed.</param>
internal sealed record ChartValue(int Year, decimal Value, string Status);
