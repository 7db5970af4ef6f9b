using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>Reads the quantities of a text: a number with its unit, by rules that know units and words but no sentence.</summary>
/// <remarks>
/// A number is a quantity when a unit, 万 or 亿 stands behind it, or when a word that bounds or sets it (达到, 不少于) stands directly before it. A number
/// between two others joined by a dash, 至 or 到 is a range; 2.01：1 is a ratio and 第1位 a rank. Chinese numerals are read by
/// <see cref="NumeralQuantities"/>, where the text sets a number with them.
/// </remarks>
internal static partial class Quantities
{
    private const int MostDigits = 15;

    private static readonly (string Word, decimal Factor)[] Multipliers =
    [
        ("万亿", 1e12m),
        ("千亿", 1e11m),
        ("百亿", 1e10m),
        ("十亿", 1e9m),
        ("亿", 1e8m),
        ("千万", 1e7m),
        ("百万", 1e6m),
        ("十万", 1e5m),
        ("万", 1e4m),
        ("千", 1e3m),
        ("百", 1e2m),
    ];

    /// <summary>Finds every quantity, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="taken">Ranges that are something else: names and dates.</param>
    public static IReadOnlyList<Quantity> Find(string text, IReadOnlyList<TextSpan> taken)
    {
        var folded = Digits.Fold(text);
        List<Quantity> found = [];
        foreach (Match match in Number().Matches(folded))
        {
            var digits = match.Groups["a"];
            if (taken.Any(span => span.Overlaps(new TextSpan(digits.Index, digits.Index + digits.Length))))
                continue;
            if (Read(text, folded, match) is { } quantity)
                found.Add(quantity);
        }

        foreach (var quantity in NumeralQuantities.Find(folded))
        {
            if (!found.Exists(other => other.Span.Overlaps(quantity.Span)) && !taken.Any(span => span.Overlaps(quantity.Span)))
                found.Add(quantity);
        }

        return [.. found.OrderBy(quantity => quantity.Span.Start)];
    }

    private static Quantity? Read(string text, string folded, Match match)
    {
        if (Parse(match.Groups["a"]) is not { } first)
            return null;
        if (match.Groups["ratio"].Success)
            return ReadRatio(folded, match, first);

        var second = Parse(match.Groups["b"]);
        if (match.Groups["b"].Success && second is null)
            return null;
        var at = match.Index + match.Length;
        var more = More(folded, ref at);
        var factor = Multiplier(folded, ref at);
        more ??= More(folded, ref at);
        var unit = QuantityUnits.At(folded, at) ?? QuantityUnits.PerMany(folded, at);
        if (match.Groups["place"] is { Success: true } place)
            return ReadRank(match, place.Value, first, unit);
        if (factor is null && unit is null && Bounds.Behind(folded, at) is null && !SetsNumber().IsMatch(folded[..match.Index]))
            return null;

        var printedFrom = at - (factor?.Word.Length ?? 0);
        at += unit?.Raw.Length ?? 0;
        var label = unit switch
        {
            null => null,
            { Raw: "人口" } => "人", // 300万人口: the word is no measure word
            _ => text[(at - unit.Raw.Length)..at],
        };
        if (unit is { Class: UnitClass.Measure, Raw: not "级" } && at < folded.Length && folded[at] == '级')
            at++; // a class of size: 50亿元级, 10万吨级
        var printed = text[printedFrom..at].TrimStart('余', '多');
        var behind = Bounds.Behind(folded, at) ?? (unit is { Class: UnitClass.Reach } ? Bounds.Within(folded, at) : null);
        at += behind?.Word.Length ?? 0;

        var scale = factor?.Factor ?? 1;
        var own = match.Groups["ma"].Success ? FactorOf(match.Groups["ma"].Value) : scale;
        var op = second is not null
            ? QuantityOperator.Range
            : behind?.Operator ?? (more is not null ? QuantityOperator.Gt : Bounds.Before(folded[..match.Index]) ?? QuantityOperator.None);
        return new Quantity(
            new TextSpan(match.Index, at),
            second is null ? Scale(first, scale) : null,
            second is null ? null : Scale(first, own),
            second is null ? null : Scale(second.Value, scale),
            new Unit(printed.Length == 0 ? null : printed, label, unit?.Ucum, false),
            unit?.Class ?? UnitClass.Count,
            op,
            behind?.Word ?? more
        );
    }

    private static Quantity? ReadRatio(string folded, Match match, decimal first)
    {
        if (Parse(match.Groups["ratio"]) is not ({ } to and > 0))
            return null;
        var end = match.Index + match.Length;
        var behind = Bounds.Behind(folded, end);
        var op = behind?.Operator ?? Bounds.Before(folded[..match.Index]) ?? QuantityOperator.None;
        var span = new TextSpan(match.Index, end + (behind?.Word.Length ?? 0));
        return new Quantity(span, first / to, null, null, new Unit(null, null, "1", false), UnitClass.Measure, op, behind?.Word);
    }

    /// <summary>第1位 holds a rank; 前50位 is at most that rank. 第3批 is no rank.</summary>
    private static Quantity? ReadRank(Match match, string place, decimal rank, QuantityUnit? unit)
    {
        var named = unit?.Raw is "位" or "名";
        if (!named && (place == "第" || unit is not null))
            return null;
        var end = match.Index + match.Length + (named ? 1 : 0);
        return new Quantity(
            new TextSpan(match.Index, end),
            rank,
            null,
            null,
            new Unit(named ? unit!.Raw : null, "位", "{rank}", !named),
            UnitClass.Measure,
            place == "前" ? QuantityOperator.Lte : QuantityOperator.None,
            place == "前" ? place : null
        );
    }

    private static string? More(string text, ref int at) => at < text.Length && text[at] is '余' or '多' ? text[at++].ToString() : null;

    private static (string Word, decimal Factor)? Multiplier(string text, ref int at)
    {
        foreach (var multiplier in Multipliers)
        {
            if (string.CompareOrdinal(text, at, multiplier.Word, 0, multiplier.Word.Length) != 0)
                continue;
            var next = at + multiplier.Word.Length;
            if (multiplier.Word is "千" or "百" && QuantityUnits.At(text, at) is not null)
                return null; // 千瓦, 千克
            at = next;
            return multiplier;
        }

        return null;
    }

    private static decimal FactorOf(string word) => Multipliers.First(multiplier => multiplier.Word == word).Factor;

    /// <summary>The number multiplied out, without the zeros that a decimal would keep from its fraction (772.66万 is 7726600, not
    /// 7726600.00).</summary>
    private static decimal Scale(decimal number, decimal factor) => factor == 1 ? number : number * factor / 1.000000000000000000000000000000m;

    private static decimal? Parse(Group digits)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        var readable = digits is { Success: true, Length: <= MostDigits };
        return readable && decimal.TryParse(digits.ValueSpan, Style, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private const string Plain = "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?";

    /// <summary>A number, a range (3—5, 5%—8%, 10万至20万), a ratio (2.01:1), or a rank (第1, 前50).</summary>
    [GeneratedRegex(
        $"(?<place>第|前)?(?<![0-9.]|[0-9][/,])(?<a>{Plain})(?![0-9]*,[0-9])(?:(?<ma>万亿|亿|万)?%?(?:—{{1,2}}|-|至|到)(?<b>{Plain})|:(?<ratio>{Plain}))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    /// <summary>Words after which a number needs no unit.</summary>
    [GeneratedRegex("(?:达到?|[高低少多小大]于|超过|突破|[高升加降]到|[降增升提]至|控制在|稳定在|至少|≥|≤|>|<)$", RegexOptions.CultureInvariant)]
    private static partial Regex SetsNumber();
}
