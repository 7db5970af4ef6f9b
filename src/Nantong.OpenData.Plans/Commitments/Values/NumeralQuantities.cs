using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>Quantities written with Chinese numerals, where the text sets a number with them.</summary>
/// <remarks>
/// Chinese prose is full of numerals that set nothing (一批, 一体化, 三级医院, 第一时间). Read are only: a count behind a verb that brings the thing about (有一个,
/// 建成两所), which <see cref="CommitmentReader"/> keeps where the sentence sets a date; a magnitude behind a word of comparison (超千亿); and a rank
/// (居全省第一, 百强县前五十).
/// </remarks>
internal static partial class NumeralQuantities
{
    /// <summary>Finds them, in order.</summary>
    /// <param name="text">The folded text.</param>
    public static IEnumerable<Quantity> Find(string text) =>
        Counts()
            .Matches(text)
            .Select(match => ReadCount(text, match))
            .Concat(Magnitudes().Matches(text).Select(match => ReadMagnitude(text, match)))
            .Concat(Ranks().Matches(text).Select(ReadRank))
            .Concat(Fractions().Matches(text).Select(match => ReadFraction(text, match)))
            .Concat(GradeQuantities.Find(text))
            .OfType<Quantity>();

    private static Quantity? ReadCount(string text, Match match)
    {
        var numerals = match.Groups["n"];
        var at = numerals.Index + numerals.Length;
        if (ChineseNumerals.Parse(numerals.Value) is not { } value || QuantityUnits.At(text, at) is not { Class: UnitClass.Count } unit)
            return null;
        return Of(new TextSpan(numerals.Index, at + unit.Raw.Length), value, unit.Raw, unit, QuantityOperator.None);
    }

    private static Quantity? ReadMagnitude(string text, Match match)
    {
        var numerals = match.Groups["n"];
        if ((numerals.Length == 0 ? 1 : ChineseNumerals.Parse(numerals.Value)) is not { } value)
            return null;
        var factor = match.Groups["m"].Value switch
        {
            "万亿" => 1e12m,
            "亿" => 1e8m,
            "万" => 1e4m,
            _ => 1m,
        };
        var unit = QuantityUnits.At(text, match.Index + match.Length);
        if (factor == 1 && (unit is null || value < 10))
            return null; // 达到二级 is a class
        var end = match.Index + match.Length + (unit?.Raw.Length ?? 0);
        var behind = Bounds.Behind(text, end);
        var before = behind?.Operator ?? Bounds.Before(text[..numerals.Index]) ?? QuantityOperator.None;
        return Of(
            new TextSpan(numerals.Index, end + (behind?.Word.Length ?? 0)),
            value * factor,
            match.Groups["m"].Value + unit?.Raw is { Length: > 0 } raw ? raw : null,
            unit,
            before
        );
    }

    private static Quantity? ReadRank(Match match)
    {
        var numerals = match.Groups["n"];
        var within = match.Groups["within"].Success;
        if (ChineseNumerals.Parse(numerals.Value) is not { } rank)
            return null;
        var span = new TextSpan(numerals.Index - 1, match.Index + match.Length);
        return new Quantity(
            span,
            rank,
            null,
            null,
            new Unit(match.Groups["unit"] is { Success: true } unit ? unit.Value : null, "位", "{rank}", !match.Groups["unit"].Success),
            UnitClass.Measure,
            within ? QuantityOperator.Lte : QuantityOperator.None,
            within ? "前" : null
        );
    }

    private static Quantity? ReadFraction(string text, Match match)
    {
        if (ChineseNumerals.Parse(match.Groups["of"].Value) is not { } whole || ChineseNumerals.Parse(match.Groups["n"].Value) is not { } parts)
            return null;
        if (parts >= whole)
            return null;
        var end = match.Index + match.Length;
        var behind = Bounds.Behind(text, end);
        return new Quantity(
            new TextSpan(match.Index, end + (behind?.Word.Length ?? 0)),
            decimal.Round((decimal)parts / whole, 4),
            null,
            null,
            new Unit(null, null, "1", false),
            UnitClass.Measure,
            behind?.Operator ?? Bounds.Before(text[..match.Index]) ?? QuantityOperator.None,
            behind?.Word
        );
    }

    private static Quantity Of(TextSpan span, decimal value, string? printed, QuantityUnit? unit, QuantityOperator op) =>
        new(span, value, null, null, new Unit(printed, unit?.Raw, unit?.Ucum, false), unit?.Class ?? UnitClass.Count, op, null);

    [GeneratedRegex(
        "(?:有|建成|建设|新建|新增|创建|创成|打造|引进|培育|设立|布局)(?:[1-9]到)?(?<n>[一二两三四五六七八九十]{1,3})(?=[个家所座处条项套])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Counts();

    /// <summary>A share in words: 四分之三. 百分之二十 is none of these.</summary>
    [GeneratedRegex("(?<![一二三四五六七八九十百])(?<of>[二三四五六七八九十])分之(?<n>[一二三四五六七八九])", RegexOptions.CultureInvariant)]
    private static partial Regex Fractions();

    [GeneratedRegex(
        "(?:超过|超|突破|不低于|不少于|达到|跨越|迈上|跃上)(?:(?<n>[一二两三四五六七八九十百千]{1,6}(?:万[一二三四五六七八九]千(?=亿))?)(?<m>万亿|亿|万)?|(?<n>)(?<m>万亿))(?!(?:亿"
            + "|万)?元?[^，。；、0-9]{0,8}(?:企业|集群|园区|项目))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Magnitudes();

    /// <summary>A rank needs a word that holds it (居, 保持, 位列, 进入) and nothing behind it: 第一时间 is none.</summary>
    [GeneratedRegex(
        "(?:居|保持|位列|列|排名|进入|跻身)[^，。；、“”]{0,16}?(?:第|(?<within>前))(?<n>[一二三四五六七八九十百]{1,4})(?<unit>位|名)?(?=[，。；、]|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ranks();
}
