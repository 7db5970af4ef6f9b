using System.Globalization;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Text;

/// <summary>A heading line taken apart.</summary>
/// <param name="Level">What it heads.</param>
/// <param name="Printed">The number as printed: <c>五</c>, <c>(二)</c>, <c>专栏4</c>, <c>表1</c>.</param>
/// <param name="Number">The number it stands for.</param>
/// <param name="Title">The heading without its number, otherwise as printed.</param>
internal sealed record HeadingLine(NodeType Level, string Printed, int Number, string Title);

/// <summary>Tells heading lines from body text. Loose about width and spaces, since the source is.</summary>
internal static partial class Headings
{
    private const int LongestHeading = 40;
    private const string Digits = "一二三四五六七八九";

    /// <summary>Reads a line as a heading; null for body text.</summary>
    /// <remarks>A heading is short and holds no sentence; one ends with 。 all the same (source line 434), one has half-width brackets and a space (line 240).</remarks>
    public static HeadingLine? Find(string line)
    {
        if (line.Length > LongestHeading || line.TrimEnd('。').Contains('。', StringComparison.Ordinal)) return null;

        if (Chapter().Match(line) is { Success: true } chapter && FromChinese(chapter.Groups[1].Value) is { } chapterNumber)
            return new(NodeType.Chapter, chapter.Groups[1].Value, chapterNumber, chapter.Groups[2].Value);
        if (Section().Match(line) is { Success: true } section && FromChinese(section.Groups[2].Value) is { } sectionNumber)
            return new(NodeType.Section, section.Groups[1].Value, sectionNumber, section.Groups[3].Value);
        if (Column().Match(line) is { Success: true } column)
            return new(NodeType.Column, column.Groups[1].Value, int.Parse(column.Groups[2].Value, CultureInfo.InvariantCulture), column.Groups[3].Value);
        if (Table().Match(line) is { Success: true } table)
            return new(NodeType.Table, table.Groups[1].Value, int.Parse(table.Groups[2].Value, CultureInfo.InvariantCulture), table.Groups[3].Value);
        return null;
    }

    /// <summary>The number that Chinese numerals from 一 to 九十九 stand for; null for anything else.</summary>
    public static int? FromChinese(string numerals) => numerals.Split('十') switch
    {
        [var ones] => Digit(ones),
        [var tens, ""] => (tens.Length == 0 ? 1 : Digit(tens)) * 10,
        [var tens, var ones] => (tens.Length == 0 ? 1 : Digit(tens)) * 10 + Digit(ones),
        _ => null,
    };

    /// <summary>The numerals of a number from 1 to 99.</summary>
    public static string ToChinese(int number) => number switch
    {
        < 10 => Digits[number - 1].ToString(),
        _ => (number / 10 is 1 ? "" : Digits[number / 10 - 1].ToString()) + "十" + (number % 10 is 0 ? "" : Digits[number % 10 - 1].ToString()),
    };

    private static int? Digit(string numeral) => numeral.Length == 1 && Digits.IndexOf(numeral[0], StringComparison.Ordinal) is >= 0 and var at ? at + 1 : null;

    [GeneratedRegex("^([一二三四五六七八九十]{1,3})、(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex("^([（(]([一二三四五六七八九十]{1,3})[）)])\\s*(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex("^(专栏\\s*(\\d{1,2}))[：:]\\s*(.+?)\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex("^(表\\s*(\\d{1,2}))[：:]\\s*(.+?)\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}
