using System.Globalization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>A row of the table as a sentence.</summary>
internal static class Statement
{
    /// <summary>Writes the sentence: <c>2025年大于40%（2020年为43.29%）</c>.</summary>
    /// <param name="baseline">The value of the base year.</param>
    /// <param name="target">The value aimed at.</param>
    /// <param name="unit">The unit in both languages; empty where there is none.</param>
    public static Label Write(Baseline baseline, Target target, Label unit)
    {
        var since = Since(baseline, target, unit);
        return new Label(
            $"{When(target, "{0}—{1}年累计", "{1}年")}{Chinese(target, unit.Zh)}（{since.Zh}）",
            $"{English(target, unit.En)} {When(target, "over {0}–{1}", "by {1}")} ({since.En})"
        );
    }

    /// <summary>What the target is to be seen against.</summary>
    private static Label Since(Baseline baseline, Target target, Label unit)
    {
        var year = baseline.Year.ToString(CultureInfo.InvariantCulture);
        return (baseline.Value, target.Cumulative) switch
        {
            ({ } value, _) => new Label($"{year}年为{Number(value, unit.Zh)}", $"{Number(value, unit.En)} in {year}"),
            (null, true) => new Label($"与{year}年相比", $"against {year}"),
            (null, false) => new Label($"{year}年无基数", $"no baseline for {year}"),
        };
    }

    private static string When(Target target, string cumulative, string single) =>
        string.Format(CultureInfo.InvariantCulture, target.Cumulative ? cumulative : single, target.Period.From.Year, target.Period.To.Year);

    private static string Number(decimal value, string unit) => value.ToString(CultureInfo.InvariantCulture) + unit;

    private static string Chinese(Target target, string unit) =>
        target switch
        {
            { From: { } from, To: { } to } => $"为{Number(from, "")}—{Number(to, unit)}",
            { Value: null } => target.Raw,
            { Value: { } value } => Operator(target, "大于", "不低于", "小于", "不高于", target.Cumulative ? "" : "为")
                + Number(value, unit)
                + (target.Approx ? "左右" : ""),
        };

    private static string English(Target target, string unit) =>
        target switch
        {
            { From: { } from, To: { } to } => $"Between {Number(from, "")} and {Number(to, unit)}",
            { Rate: { } rate } => Operator(
                target,
                "Growth of more than ",
                "Growth of at least ",
                "Growth of less than ",
                "Growth of at most ",
                "Growth of "
            ) + Number(rate, "% a year"),
            { Kind: TargetKind.Qualitative } => $"As printed: {target.Raw},",
            { Value: null } => "To be achieved",
            { Value: { } value } => Operator(target, "Above ", "At least ", "Below ", "At most ", target.Approx ? "About " : "")
                + Number(value, unit),
        };

    private static string Operator(Target target, string gt, string gte, string lt, string lte, string none) =>
        target.Operator switch
        {
            TargetOperator.Gt => gt,
            TargetOperator.Gte => gte,
            TargetOperator.Lt => lt,
            TargetOperator.Lte => lte,
            _ => none,
        };
}
