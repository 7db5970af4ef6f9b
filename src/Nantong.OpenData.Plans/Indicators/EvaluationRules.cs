using System.Globalization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>The comparisons behind <see cref="Evaluation"/>.</summary>
internal static class EvaluationRules
{
    /// <summary>How far from a target with 左右 a value is still near, as a share of the target; the plan gives no tolerance, so this is
    /// ours.</summary>
    public const decimal Nearness = 0.05m;

    /// <summary>Compares a milestone: it is reached or not.</summary>
    public static Evaluation Milestone(Indicator indicator, bool reached, int year)
    {
        var inBaseYear = year == indicator.Baseline.Year;
        return new()
        {
            Indicator = indicator.Id,
            Year = year,
            Value = null,
            Reached = reached,
            Result = ResultOf(indicator, reached, year),
            Met = inBaseYear ? null : reached,
            Gap = null,
            Progress = null,
            Rule = $"reached ({indicator.Target.Raw})",
            Strict = false,
            Basis = "stated",
            Caveats = EvaluationCaveats.Of(indicator, null, year),
        };
    }

    /// <summary>Compares a number with a range: it is to lie between its ends, both included.</summary>
    private static Evaluation Range(Indicator indicator, decimal value, int year, decimal from, decimal to)
    {
        var comparable = year != indicator.Baseline.Year && ValueBounds.Breach(indicator, value) is null;
        bool? met = comparable ? value >= from && value <= to : null;
        return new()
        {
            Indicator = indicator.Id,
            Year = year,
            Value = value,
            Reached = null,
            Result = comparable ? ResultOf(indicator, met, year) : EvaluationResult.NotComparable,
            Met = met,
            Gap =
                value < from ? value - from
                : value > to ? to - value
                : 0,
            Progress = null,
            Rule = string.Create(CultureInfo.InvariantCulture, $"{from} ≤ value ≤ {to}"),
            Strict = false,
            Basis = "stated",
            Caveats = EvaluationCaveats.Of(indicator, value, year),
        };
    }

    /// <summary>Compares a number.</summary>
    public static Evaluation Number(Indicator indicator, decimal value, int year)
    {
        if (indicator.Target is { From: { } least, To: { } most })
            return Range(indicator, value, year, least, most);
        var (target, reading) = (indicator.Target.Value!.Value, indicator.Target.Interpretation!);
        var falls = reading.Operator is TargetOperator.Lt or TargetOperator.Lte;
        var passes = reading.Operator switch
        {
            TargetOperator.Gt => value > target,
            TargetOperator.Gte => value >= target,
            TargetOperator.Lt => value < target,
            TargetOperator.Lte => value <= target,
            _ => value == target,
        };
        var comparable = year != indicator.Baseline.Year && ValueBounds.Breach(indicator, value) is null;
        bool? met = !comparable || (!passes && IsNear(indicator.Target, value)) ? null : passes;
        return new Evaluation
        {
            Indicator = indicator.Id,
            Year = year,
            Value = value,
            Reached = null,
            Result = comparable && reading.Operator is not TargetOperator.None ? ResultOf(indicator, met, year) : EvaluationResult.NotComparable,
            Met = reading.Operator is TargetOperator.None ? null : met,
            Gap = falls ? target - value : value - target,
            Progress = ValueBounds.Breach(indicator, value) is null ? Progress(indicator, value, target) : null,
            Rule = RuleOf(indicator, reading.Operator, target),
            Strict = reading.Operator is TargetOperator.Gt or TargetOperator.Lt,
            Basis = reading.Basis,
            Caveats = EvaluationCaveats.Of(indicator, value, year),
        };
    }

    /// <summary>True for a value that lies so close to a target with 左右 that the plan leaves open whether it is enough.</summary>
    private static bool IsNear(Target target, decimal value) =>
        target is { Approx: true, Value: { } number } && Math.Abs(value - number) <= Math.Abs(number) * Nearness;

    private static EvaluationResult ResultOf(Indicator indicator, bool? met, int year) =>
        met switch
        {
            _ when year == indicator.Baseline.Year => EvaluationResult.NotComparable,
            _ when year != indicator.Target.Year => EvaluationResult.NotDue,
            null => EvaluationResult.Near,
            true => EvaluationResult.Met,
            false => EvaluationResult.NotMet,
        };

    /// <remarks>A floor lies behind the baseline and a value to maintain on it: neither has a way to go. A total begins at nothing.</remarks>
    private static decimal? Progress(Indicator indicator, decimal value, decimal target) =>
        indicator switch
        {
            { Target.Cumulative: true } => target == 0 ? null : Math.Round(value / target, 4),
            { Direction.Value: "increase" or "decrease", Baseline.Value: { } from } => Math.Round((value - from) / (target - from), 4),
            _ => null,
        };

    private static string RuleOf(Indicator indicator, TargetOperator op, decimal limit)
    {
        var target = indicator.Target;
        var sign = op switch
        {
            TargetOperator.Gt => ">",
            TargetOperator.Gte => "≥",
            TargetOperator.Lt => "<",
            TargetOperator.Lte => "≤",
            _ => "=",
        };
        var measured = target switch
        {
            { Cumulative: true } when indicator.Direction.Value is "rate-of-decline" => $"fall of the level against {indicator.Baseline.Year}",
            { Cumulative: true } => $"sum of {target.Period.From.Year} to {target.Period.To.Year}",
            _ => "value",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{measured} {sign} {limit}{(target.Approx ? $", near within {Nearness * 100:0} % of it" : "")}"
        );
    }
}
