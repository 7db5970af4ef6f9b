using System.Globalization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>What a reader must know before using an evaluation: each thing once.</summary>
internal static class EvaluationCaveats
{
    private const decimal LeastPlausiblePercentTarget = 10;

    /// <summary>What a note and a caveat of ours may both speak of; the first of them is enough.</summary>
    private static readonly string[] Topics = ["左右", "底线", "□", "保持", "未印单位", "不能相加"];

    /// <summary>The caveats: on the value, on its year, on the reading of the target, then the notes of the indicator that say something
    /// else.</summary>
    public static IReadOnlyList<Label> Of(Indicator indicator, decimal? value, int year)
    {
        List<Label> caveats = [];
        IEnumerable<Label> all =
        [
            .. value is { } number ? OfValue(indicator, number) : [],
            .. OfYear(indicator, year),
            .. value is null ? [] : OfReading(indicator),
            .. indicator.Notes.Select(note => note.Text),
        ];
        foreach (var caveat in all)
        {
            if (!caveats.Exists(other => SpeakOfTheSame(other, caveat)))
                caveats.Add(caveat);
        }

        return caveats;
    }

    private static bool SpeakOfTheSame(Label one, Label other) =>
        one == other
        || Array.Exists(Topics, topic => one.Zh.Contains(topic, StringComparison.Ordinal) && other.Zh.Contains(topic, StringComparison.Ordinal));

    private static IEnumerable<Label> OfValue(Indicator indicator, decimal value)
    {
        var target = indicator.Target;
        if (ValueBounds.Breach(indicator, value) is { } breach)
            yield return breach;
        if (target.Operator is TargetOperator.Gt or TargetOperator.Lt && value == target.Value)
        {
            yield return new Label(
                string.Create(CultureInfo.InvariantCulture, $"数值恰为{value}，表中印作“{target.Raw}”，不含该值本身。"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The value is exactly {value}; the table prints {target.Raw}, which leaves that number out."
                )
            );
        }

        if (indicator.Unit.Ucum is "%" && value is > 0 and < 1 && target.Value >= LeastPlausiblePercentTarget)
            yield return new Label(
                "该指标以百分数计，所给数值小于1，请确认不是小数形式的比例。",
                "The indicator is in per cent and the value is below 1: check that it is not a fraction."
            );
    }

    private static IEnumerable<Label> OfYear(Indicator indicator, int year)
    {
        var (first, due) = (indicator.Baseline.Year, indicator.Target.Year);
        if (year == first)
        {
            yield return new Label(
                string.Create(CultureInfo.InvariantCulture, $"{year}年为基期，不与目标值比较。"),
                string.Create(CultureInfo.InvariantCulture, $"{year} is the base year; its value is not compared with the target.")
            );
        }
        else if (year < due)
        {
            yield return new Label(
                string.Create(CultureInfo.InvariantCulture, $"目标年为{due}年，{year}年的数值尚未到期。"),
                string.Create(CultureInfo.InvariantCulture, $"The target is set for {due}; a value for {year} is not due yet.")
            );
        }
        else if (year > due)
        {
            yield return new Label(
                string.Create(CultureInfo.InvariantCulture, $"目标年为{due}年，{year}年的数值不能说明{due}年是否达到。"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The target was set for {due}; a value for {year} does not say whether it was met in {due}."
                )
            );
        }
    }

    private static IEnumerable<Label> OfReading(Indicator indicator)
    {
        var target = indicator.Target;
        if (target.Approx)
        {
            yield return new Label(
                "目标值带“左右”，规划未给出幅度；未达该值而相差不超过5%的，记作“接近”（near），不判断是否达到。",
                "The target says 左右 (about) and the plan does not say how far that may reach; a value that falls short by at most 5 % is "
                    + "called near, without a verdict."
            );
        }

        if (indicator.Direction.Value is "rate-of-decline")
        {
            yield return new Label(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"所比数值为较{indicator.Baseline.Year}年水平的累计降幅；各年下降率须连乘，不能相加（每年下降4.6%，五年为21.0%，不是23%）。"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The value is the fall of the level against {indicator.Baseline.Year}: yearly rates compound and do not add up (five "
                        + $"years at 4.6 % make 21.0 %, not 23 %)."
                )
            );
        }
        else if (target.Cumulative)
        {
            yield return new Label(
                "目标值为累计数，所比数值须为自期初起的累计值。",
                "The target adds up over the period, so the value must be the sum since its beginning."
            );
        }

        if (indicator.Direction.Value is "floor")
            yield return new Label("目标值低于基数，按底线理解。", "The target lies below the baseline, so it is read as a floor to stay above.");
        if (indicator.Direction.Value is "maintain")
            yield return new Label("目标值与基数相同，按保持理解。", "Target and baseline are the same, so the target is read as a level to hold.");
    }
}
