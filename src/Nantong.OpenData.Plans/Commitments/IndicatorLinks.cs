using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Finds the indicator that measures the same as a phrase of the prose.</summary>
internal static class IndicatorLinks
{
    private const int Shortest = 5;

    /// <summary>The indicator; null when none fits.</summary>
    /// <remarks>
    /// Units must agree, and the shorter of both names must stand in the longer, its characters in order and no fewer than half of it, both ending
    /// alike: 城乡居民收入比 is short for 城乡居民人均可支配收入比. Of several the longest name wins.
    /// </remarks>
    public static Indicator? Find(string subject, Unit? unit, IReadOnlyList<Indicator> indicators) =>
        unit?.Ucum is null
            ? null
            : indicators
                .Where(indicator => indicator.Unit.Ucum == unit.Ucum && SameMeasure(subject, indicator.Name))
                .MaxBy(indicator => indicator.Name.Length);

    private static bool SameMeasure(string subject, string name)
    {
        if (subject.EndsWith(name, StringComparison.Ordinal))
            return true;
        return subject.Length >= Math.Max(Shortest, (name.Length + 1) / 2) && subject[^1] == name[^1] && StandsIn(subject, name);
    }

    private static bool StandsIn(string part, string whole)
    {
        var at = 0;
        foreach (var character in whole)
        {
            if (at < part.Length && part[at] == character)
                at++;
        }

        return at == part.Length;
    }
}
