using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>Numbers as readers see them: whole. 74% does not hold 4%, and 47 is not almost 74.</summary>
public static partial class Numbers
{
    /// <summary>The numbers of a folded text, in order: in digits, and in other numerals where these count or rank (III类, 三个, 第二).</summary>
    public static IReadOnlyList<string> Of(string folded) => [.. Whole().Matches(folded).Select(match => match.Value)];

    /// <summary>The text in pieces that are compared as one: whole numbers, and single characters.</summary>
    public static IReadOnlyList<string> Pieces(string folded) => [.. Piece().Matches(folded).Select(match => match.Value)];

    /// <summary>True when a range begins or ends inside a number.</summary>
    internal static bool Cuts(string text, TextSpan span) => IsInside(text, span.Start) || IsInside(text, span.End);

    private static bool IsInside(string text, int at)
    {
        if (at == 0 || at >= text.Length)
            return false;
        var (last, next) = (text[at - 1], text[at]);
        if (char.IsDigit(last) && char.IsDigit(next))
            return true;
        return (IsPoint(last) && char.IsDigit(next) && at > 1 && char.IsDigit(text[at - 2]))
            || (char.IsDigit(last) && IsPoint(next) && at + 1 < text.Length && char.IsDigit(text[at + 1]));
    }

    private static bool IsPoint(char character) => character is '.' or '．';

    [GeneratedRegex(
        "[0-9]+(?:\\.[0-9]+)?|(?<![A-Za-z])[IVX]{1,4}(?=[类级])|(?<=第|百分之)[一二三四五六七八九十百零〇]+|(?<![目当提以之此])前[一二三四五六七八九十百]+"
            + "|(?<![0-9统唯])[一二两三四五六七八九十百千万亿零〇]+(?=[个项批届次轮年期月类级县市区城镇村家名位所座处倍连副核带轴片翼港纵横环射万亿])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Whole();

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Piece();
}
