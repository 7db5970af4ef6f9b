using System.Globalization;
using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>The comparison that a target cell prints.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetOperator>))]
public enum TargetOperator
{
    /// <summary>A bare number: the plan prints no operator.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>More than.</summary>
    [JsonStringEnumMemberName("gt")] Gt,

    /// <summary>At least.</summary>
    [JsonStringEnumMemberName("gte")] Gte,

    /// <summary>Less than.</summary>
    [JsonStringEnumMemberName("lt")] Lt,

    /// <summary>At most.</summary>
    [JsonStringEnumMemberName("lte")] Lte,
}

/// <summary>What form a target has.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>A number with a printed operator.</summary>
    [JsonStringEnumMemberName("threshold")] Threshold,

    /// <summary>A bare number.</summary>
    [JsonStringEnumMemberName("value")] Value,

    /// <summary>Something to be built or done (建成), without a number.</summary>
    [JsonStringEnumMemberName("milestone")] Milestone,
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

    /// <summary>The number, in the indicator's unit; null for a milestone.</summary>
    public required decimal? Value { get; init; }

    /// <summary>True when the cell prints 左右 (about).</summary>
    public required bool Approx { get; init; }

    /// <summary>How far 左右 may reach; always null, the plan gives none.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>True when the number adds up over the whole period (printed in brackets).</summary>
    public required bool Cumulative { get; init; }

    /// <summary>The days that the number covers.</summary>
    public required Period Period { get; init; }

    /// <summary>Why there is no number: <c>not-numeric</c> for a milestone; null when there is one.</summary>
    public string? MissingReason { get; init; }

    /// <summary>How the target is to be read when a value is compared with it; null for a milestone.</summary>
    public Interpretation? Interpretation { get; init; }

    /// <summary>Reads one cell: a milestone (建成), or a number with its printed operator, 左右, and brackets when cumulative.</summary>
    /// <param name="cell">The cell as printed.</param>
    /// <param name="years">The years of the plan: a target counts in the target year, a cumulative one over all of them.</param>
    /// <remarks>Source: table 1, column 2025, and the note under it, which says □ where the cell prints [ ]. Never throws on text.</remarks>
    public static Parsed<Target> Parse(string cell, PlanYears years)
    {
        if (cell is Milestone) return Of(TargetKind.Milestone, TargetOperator.None, null, false, false);

        var rest = cell.AsSpan();
        var cumulative = rest is ['[', .., ']'];
        if (cumulative) rest = rest[1..^1];
        var approx = rest.EndsWith(About);
        if (approx) rest = rest[..^About.Length];
        var stated = rest is [var sign, ..] ? SignOf(sign) : TargetOperator.None;
        if (stated is not TargetOperator.None) rest = rest[1..];

        return decimal.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Of(stated is TargetOperator.None ? TargetKind.Value : TargetKind.Threshold, stated, value, approx, cumulative)
            : new Unreadable("table1", cell, "建成, or a number with an optional > ≥ < ≤ before it, 左右 behind it, or [ ] around it");

        Target Of(TargetKind kind, TargetOperator op, decimal? number, bool about, bool total) => new()
        {
            Year = years.Target,
            Raw = cell,
            Kind = kind,
            Operator = op,
            Value = number,
            Approx = about,
            Cumulative = total,
            Period = new Period(new DateOnly(total ? years.From : years.Target, 1, 1), new DateOnly(years.Target, 12, 31)),
            MissingReason = number is null ? "not-numeric" : null,
        };
    }

    private const string Milestone = "建成";
    private const string About = "左右";

    private static TargetOperator SignOf(char sign) => sign switch
    {
        '>' => TargetOperator.Gt,
        '≥' => TargetOperator.Gte,
        '<' => TargetOperator.Lt,
        '≤' => TargetOperator.Lte,
        _ => TargetOperator.None,
    };
}

/// <summary>A period of whole days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
public sealed record Period(DateOnly From, DateOnly To);

/// <summary>How a target is to be read.</summary>
/// <param name="Operator">The comparison that a value must pass.</param>
/// <param name="Basis"><c>stated</c> when the plan prints the operator, <c>inferred</c> when it follows from the direction.</param>
public sealed record Interpretation(TargetOperator Operator, string Basis);
