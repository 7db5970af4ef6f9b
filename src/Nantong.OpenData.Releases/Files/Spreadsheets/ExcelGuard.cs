using System.Text.RegularExpressions;

namespace Nantong.OpenData.Releases.Files.Spreadsheets;

/// <summary>Keeps text as it is where a spreadsheet opens a CSV file: an apostrophe before whatever it would take for something else.</summary>
/// <remarks>
/// Excel takes text for a formula by its first character (OWASP, CSV injection), for a date (<c>1-2</c>, <c>3/4</c>, <c>5月1日</c>, <c>MAR1</c>), a
/// time, a fraction, an amount, a share, a number that loses its zeros or its last digits (<c>007</c>, <c>2.50</c>, an identity number of 18 digits),
/// a power of ten (<c>1E5</c>), true or false, or an error.
/// A number that stays what it is (<c>70.44</c>) needs no guard.
/// </remarks>
internal static partial class ExcelGuard
{
    private const char Mark = '\'';
    private const int ExactDigits = 15; // of a double: Excel makes the others zero

    /// <summary>A text as the cell of a spreadsheet's CSV file.</summary>
    public static string Guard(string text) => IsTaken(text) ? Mark + text : text;

    /// <summary>The text of such a cell.</summary>
    public static string Unguard(string cell) => cell is [Mark, ..] && IsTaken(cell[1..]) ? cell[1..] : cell;

    /// <summary>True for a text that needs the mark; also for one that begins with it, where the rest would: so that every cell can be read
    /// back.</summary>
    private static bool IsTaken(string text)
    {
        while (text is [Mark, ..])
            text = text[1..];
        if (text is ['\t' or '\r' or '\n', ..])
            return true;
        var shown = text.Trim();
        if (shown is "")
            return false;
        if (shown[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')
            return true;
        var isFigure = shown.Any(char.IsDigit) && (Numbers().IsMatch(shown) || Months().IsMatch(shown));
        return (isFigure && !IsPlainNumber(text) && !Dotted().IsMatch(text)) || Words().IsMatch(shown);
    }

    /// <summary>A number in the spelling in which a spreadsheet shows it: nothing is lost when it becomes one.</summary>
    private static bool IsPlainNumber(string text) => text.Count(char.IsAsciiDigit) <= ExactDigits && Plain().IsMatch(text);

    [GeneratedRegex(@"^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    /// <summary>What begins with a figure and goes on as dates, times, fractions, amounts, shares and powers of ten do.</summary>
    [GeneratedRegex(
        @"^(上午|下午)?[\d.(¥￥$€£][\d\s.,:/\-%()年月日时分秒]*([eE][+-]?\d+)?(\s*([aApP][mM]?|上午|下午))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbers();

    /// <summary>Numbers with dots between them, as versions are: no date in Chinese or English.</summary>
    [GeneratedRegex(@"^\d+(\.\d+){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    /// <summary>The name of a month, or its beginning, before or after a number.</summary>
    [GeneratedRegex(
        @"^(\d+[\s.\-/]*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.\-/,]*[\d\s,\-/]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Months();

    [GeneratedRegex(
        @"^(true|false|#(n/a|ref!|value!|name\?|null!|num!|div/0!|spill!|calc!))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Words();
}
