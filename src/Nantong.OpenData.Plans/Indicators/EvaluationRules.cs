using System.Globalization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>The comparisons behind <see cref="Evaluation"/>.</summary>
internal static class EvaluationRules
{
    private const decimal LeastPlausiblePercentTarget = 10;

    /// <summary>Compares a milestone: it is reached or not.</summary>
    public static Evaluation Milestone(Indicator indicator, bool reached, int year) => new()
    {
        Indicator = indicator.Id,
        Year = year,
        Value = null,
        Reached = reached,
        Result = reached ? EvaluationResult.Met : EvaluationResult.NotMet,
        Gap = null,
        Progress = null,
        Rule = $"reached ({indicator.Target.Raw})",
        Strict = false,
        Basis = "stated",
        Caveats = [.. reached ? [] : InterimCaveat(indicator, year)],
    };

    /// <summary>Compares a number with a range: it is to lie between its ends, both included.</summary>
    private static Evaluation Range(Indicator indicator, decimal value, int year, decimal from, decimal to)
    {
        var (inBaseYear, met) = (year == indicator.Baseline.Year, value >= from && value <= to);
        return new Evaluation
        {
            Indicator = indicator.Id,
            Year = year,
            Value = value,
            Reached = null,
            Result = inBaseYear ? EvaluationResult.NotComparable : met ? EvaluationResult.Met : EvaluationResult.NotMet,
            Gap = met ? 0 : value < from ? value - from : to - value,
            Progress = null,
            Rule = string.Create(CultureInfo.InvariantCulture, $"{from} ≤ value ≤ {to}"),
            Strict = false,
            Basis = "stated",
            Caveats = [.. inBaseYear ? [BaseYear(year)] : met ? [] : InterimCaveat(indicator, year), .. indicator.Notes.Select(note => note.Text)],
        };
    }

    /// <summary>Compares a number.</summary>
    public static Evaluation Number(Indicator indicator, decimal value, int year)
    {
        if (indicator.Target is { From: { } least, To: { } most }) return Range(indicator, value, year, least, most);
        var (target, reading) = (indicator.Target.Value!.Value, indicator.Target.Interpretation!);
        var falls = reading.Operator is TargetOperator.Lt or TargetOperator.Lte;
        var compared = indicator.Target.Approx ? Math.Round(value, target.Scale, MidpointRounding.AwayFromZero) : value;
        var met = reading.Operator switch
        {
            TargetOperator.Gt => compared > target,
            TargetOperator.Gte => compared >= target,
            TargetOperator.Lt => compared < target,
            TargetOperator.Lte => compared <= target,
            _ => compared == target,
        };
        var strict = reading.Operator is TargetOperator.Gt or TargetOperator.Lt;
        var inBaseYear = year == indicator.Baseline.Year;
        return new Evaluation
        {
            Indicator = indicator.Id,
            Year = year,
            Value = value,
            Reached = null,
            Result = inBaseYear || reading.Operator is TargetOperator.None ? EvaluationResult.NotComparable : met ? EvaluationResult.Met : EvaluationResult.NotMet,
            Gap = falls ? target - value : value - target,
            Progress = Progress(indicator, value, target),
            Rule = RuleOf(indicator.Target, reading.Operator, target),
            Strict = strict,
            Basis = reading.Basis,
            Caveats =
            [
                .. inBaseYear ? [BaseYear(year)] : met ? [] : InterimCaveat(indicator, year),
                .. strict && value == target ? [Equal(target, indicator.Target.Raw)] : (IEnumerable<Label>)[],
                .. ReadingCaveats(indicator, value),
                .. indicator.Notes.Select(note => note.Text),
            ],
        };
    }

    /// <remarks>A floor lies behind the baseline and a value to maintain on it: neither has a way to go.</remarks>
    private static decimal? Progress(Indicator indicator, decimal value, decimal target) =>
        indicator is { Direction.Value: "increase" or "decrease", Target.Cumulative: false, Baseline.Value: { } from } ? Math.Round((value - from) / (target - from), 4) : null;

    private static string RuleOf(Target target, TargetOperator op, decimal limit)
    {
        var sign = op switch { TargetOperator.Gt => ">", TargetOperator.Gte => "≥", TargetOperator.Lt => "<", TargetOperator.Lte => "≤", _ => "=" };
        var measured = target.Cumulative ? $"sum of {target.Period.From.Year} to {target.Period.To.Year}" : target.Approx ? "rounded value" : "value";
        return string.Create(CultureInfo.InvariantCulture, $"{measured} {sign} {limit}");
    }

    private static IEnumerable<Label> InterimCaveat(Indicator indicator, int year)
    {
        if (year >= indicator.Target.Year) yield break;
        yield return new Label(
            string.Create(CultureInfo.InvariantCulture, $"目标年为{indicator.Target.Year}年，{year}年的数值尚未到期。"),
            string.Create(CultureInfo.InvariantCulture, $"The target is set for {indicator.Target.Year}; a value for {year} is not due yet."));
    }

    private static IEnumerable<Label> ReadingCaveats(Indicator indicator, decimal value)
    {
        var target = indicator.Target;
        if (target.Approx)
            yield return new Label(
                "目标值带“左右”，规划未给出容差；比较时按目标值的小数位四舍五入。",
                "The target says 左右 (about) and the plan gives no tolerance; the value is rounded to the decimals of the target before it is compared.");
        if (target.Cumulative)
            yield return new Label("目标值为累计数，所比数值须为自期初起的累计值。", "The target adds up over the period, so the value must be the sum since its beginning.");
        if (indicator.Direction.Value is "floor")
            yield return new Label("目标值低于基数，按底线理解。", "The target lies below the baseline, so it is read as a floor to stay above.");
        if (indicator.Direction.Value is "maintain")
            yield return new Label("目标值与基数相同，按保持理解。", "Target and baseline are the same, so the target is read as a level to hold.");
        if (indicator.Unit.Ucum is "%" && value is > 0 and < 1 && target.Value >= LeastPlausiblePercentTarget)
            yield return new Label("该指标以百分数计，所给数值小于1，请确认不是小数形式的比例。", "The indicator is in per cent and the value is below 1: check that it is not a fraction.");
    }

    private static Label BaseYear(int year) => new(
        string.Create(CultureInfo.InvariantCulture, $"{year}年为基期，不与目标值比较。"),
        string.Create(CultureInfo.InvariantCulture, $"{year} is the base year; its value is not compared with the target."));

    private static Label Equal(decimal target, string raw) => new(
        string.Create(CultureInfo.InvariantCulture, $"数值恰为{target}，表中印作“{raw}”，不含该值本身。"),
        string.Create(CultureInfo.InvariantCulture, $"The value is exactly {target}; the table prints {raw}, which leaves that number out."));
}
