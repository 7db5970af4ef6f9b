using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>Values that are no plain number: a class of water quality (Ⅲ类), a title held several times running (五连冠), a club of a size
/// (GDP万亿俱乐部).</summary>
internal static partial class GradeQuantities
{
    private const string Classes = "ⅠⅡⅢⅣⅤ";

    /// <summary>Finds them, in no order.</summary>
    public static IEnumerable<Quantity> Find(string text) =>
        WaterClass()
            .Matches(text)
            .Select(ReadClass)
            .Concat(Titles().Matches(text).Select(ReadTitles).OfType<Quantity>())
            .Concat(Club().Matches(text).Select(ReadClub));

    /// <remarks>Class Ⅰ is the cleanest (GB 3838—2002), so Ⅲ类以上 is class three or a smaller number: the word is kept, the operator is that of the
    /// numbers.</remarks>
    private static Quantity ReadClass(Match match)
    {
        var numeral = match.Groups["n"];
        var bound = match.Groups["bound"] is { Success: true } word ? word.Value : null;
        var op = (match.Groups["better"].Value, bound) switch
        {
            (_, not null) when bound.EndsWith('下') => QuantityOperator.Gte,
            (_, not null) or ("不低于" or "不劣于" or "达到或优于", _) => QuantityOperator.Lte,
            ("优于", _) => QuantityOperator.Lt,
            _ => QuantityOperator.None,
        };
        return new Quantity(
            new TextSpan(numeral.Index, match.Index + match.Length),
            Classes.IndexOf(numeral.Value, StringComparison.Ordinal) + 1,
            null,
            null,
            new Unit("类", "类", "{class}", false),
            UnitClass.Measure,
            op,
            bound
        );
    }

    private static Quantity? ReadTitles(Match match) =>
        ChineseNumerals.Parse(match.Groups["n"].Value) is { } times
            ? new Quantity(
                new TextSpan(match.Index, match.Index + match.Length),
                times,
                null,
                null,
                new Unit("连冠", "连冠", "{titles}", false),
                UnitClass.Measure,
                QuantityOperator.None,
                null
            )
            : null;

    private static Quantity ReadClub(Match match) =>
        new(
            new TextSpan(match.Index, match.Index + match.Length),
            match.Value == "万亿" ? 1e12m : 1e11m,
            null,
            null,
            new Unit(match.Value, "元", "{CNY}", true),
            UnitClass.Measure,
            QuantityOperator.Gt,
            null
        );

    /// <summary>A class that is reached or kept; 劣Ⅴ类 is what is got rid of, 优Ⅲ类比例 the name of a share.</summary>
    [GeneratedRegex(
        "(?<=(?<better>达到或优于|不低于|不劣于|优于)|达到|达|保持|稳定在|提升到|提升至|改善到|改善至)(?<n>[ⅠⅡⅢⅣⅤ])类(?:水?(?<bound>及?以上|及?以下|或以上))?(?!比例)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WaterClass();

    [GeneratedRegex("(?<n>[二三四五六七八九十]{1,2})连[冠胜]", RegexOptions.CultureInvariant)]
    private static partial Regex Titles();

    [GeneratedRegex("(?<=GDP|地区生产总值|经济总量)(?:万亿|千亿)(?=俱乐部|级?城市)", RegexOptions.CultureInvariant)]
    private static partial Regex Club();
}
