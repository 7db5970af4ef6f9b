using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Quality;

/// <summary>What a comparison found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingResult>))]
public enum FindingResult
{
    /// <summary>Both sides say the same.</summary>
    [JsonStringEnumMemberName("agrees")]
    Agrees,

    /// <summary>The sides differ.</summary>
    [JsonStringEnumMemberName("differs")]
    Differs,

    /// <summary>There is one side only: it lacks what it should have, and nothing else in the plan supplies it.</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,
}

/// <summary>How much a finding matters to somebody who uses the data.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Good to know; no number depends on it.</summary>
    [JsonStringEnumMemberName("info")]
    Info,

    /// <summary>A reading had to be chosen.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Two numbers of the plan contradict each other.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}

/// <summary>What became of a finding.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingStatus>))]
public enum FindingStatus
{
    /// <summary>Nothing to do: the sides agree.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,

    /// <summary>The plan may well mean it so; the data say how they read it.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Only the issuer can say what was meant.</summary>
    [JsonStringEnumMemberName("open")]
    Open,
}

/// <summary>What a rule found when it compared two places of the plan.</summary>
/// <param name="Id">Its rule, and the commitment or row of the table that it is about: <c>target-in-text.ch2.s3.p1.c1</c>,
/// <c>missing-unit.table1.r17</c>.</param>
/// <param name="Rule">Id of the rule: <c>target-in-text</c>. See <see cref="QualityRule.All"/>.</param>
/// <param name="Result">What the comparison found.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Statement">The finding as a sentence.</param>
/// <param name="Sides">The places compared: two or more, or one where something is missing.</param>
/// <param name="Indicator">Id of the indicator concerned; null when none is.</param>
/// <param name="Erratum">Id of the erratum that lists the same defect; null when none does.</param>
public sealed record Finding(
    string Id,
    string Rule,
    FindingResult Result,
    Severity Severity,
    FindingStatus Status,
    Label Statement,
    IReadOnlyList<FindingSide> Sides,
    string? Indicator,
    string? Erratum
);

/// <summary>One side of a comparison.</summary>
/// <param name="Says">What it says, as printed.</param>
/// <param name="Anchor">Where.</param>
/// <param name="Commitment">Id of the commitment that it is; null for a cell of the table.</param>
public sealed record FindingSide(string Says, Anchor Anchor, string? Commitment);

/// <summary>A rule of consistency.</summary>
/// <param name="Id">Stable slug.</param>
/// <param name="Label">What it compares.</param>
public sealed record QualityRule(string Id, Label Label)
{
    /// <summary>Every rule, in the order in which findings are listed.</summary>
    public static IReadOnlyList<QualityRule> All { get; } =
    [
        new("target-in-text", new("正文目标值与指标表目标值比对", "A target in the prose against the target in the table")),
        new("baseline-in-text", new("正文现状值与指标表基数比对", "A level in the prose against the baseline in the table")),
        new("later-target", new("远期目标应在近期目标之后继续推进", "A target for a later year must lie further on than the table's")),
        new("target-behind-baseline", new("目标值落后于基数", "A target that lies behind the baseline")),
        new("target-at-baseline", new("目标值与基数相同", "A target that is the baseline")),
        new("missing-unit", new("指标未印单位", "An indicator without a printed unit")),
        new("mark-in-note", new("表注所用标记与表中标记比对", "The mark that the note names against the mark in the cells")),
        new("number-in-texts", new("同一事项在正文不同处的数值比对", "The numbers that two passages give for one thing")),
        new("progress", new("现状数与同一事项的目标数比对", "A number reached against the number aimed at for the same thing")),
        new("name-variants", new("同一事物的不同名称", "The names that passages give to one thing")),
        new("passages", new("不同段落对同一事项的说法", "What passages say of one matter")),
        new("document-number", new("印发通知的文号与元数据比对", "The document number of the notice against that of the description")),
    ];
}
