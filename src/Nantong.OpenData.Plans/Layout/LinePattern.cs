using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>How a numbered line begins, as <c>plan.json</c> writes it: <c>第{zh}章</c>, <c>（{zh}）</c>, <c>{n}．</c>, <c>专栏{n}：</c>.</summary>
/// <remarks>
/// <c>{zh}</c> stands for a Chinese number up to 九十九, <c>{n}</c> for one in digits; every other character for itself, brackets, colons and full
/// stops in either width. What separates the number from the title (、 ： ． and spaces at the end of the pattern) is no part of the printed number.
/// </remarks>
internal sealed class LinePattern
{
    private const string Separators = "、：:．. 　";
    private readonly Regex line;

    /// <summary>Takes a pattern.</summary>
    public LinePattern(string pattern)
    {
        Pattern = pattern;
        var core = pattern.TrimEnd(Separators.ToCharArray());
        var text = new StringBuilder("^[ \u3000]*(?<printed>");
        Append(text, core);
        text.Append(')');
        foreach (var separator in pattern[core.Length..])
            text.Append(SeparatorOf(separator));
        line = new Regex(text.Append("(?![：:、．.，。])\\s*(?<title>\\S.*?)\\s*$").ToString(), RegexOptions.CultureInvariant);
    }

    /// <summary>The pattern as declared.</summary>
    public string Pattern { get; }

    /// <summary>True when it has a place for a number.</summary>
    public bool IsNumbered => HasNumber(Pattern);

    /// <summary>True for a pattern with a place for a number.</summary>
    public static bool HasNumber(string pattern) =>
        pattern.Contains("{zh}", StringComparison.Ordinal) || pattern.Contains("{n}", StringComparison.Ordinal);

    /// <summary>The pattern with a number in the place of its mark, without the separators: <c>第三章</c>.</summary>
    public string With(int number) =>
        Pattern
            .TrimEnd(' ', '　')
            .Replace("{zh}", number is > 0 and < 100 ? Headings.ToChinese(number) : "?", StringComparison.Ordinal)
            .Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Takes a line apart.</summary>
    /// <returns>The number as printed, the number, and the title; null for a line of another form.</returns>
    public (string Printed, int? Number, string Title)? Match(string text)
    {
        if (line.Match(text) is not { Success: true } match)
            return null;
        var number = NumberIn(match);
        if (number is null && match.Groups["zh"].Success)
            return null;
        return (match.Groups["printed"].Value, number, match.Groups["title"].Value);
    }

    /// <summary>A literal character of a pattern as a regular expression: either width.</summary>
    internal static string Literal(char character) =>
        character switch
        {
            '（' or '(' => "[（(]",
            '）' or ')' => "[）)]",
            '：' or ':' => "[：:]",
            ' ' or '　' => "\\s+",
            _ => Regex.Escape(character.ToString()),
        };

    /// <summary>Writes a pattern without its separators as a regular expression.</summary>
    internal static void Append(StringBuilder text, string core)
    {
        for (var at = 0; at < core.Length; )
        {
            var mark = core.AsSpan(at);
            if (mark.StartsWith("{zh}"))
            {
                text.Append(at > 0 ? "\\s*" : "").Append("(?<zh>[一二三四五六七八九十]{1,3})");
                at += "{zh}".Length;
                if (at < core.Length)
                    text.Append("\\s*");
            }
            else if (mark.StartsWith("{n}"))
            {
                text.Append(at > 0 ? "\\s*" : "").Append("(?<n>[0-9０-９]{1,3})");
                at += "{n}".Length;
                if (at < core.Length)
                    text.Append("\\s*");
            }
            else
            {
                text.Append(Literal(core[at++]));
            }
        }
    }

    /// <summary>A separator as a regular expression; a full stop with a digit behind it is a decimal point.</summary>
    internal static string SeparatorOf(char separator) =>
        separator switch
        {
            '．' or '.' => "[．.](?![0-9０-９])",
            _ => Literal(separator),
        };

    /// <summary>The number that a line prints where its pattern has a place for one; null where it prints none, or one that is none.</summary>
    internal static int? NumberIn(Match match) =>
        match.Groups["n"] is { Success: true } digits ? NumberOf(digits.Value)
        : match.Groups["zh"] is { Success: true } chinese ? Headings.FromChinese(chinese.Value)
        : null;

    /// <summary>The number that digits of either width stand for.</summary>
    internal static int NumberOf(string digits) => int.Parse(Folded(digits), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Folded(string digits) => string.Concat(digits.Select(digit => digit >= '０' ? (char)(digit - '０' + '0') : digit));
}
