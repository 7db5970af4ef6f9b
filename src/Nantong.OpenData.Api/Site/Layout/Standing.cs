using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>How an indicator stands by one value: whether its target is met, by which rule, and who reports the value.</summary>
/// <param name="Year">The year of the value; null when there is no value.</param>
/// <param name="Value">The value with its unit; empty when there is none.</param>
/// <param name="Code">The verdict as a code: <c>met</c>, <c>not-met</c>, <c>near</c>, <c>not-due</c>, <c>not-comparable</c>, <c>unknown</c>.</param>
/// <param name="Verdict">The verdict in words.</param>
/// <param name="Reason">Why, in a sentence; empty when there is no value.</param>
/// <param name="Status">What the status of the value says; empty when there is none.</param>
/// <param name="Source">Who reports the value; empty when nobody does.</param>
/// <param name="Note">What else is known of the value, in Chinese; empty when nothing is.</param>
internal sealed record Standing(int? Year, string Value, string Code, string Verdict, string Reason, string Status, string Source, string Note)
{
    /// <summary>How it stands by each value, the newest first; one that says unknown where there is no value.</summary>
    public static IReadOnlyList<Standing> Of(Indicator indicator, IEnumerable<Observation> observed, PageView view)
    {
        Standing[] known =
        [
            .. observed.Where(row => row.Year > indicator.Baseline.Year).OrderByDescending(row => row.Year).Select(row => Of(indicator, row, view)),
        ];
        return known is []
            ?
            [
                new(
                    null,
                    "",
                    "unknown",
                    Word("unknown", view),
                    view.Say("本服务尚未收录有出处的数值。", "This service holds no value with a source."),
                    "",
                    "",
                    ""
                ),
            ]
            : known;
    }

    /// <summary>How a value compares with the target, in a sentence.</summary>
    public static string Explain(Indicator indicator, Evaluation evaluation, PageView view)
    {
        var inferred = evaluation.Basis is "inferred"
            ? view.Say("（规划没有印出比较方式，由本服务推断）", " (the plan prints no comparison; it is our inference)")
            : "";
        var rule = evaluation.Rule.Replace("value", view.Say("数值", "value"), StringComparison.Ordinal);
        return (evaluation.Result, evaluation.Met) switch
        {
            (EvaluationResult.NotDue, { } met) => view.Say(
                $"{evaluation.Year}年的这个数{(met ? "已" : "未")}达到目标的水平（规则 {rule}{inferred}）；目标年是{indicator.Target.Year}年，不能据此下结论。",
                $"This value of {evaluation.Year} is {(met ? "" : "not ")}at the level of the target (the rule: {rule}{inferred}); the target is "
                    + $"for {indicator.Target.Year}, so nothing is concluded."
            ),
            _ => view.Say($"规则 {rule}{inferred}。", $"The rule: {rule}{inferred}."),
        };
    }

    /// <summary>A verdict in words.</summary>
    public static string Word(string code, PageView view) => view.Say(LabelOf(code));

    /// <summary>A verdict in words, in both languages.</summary>
    public static Label LabelOf(string code) =>
        code switch
        {
            "met" => new("达到", "met"),
            "not-met" => new("未达到", "not met"),
            "near" => new("接近", "near"),
            "not-due" => new("非目标年的数", "of another year"),
            "unknown" or "missing" => new("尚未收录实绩", "no value held"),
            _ => new("无法比较", "cannot be compared"),
        };

    /// <summary>A number with its unit.</summary>
    public static string With(string? unit, decimal value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value}{(unit is null ? "" : $" {unit}")}");

    /// <summary>The code of a verdict.</summary>
    public static string CodeOf(EvaluationResult result) => RecordJson.Code(result, RecordJson.Line.EvaluationResult);

    /// <summary>What the status of a value says; what its codelist adds in brackets is left out.</summary>
    public static string StatusOf(string code, PageView view) =>
        ObservationStatus.Find(code) is { } known ? view.Say(known.Label).Split('（', '(')[0].Trim() : code;

    private static Standing Of(Indicator indicator, Observation row, PageView view)
    {
        var evaluation = Attainment.Evaluate(indicator, row);
        var code = evaluation is null ? "unknown" : CodeOf(evaluation.Result);
        var status = StatusOf(row.Status, view);
        return new(
            row.Year,
            row.Value is { } value ? With(view.Say(indicator.Unit), value) : "—",
            code,
            Word(code, view),
            evaluation is null ? "" : Explain(indicator, evaluation, view),
            status,
            row.Source,
            row.Note ?? ""
        );
    }
}
