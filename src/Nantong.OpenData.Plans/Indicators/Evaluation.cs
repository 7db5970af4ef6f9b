using System.Globalization;
using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>How a value stands to a target.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvaluationResult>))]
public enum EvaluationResult
{
    /// <summary>The target is met.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>The target is not met.</summary>
    [JsonStringEnumMemberName("not-met")]
    NotMet,

    /// <summary>The target says 左右 (about), and the value lies close before it: the plan does not say whether that is enough.</summary>
    [JsonStringEnumMemberName("near")]
    Near,

    /// <summary>The value is for another year than the target, which is not due in it; <c>met</c> still says how the number compares.</summary>
    [JsonStringEnumMemberName("not-due")]
    NotDue,

    /// <summary>The two cannot be compared; a caveat says why.</summary>
    [JsonStringEnumMemberName("not-comparable")]
    NotComparable,
}

/// <summary>A value compared with what the plan sets for the indicator.</summary>
public sealed record Evaluation
{
    /// <summary>Id of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The year that the value is for.</summary>
    public required int Year { get; init; }

    /// <summary>The value; null for a milestone.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Whether a milestone is reached; null for a number.</summary>
    public required bool? Reached { get; init; }

    /// <summary>How the value stands to the target.</summary>
    public required EvaluationResult Result { get; init; }

    /// <summary>True when the value passes the target, false when it does not, whatever its year; null when near or not comparable.</summary>
    public required bool? Met { get; init; }

    /// <summary>How far the value lies past the target, in the indicator's unit; negative when it falls short. Null for a milestone.</summary>
    /// <remarks>Where the value is to fall, past means below.</remarks>
    public required decimal? Gap { get; init; }

    /// <summary>Share of the way from baseline to target, rounded to four places: (value − baseline) / (target − baseline); of a total value /
    /// target.</summary>
    /// <remarks>Null where there is no way to go (maintain, floor, milestone), no baseline, or the value cannot be right.</remarks>
    public required decimal? Progress { get; init; }

    /// <summary>The rule applied: <c>value &gt; 74</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>True when the target number itself does not meet the rule.</summary>
    public required bool Strict { get; init; }

    /// <summary><c>stated</c> when the plan prints the comparison, <c>inferred</c> when it prints a bare number and the direction decides.</summary>
    public required string Basis { get; init; }

    /// <summary>What a reader must know before using the result.</summary>
    public required IReadOnlyList<Label> Caveats { get; init; }

    /// <summary>Reads a value and a year and compares them with the indicator's target.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="value">A decimal number in the indicator's unit; for a milestone <c>true</c> or <c>false</c>.</param>
    /// <param name="year">The year of the value; the target year when null.</param>
    /// <returns>The evaluation, or which of the two could not be read.</returns>
    public static Parsed<Evaluation> Parse(Indicator indicator, string? value, string? year) =>
        !ParseYear(indicator, year).Try(out var when, out var error) ? error : ParseValue(indicator, value, when);

    /// <summary>Reads the year; null is the target's.</summary>
    /// <returns>The year; or the rule that it breaks.</returns>
    public static Parsed<int> ParseYear(Indicator indicator, string? year)
    {
        if (year is null)
            return indicator.Target.Year;
        var (first, last) = (indicator.Baseline.Year, indicator.Target.Year + 10);
        return
            int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var when)
            && when >= first
            && when <= last
            && !year.Contains('\0', StringComparison.Ordinal)
            ? when
            : new Unreadable("year", year, string.Create(CultureInfo.InvariantCulture, $"a year from {first} to {last}"));
    }

    /// <summary>Reads the value, and compares it.</summary>
    /// <returns>The evaluation; or the rule that the value breaks.</returns>
    public static Parsed<Evaluation> ParseValue(Indicator indicator, string? value, int when)
    {
        if (!indicator.Target.IsNumeric)
        {
            return value is "true" or "false"
                ? EvaluationRules.Milestone(indicator, value is "true", when)
                : new Unreadable(
                    "value",
                    value ?? "",
                    $"true or false: the target of {indicator.Id} is {indicator.Target.KindInWords} ({indicator.Target.Raw})"
                );
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isClean = value?.Contains('\0', StringComparison.Ordinal) is false; // the framework passes over NULs behind a number
        if (isClean && decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15m)
            return EvaluationRules.Number(indicator, number, when);

        var unit = indicator.Unit.Label is { } label ? $", in {label}" : "";
        return new Unreadable(
            "value",
            value ?? "",
            string.Create(CultureInfo.InvariantCulture, $"a decimal number such as {indicator.Target.Value ?? indicator.Target.From}{unit}")
        );
    }
}
