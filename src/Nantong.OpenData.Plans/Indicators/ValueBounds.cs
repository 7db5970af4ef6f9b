using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>Which values an indicator cannot have: a share lies between 0 and 100 per cent, a count or an area is not negative.</summary>
internal static partial class ValueBounds
{
    /// <summary>The bound that a value breaks, as a caveat; null when it breaks none.</summary>
    public static Label? Breach(Indicator indicator, decimal value)
    {
        var moves = indicator.Direction.Value is "rate-of-decline" || Growth().IsMatch(indicator.Name);
        if (value > 100 && indicator.Unit.Ucum is "%" && (!moves || indicator.Direction.Value is "rate-of-decline"))
            return new Label(
                "该指标为百分比，数值不会超过100，请核对；不作是否达到的判断。",
                "The indicator is a share and cannot exceed 100 per cent: check the value. No verdict is given."
            );
        return value < 0 && !moves
            ? new Label(
                "该指标的数值不会为负，请核对；不作是否达到的判断。",
                "The indicator cannot be negative: check the value. No verdict is given."
            )
            : null;
    }

    /// <summary>Names of what may be negative or exceed 100 per cent: growth.</summary>
    [GeneratedRegex("(?:增长率|增长|增速|增幅|增长速度)$", RegexOptions.CultureInvariant)]
    private static partial Regex Growth();
}
