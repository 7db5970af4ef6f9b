using System.Globalization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>A row of the table as a sentence.</summary>
internal static class Statement
{
    /// <summary>Writes the sentence: <c>2025年大于40%（2020年为43.29%）</c>.</summary>
    /// <param name="baseline">The value of the base year.</param>
    /// <param name="target">The value aimed at.</param>
    /// <param name="unit">The unit in both languages; empty where there is none.</param>
    public static Label Write(Baseline baseline, Target target, Label unit) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{When(target, "{0}—{1}年累计", "{1}年")}{Chinese(target, unit.Zh)}（{(target.Cumulative && baseline.Value is null ? $"与{baseline.Year}年相比" : $"{baseline.Year}年{(baseline.Value is { } v ? $"为{Number(v, unit.Zh)}" : "无基数")}")}）"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{English(target, unit.En)} {When(target, "over {0}–{1}", "by {1}")} ({(baseline.Value is { } w ? $"{Number(w, unit.En)} in {baseline.Year}" : target.Cumulative ? $"against {baseline.Year}" : $"no baseline for {baseline.Year}")})"));

    private static string When(Target target, string cumulative, string single) =>
        string.Format(CultureInfo.InvariantCulture, target.Cumulative ? cumulative : single, target.Period.From.Year, target.Period.To.Year);

    /// <summary>Also inside a nested interpolated string, which the culture of the outer one does not reach.</summary>
    private static string Number(decimal value, string unit) => value.ToString(CultureInfo.InvariantCulture) + unit;

    private static string Chinese(Target target, string unit) => target switch
    {
        { From: { } from, To: { } to } => $"为{Number(from, "")}—{Number(to, unit)}",
        { Value: null } => target.Raw,
        { Value: { } value } => Operator(target, "大于", "不低于", "小于", "不高于", target.Cumulative ? "" : "为") + Number(value, unit) + (target.Approx ? "左右" : ""),
    };

    private static string English(Target target, string unit) => target switch
    {
        { From: { } from, To: { } to } => $"Between {Number(from, "")} and {Number(to, unit)}",
        { Rate: { } rate } => Operator(target, "Growth of more than ", "Growth of at least ", "Growth of less than ", "Growth of at most ", "Growth of ") + Number(rate, "% a year"),
        { Kind: TargetKind.Qualitative } => $"As printed: {target.Raw},",
        { Value: null } => "To be achieved",
        { Value: { } value } => Operator(target, "Above ", "At least ", "Below ", "At most ", target.Approx ? "About " : "") + Number(value, unit),
    };

    private static string Operator(Target target, string gt, string gte, string lt, string lte, string none) => target.Operator switch
    {
        TargetOperator.Gt => gt,
        TargetOperator.Gte => gte,
        TargetOperator.Lt => lt,
        TargetOperator.Lte => lte,
        _ => none,
    };
}
