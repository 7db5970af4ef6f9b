using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>Recognises lines that are set like a heading or caption though the layout declares none of that form: they are never read as body
/// text.</summary>
internal static partial class LineShapes
{
    private const int LongestUnmarked = 30;

    /// <summary>True for a line that is numbered or named like a heading and holds no clause.</summary>
    public static bool IsLikeHeading(string line) => line.AsSpan().IndexOfAny("，；。！？") < 0 && Numbered().IsMatch(line);

    /// <summary>True for a short line without any mark: no half of a sentence looks like that.</summary>
    public static bool IsUnmarked(string line)
    {
        var text = line.Trim();
        return text.Length is > 0 and <= LongestUnmarked && text.AsSpan().IndexOfAny("，；。！？：、“”,;:") < 0;
    }

    [GeneratedRegex(
        "^\\s*(?:第\\s*[一二三四五六七八九十百\\d]+\\s*[编篇章节条部]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]"
            + "|\\d{1,2}[、．](?!\\d)|\\d{1,2}\\.(?!\\d)|\\d{1,2}(?:\\.\\d{1,2})+\\s|[（(]\\d{1,2}[）)]|专\\s*栏|附\\s*[件表录图注]|[表图]\\s*[\\d一二三四五六七八九十]"
            + "|目\\s*[录次]\\s*$|[前引序]\\s*言\\s*$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbered();
}
