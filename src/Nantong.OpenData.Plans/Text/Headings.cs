namespace Nantong.OpenData.Plans.Text;

/// <summary>What a line is that is no body text.</summary>
internal enum LineKind
{
    /// <summary>A heading of a declared level.</summary>
    Heading,

    /// <summary>The heading of an annex.</summary>
    Annex,

    /// <summary>The caption of a box (专栏).</summary>
    Box,

    /// <summary>The caption of a table.</summary>
    Table,
}

/// <summary>A heading line taken apart.</summary>
/// <param name="Kind">What it heads.</param>
/// <param name="Level">Position of its level in the layout, from 0; 0 for a caption.</param>
/// <param name="Printed">The number as printed: <c>五</c>, <c>(二)</c>, <c>专栏4</c>, <c>表1</c>; null where none is printed.</param>
/// <param name="Number">The number it stands for; null where none is printed.</param>
/// <param name="Title">The heading without its number, otherwise as printed.</param>
internal sealed record HeadingLine(LineKind Kind, int Level, string? Printed, int? Number, string Title);

/// <summary>Chinese numbers in headings.</summary>
internal static class Headings
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>The number that Chinese numerals from 一 to 九十九 stand for; null for anything else.</summary>
    public static int? FromChinese(string numerals) =>
        numerals.Split('十') switch
        {
            [var ones] => Digit(ones),
            [var tens, ""] => (tens.Length == 0 ? 1 : Digit(tens)) * 10,
            [var tens, var ones] => (tens.Length == 0 ? 1 : Digit(tens)) * 10 + Digit(ones),
            _ => null,
        };

    /// <summary>The numerals of a number from 1 to 99.</summary>
    public static string ToChinese(int number) =>
        number switch
        {
            < 10 => Digits[number - 1].ToString(),
            _ => (number / 10 is 1 ? "" : Digits[number / 10 - 1].ToString()) + "十" + (number % 10 is 0 ? "" : Digits[number % 10 - 1].ToString()),
        };

    private static int? Digit(string numeral) =>
        numeral.Length == 1 && Digits.IndexOf(numeral[0], StringComparison.Ordinal) is >= 0 and var at ? at + 1 : null;
}
