using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>What a program has probably done to a cell, as the end of a rule; nothing where it cannot be told.</summary>
internal static partial class Hints
{
    /// <summary>Of a cell that should be a number.</summary>
    public static string OfNumber(string text) =>
        text switch
        {
            "" => "",
            _ when text.All(character => character is '#') => "; a spreadsheet writes #### where a column is too narrow: widen it, then save again",
            _ when Error().IsMatch(text) => "; this is the error of a formula",
            _ when Exponent().IsMatch(text) => "; a spreadsheet may have rounded this: format the column as a number, then save again",
            _ when Date().IsMatch(text) => "; a spreadsheet has made a date of it: format the column as text, then enter the number again",
            _ when Thousands().IsMatch(text) => "; leave the signs between thousands out",
            _ when DecimalComma().IsMatch(text) => "; write a decimal point",
            _ when text.EndsWith('%') || text.EndsWith('％') || text.EndsWith('‰') => "; leave the percent sign out",
            _ when text.Any(character => character is (>= '０' and <= '９') or '．' or '，' or '－') =>
                "; write digits and signs of ASCII, not of full width",
            _ when text[0] is '−' or '–' or '—' && text.Length > 1 => "; write the minus sign as a hyphen",
            _ when Missing().IsMatch(text) => "; leave the cell empty and let the status say why there is none",
            _ => "",
        };

    /// <summary>Of a cell that should be an id.</summary>
    public static string OfId(string id) =>
        id switch
        {
            "" => "",
            _ when id.Trim().Length < id.Length => ", without spaces around it",
            _ when Date().IsMatch(id) => "; a spreadsheet has made a date of it: format the column as text, then enter the id again",
            _ when Error().IsMatch(id) || id.All(character => character is '#') => "; this is an error of a spreadsheet",
            _ when id.Any(character => character > '~') => ", in small letters a-z, digits and hyphens of ASCII",
            _ => "",
        };

    [GeneratedRegex("^#(REF!|N/A|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", RegexOptions.CultureInvariant)]
    private static partial Regex Error();

    [GeneratedRegex("^[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(
        "^([0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*|[0-9]{1,4}[-/][0-9]{1,2}|[0-9]{1,4}年[0-9]{1,2}月.*|[0-9]{1,2}月[0-9]{1,2}日"
            + "|[0-9]{1,2}[- ](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec).*|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[- ][0-9]{1,4})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Date();

    [GeneratedRegex("^[+-]?[0-9]{1,3}([,，' \u00A0\u202F\u2009][0-9]{3})+(\\.[0-9]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex("^[+-]?[0-9]+,[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex("^(NA|N/A|NaN|NULL|None|nil|-+|—+|…+|\\.\\.+|/|缺失|无)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Missing();
}
