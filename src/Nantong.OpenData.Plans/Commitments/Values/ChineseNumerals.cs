namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>Numbers written with Chinese numerals.</summary>
internal static class ChineseNumerals
{
    /// <summary>The numerals that a pattern may look for.</summary>
    public const string Class = "[一二两三四五六七八九十百千]";

    private const string Ones = "零一二三四五六七八九";

    /// <summary>The number that numerals stand for: 五十, 三百二十, 一万五千, 千 (one thousand), 两; null for anything else.</summary>
    public static int? Parse(ReadOnlySpan<char> numerals)
    {
        if (numerals.IsEmpty || numerals.Length > 9)
            return null;
        if (numerals.IndexOf('万') is > 0 and var myriads && myriads < numerals.Length - 2)
            return (Parse(numerals[..myriads]) * 10_000) + Parse(numerals[(myriads + 1)..]);
        var (total, pending) = (0, 0);
        foreach (var numeral in numerals)
        {
            if (numeral is '十' or '百' or '千')
            {
                total +=
                    Math.Max(pending, 1)
                    * (
                        numeral is '十' ? 10
                        : numeral is '百' ? 100
                        : 1000
                    );
                pending = 0;
            }
            else if ((numeral is '两' ? 2 : Ones.IndexOf(numeral, StringComparison.Ordinal)) is >= 0 and var digit)
            {
                pending = digit;
            }
            else
            {
                return null;
            }
        }

        return total + pending;
    }
}
