using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>The comparison that a target cell prints.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetOperator>))]
public enum TargetOperator
{
    /// <summary>A bare number: the plan prints no operator.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>More than.</summary>
    [JsonStringEnumMemberName("gt")]
    Gt,

    /// <summary>At least.</summary>
    [JsonStringEnumMemberName("gte")]
    Gte,

    /// <summary>Less than.</summary>
    [JsonStringEnumMemberName("lt")]
    Lt,

    /// <summary>At most.</summary>
    [JsonStringEnumMemberName("lte")]
    Lte,
}

/// <summary>What form a target has.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>A number with a printed operator.</summary>
    [JsonStringEnumMemberName("threshold")]
    Threshold,

    /// <summary>A bare number.</summary>
    [JsonStringEnumMemberName("value")]
    Value,

    /// <summary>Something to be built or done (建成), without a number.</summary>
    [JsonStringEnumMemberName("milestone")]
    Milestone,

    /// <summary>Two numbers between which the value is to be (80—85).</summary>
    [JsonStringEnumMemberName("range")]
    Range,

    /// <summary>A rate of growth (年均增长6.5%), not a value in the indicator's unit.</summary>
    [JsonStringEnumMemberName("growth")]
    Growth,

    /// <summary>Words without a number (持续改善, 完成省下达任务).</summary>
    [JsonStringEnumMemberName("qualitative")]
    Qualitative,
}

/// <summary>The value that the plan sets for the target year.</summary>
public sealed record Target
{
    /// <summary>The target year.</summary>
    public required int Year { get; init; }

    /// <summary>The cell as printed.</summary>
    public required string Raw { get; init; }

    /// <summary>What form the target has.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The printed operator; <c>none</c> for a bare number, nothing is invented.</summary>
    public required TargetOperator Operator { get; init; }

    /// <summary>The number, in the indicator's unit; null for a range, a rate of growth, a milestone and words.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Lower end of a range; null for any other target.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? From { get; init; }

    /// <summary>Upper end of a range; null for any other target.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? To { get; init; }

    /// <summary>The rate of growth in per cent, where the target is one; null for any other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Rate { get; init; }

    /// <summary>True when the cell prints 左右 (about).</summary>
    public required bool Approx { get; init; }

    /// <summary>How far 左右 may reach; always null, the plan gives none.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>True when the number adds up over the whole period (printed in brackets).</summary>
    public required bool Cumulative { get; init; }

    /// <summary>The days that the number covers.</summary>
    public required Period Period { get; init; }

    /// <summary>Why there is no number: <c>not-numeric</c> for a milestone, a rate and words, <c>range</c> for two of them; null when there is
    /// one.</summary>
    public string? MissingReason { get; init; }

    /// <summary>How the target is to be read when a value is compared with it; null for a milestone.</summary>
    public Interpretation? Interpretation { get; init; }

    /// <summary>True for a target that a value in the indicator's unit can be compared with.</summary>
    [JsonIgnore]
    public bool IsNumeric => Value is not null || From is not null;

    /// <summary>What a target without a number is, in words.</summary>
    [JsonIgnore]
    internal string KindInWords =>
        Kind switch
        {
            TargetKind.Growth => "a rate of growth",
            TargetKind.Qualitative => "set in words",
            _ => "a milestone",
        };

    /// <summary>Reads one cell: a milestone (建成), words, or a number with what bounds it.</summary>
    /// <param name="cell">The cell as printed.</param>
    /// <param name="years">The years of the plan: a target counts in the target year, a cumulative one over all of them.</param>
    /// <param name="brackets">The brackets that mark a cumulative number; null for any form.</param>
    /// <remarks>Source: the target column of an indicator table, and the note under it. Never throws on text.</remarks>
    public static Parsed<Target> Parse(string cell, PlanYears years, string? brackets = null)
    {
        if (Cell.Find(cell, brackets) is not { IsEmpty: false } read || (read.Year is { } own && own > years.To))
            return new Unreadable("table", cell, Cell.Rule);

        var year = read.Year ?? years.Target;
        var kind = KindOf(read);
        var value = kind is TargetKind.Value or TargetKind.Threshold ? read.Value : null;
        return new Target
        {
            Year = year,
            Raw = cell,
            Kind = kind,
            Operator = read.Operator,
            Value = value,
            From = read.From,
            To = read.To,
            Rate = kind is TargetKind.Growth ? read.Value : null,
            Approx = read.Approx,
            Cumulative = read.Cumulative,
            Period = new Period(new DateOnly(read.Cumulative ? years.From : year, 1, 1), new DateOnly(year, 12, 31)),
            MissingReason =
                value is not null ? null
                : kind is TargetKind.Range ? "range"
                : "not-numeric",
        };
    }

    private static TargetKind KindOf(Cell cell) =>
        cell switch
        {
            { Words: { } words } => IsMilestone(words) ? TargetKind.Milestone : TargetKind.Qualitative,
            { IsGrowth: true } => TargetKind.Growth,
            { From: not null } => TargetKind.Range,
            { Operator: TargetOperator.None } => TargetKind.Value,
            _ => TargetKind.Threshold,
        };

    /// <summary>True for words that name something built or done (建成, 基本建成), which is reached or not.</summary>
    private static bool IsMilestone(string words) =>
        words.Trim() is "建成" or "基本建成" or "全面建成" or "创成" or "完成" or "实现" or "全覆盖" or "建立";
}

/// <summary>A period of whole days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
public sealed record Period(DateOnly From, DateOnly To);

/// <summary>How a target is to be read.</summary>
/// <param name="Operator">The comparison that a value must pass.</param>
/// <param name="Basis"><c>stated</c> when the plan prints the operator, <c>inferred</c> when it follows from the direction.</param>
public sealed record Interpretation(TargetOperator Operator, string Basis);
