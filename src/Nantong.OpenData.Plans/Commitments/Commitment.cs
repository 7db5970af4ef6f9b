using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>What a quantity in the prose is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommitmentKind>))]
public enum CommitmentKind
{
    /// <summary>Something to be reached.</summary>
    [JsonStringEnumMemberName("target")]
    Target,

    /// <summary>A level at the beginning of the plan.</summary>
    [JsonStringEnumMemberName("baseline")]
    Baseline,

    /// <summary>Something done before the plan, or a rank held.</summary>
    [JsonStringEnumMemberName("achievement")]
    Achievement,

    /// <summary>A norm that a service or work must keep: a circle of 15 minutes, a flood of 100 years.</summary>
    [JsonStringEnumMemberName("standard")]
    Standard,

    /// <summary>A size that something is laid out for: a population, a class of turnover.</summary>
    [JsonStringEnumMemberName("design-parameter")]
    DesignParameter,

    /// <summary>Something to be done, without a number.</summary>
    [JsonStringEnumMemberName("milestone")]
    Milestone,
}

/// <summary>How a printed number binds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuantityOperator>))]
public enum QuantityOperator
{
    /// <summary>A bare number: the text prints no word that bounds it. 达到 does not.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>More than: 超过, 突破, 余.</summary>
    [JsonStringEnumMemberName("gt")]
    Gt,

    /// <summary>At least: 不低于, 不少于, 以上.</summary>
    [JsonStringEnumMemberName("gte")]
    Gte,

    /// <summary>Less than: 低于, 不足.</summary>
    [JsonStringEnumMemberName("lt")]
    Lt,

    /// <summary>At most: 不超过, 以内, 控制在, 前五十.</summary>
    [JsonStringEnumMemberName("lte")]
    Lte,

    /// <summary>About: 左右, 约, 近.</summary>
    [JsonStringEnumMemberName("about")]
    About,

    /// <summary>Between two numbers: 3—5年.</summary>
    [JsonStringEnumMemberName("range")]
    Range,
}

/// <summary>Whether a number says where something stands or by how much it moves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuantityMeasure>))]
public enum QuantityMeasure
{
    /// <summary>Where something stands: 达到70%.</summary>
    [JsonStringEnumMemberName("level")]
    Level,

    /// <summary>By how much it moves: 提升14个百分点, 新增50万人.</summary>
    [JsonStringEnumMemberName("change")]
    Change,
}

/// <summary>A quantity that the prose states, or something that it sets a date for.</summary>
public sealed record Commitment
{
    /// <summary>Id of its node with its number there: <c>ch5.s5.p2.c1</c>. Listed in reading order.</summary>
    public required string Id { get; init; }

    /// <summary>What the quantity is.</summary>
    public required CommitmentKind Kind { get; init; }

    /// <summary>Whether the number is a level or a change; <c>level</c> for a milestone.</summary>
    public QuantityMeasure Measure { get; init; }

    /// <summary>What a change is reckoned from, as printed (<c>“六人普”</c>, <c>2020年</c>); null for a level, and where the text does not say.</summary>
    public string? ChangeFrom { get; init; }

    /// <summary>What is counted or measured, in the words of the text.</summary>
    public required string Subject { get; init; }

    /// <summary>What is counted or measured, in English: an editorial translation, never official; null where there is none.</summary>
    public string? SubjectEn { get; init; }

    /// <summary>The number in <see cref="Unit"/>'s code, 万 and 亿 multiplied out; null for a range and for a milestone.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Lower end of a range; null otherwise.</summary>
    public required decimal? From { get; init; }

    /// <summary>Upper end of a range; null otherwise.</summary>
    public required decimal? To { get; init; }

    /// <summary>The unit; as printed it includes 万 and 亿 (<c>万人</c>), as a code it does not (<c>{person}</c>). Null for a milestone.</summary>
    public required Unit? Unit { get; init; }

    /// <summary>How the number binds; <c>none</c> for a bare number and for a milestone, nothing is invented.</summary>
    public required QuantityOperator Operator { get; init; }

    /// <summary>The words that say how it is meant (力争, 确保, 达到, 累计, 以上), verbatim, in printed order.</summary>
    public required IReadOnlyList<string> Modality { get; init; }

    /// <summary>The date or period that the sentence sets; null when it sets none.</summary>
    public required Deadline? Deadline { get; init; }

    /// <summary>Where it stands: the number with its unit, or the whole clause of a milestone.</summary>
    public required Anchor Anchor { get; init; }

    /// <summary>Id of the indicator that measures the same; null when none does.</summary>
    public required string? Indicator { get; init; }

    /// <summary>Id of the section that it stands in, or of the chapter where it stands before the first section.</summary>
    public required string Section { get; init; }

    /// <summary>Id of the column (专栏) that it stands in; null in body text.</summary>
    public required string? Column { get; init; }

    /// <summary>Why an editor corrected what the rules read here, or added it; null when a rule read all of it.</summary>
    public string? Correction { get; init; }
}

/// <summary>A date or period that bounds a commitment.</summary>
/// <param name="Raw">As printed: <c>到2025年</c>, <c>2014—2020年</c>, <c>“十四五”</c>, <c>3—5年</c>.</param>
/// <param name="From">First day; null for a date by which, and for a length of time whose beginning is not stated.</param>
/// <param name="To">Last day, included; null when the text does not say.</param>
/// <param name="Anchor">Where it stands.</param>
public sealed record Deadline(string Raw, DateOnly? From, DateOnly? To, Anchor Anchor);
