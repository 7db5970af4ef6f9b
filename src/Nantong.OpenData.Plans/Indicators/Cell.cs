using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>What a cell of an indicator table prints: a number with the words that bound it, a range, or words alone.</summary>
/// <param name="Operator">The comparison that a sign (≥) or a word (以上) prints; <c>none</c> for a bare number.</param>
/// <param name="Value">The number, 万 and 亿 multiplied out; null for a range and for words.</param>
/// <param name="From">Lower end of a range; null otherwise.</param>
/// <param name="To">Upper end of a range; null otherwise.</param>
internal sealed partial record Cell(TargetOperator Operator, decimal? Value, decimal? From, decimal? To)
{
    /// <summary>What a cell with a number may be, as a noun phrase.</summary>
    public const string Rule =
        "a number with an optional 约 > ≥ < ≤ 不低于 不超过 年均增长 before it and 万 亿 % 以上 以下 以内 左右 behind it, [ ] around it or 累计 "
        + "when it is a sum; a range that rises, such as 80—85; or words without a quantity, such as 建成 "
        + "(not 翻一番, 百分之十四)";

    private const int MostDigits = 15;

    /// <summary>True where 左右 or 约 is printed.</summary>
    public bool Approx { get; private init; }

    /// <summary>True where the number stands in brackets, or the cell says 累计.</summary>
    public bool Cumulative { get; private init; }

    /// <summary>True where the cell says 年均 or 增长: the number is a rate of growth.</summary>
    public bool IsGrowth { get; private init; }

    /// <summary>True where % is printed behind the number.</summary>
    public bool Percent { get; private init; }

    /// <summary>万, 亿 or 万亿, where the number prints it: it is multiplied out in the value. Null where it prints none.</summary>
    public string? Scale { get; private init; }

    /// <summary>The year that the cell prints for its number; null where it prints none.</summary>
    public int? Year { get; private init; }

    /// <summary>The words of a cell without a number: 完成省下达任务; null for any other.</summary>
    public string? Words { get; private init; }

    /// <summary>True for a dash or an empty cell.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Reads a cell.</summary>
    /// <param name="printed">The cell as printed.</param>
    /// <param name="brackets">The brackets that mark a cumulative number, such as <c>[]</c>; null for any form.</param>
    /// <returns>What it prints; null for a cell that no rule reads.</returns>
    public static Cell? Find(string printed, string? brackets = null)
    {
        var text = Fold(printed);
        if (text.Length == 0 || text.All(character => character is '-' or '—' or '–' or '/' or '―'))
            return new Cell(TargetOperator.None, null, null, null) { IsEmpty = true };
        if (!text.Any(char.IsDigit))
            return text.Any(char.IsLetter) && !IsOnlyBound(text) && !Numerals().IsMatch(text) && !QuantityInWords().IsMatch(text)
                ? new Cell(TargetOperator.None, null, null, null) { Words = printed }
                : null;

        int? year = null;
        if (OwnYear().Match(text) is { Success: true } dated)
        {
            year = int.Parse(dated.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            text = text.Remove(dated.Index, dated.Length);
        }

        var cumulative = Remove(ref text, Total());
        if (Bracketed().Match(text) is { Success: true } inside)
        {
            if (brackets is [var opening, ..] && !printed.Contains(opening, StringComparison.Ordinal))
                return null;
            (cumulative, text) = (true, inside.Groups[1].Value + inside.Groups[2].Value);
        }

        return Number().Match(text) is { Success: true } number ? Read(number, cumulative, year) : null;
    }

    private static Cell? Read(Match number, bool cumulative, int? year)
    {
        var (before, behind) = (number.Groups["before"].Value, number.Groups["behind"].Value);
        var (sign, word) = (OperatorBefore(before), OperatorBehind(behind));
        if (sign is not TargetOperator.None && word is not TargetOperator.None && sign != word)
            return null;
        if (Scaled(number.Groups["from"], number.Groups["scale"]) is not { } first)
            return null;
        var cell = new Cell(sign is TargetOperator.None ? word : sign, first, null, null)
        {
            Approx =
                behind.Contains("左右", StringComparison.Ordinal)
                || behind.Contains("上下", StringComparison.Ordinal)
                || before.Contains('约', StringComparison.Ordinal),
            Cumulative = cumulative,
            IsGrowth = number.Groups["growth"].Success,
            Percent = number.Groups["percent"].Success,
            Scale = number.Groups["scale"] is { Success: true, Value: var scale } ? scale : null,
            Year = year,
        };
        if (!number.Groups["to"].Success)
            return cell;
        if (Scaled(number.Groups["to"], number.Groups["scale"]) is not { } last || last <= first || cell.Operator is not TargetOperator.None)
            return null;
        return cell with { Value = null, From = first, To = last };
    }

    /// <summary>A number with 万 or 亿 multiplied out.</summary>
    private static decimal? Scaled(Group digits, Group scale)
    {
        var text = digits.Value.Replace(",", "", StringComparison.Ordinal);
        if (
            text.Count(char.IsAsciiDigit) > MostDigits
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        )
            return null;
        return scale.Value switch
        {
            "万" => Whole(value * 10_000m),
            "亿" => Whole(value * 100_000_000m),
            "万亿" => Whole(value * 1_000_000_000_000m),
            _ => value,
        };
    }

    /// <summary>The number without the zeros that multiplying leaves behind the point: 1.4万 has no decimals.</summary>
    private static decimal Whole(decimal value) => decimal.Truncate(value) == value ? decimal.Truncate(value) : value;

    private static TargetOperator OperatorBefore(string words) =>
        words switch
        {
            ">" or "大于" or "高于" or "超过" or "超" => TargetOperator.Gt,
            "≥" or ">=" or "不低于" or "不少于" or "不小于" or "至少" => TargetOperator.Gte,
            "<" or "小于" or "低于" or "少于" => TargetOperator.Lt,
            "≤" or "<=" or "不高于" or "不超过" or "不大于" or "不多于" or "控制在" => TargetOperator.Lte,
            _ => TargetOperator.None,
        };

    private static TargetOperator OperatorBehind(string words) =>
        words switch
        {
            "以上" or "及以上" => TargetOperator.Gte,
            "以下" or "及以下" or "以内" or "之内" => TargetOperator.Lte,
            _ => TargetOperator.None,
        };

    private static bool IsOnlyBound(string text) =>
        OperatorBehind(text) is not TargetOperator.None || OperatorBefore(text) is not TargetOperator.None || text is "左右" or "约";

    private static bool Remove(ref string text, Regex pattern)
    {
        var found = pattern.Match(text);
        if (found.Success)
            text = text.Remove(found.Index, found.Length);
        return found.Success;
    }

    /// <summary>Either width is one: ＞８５％ as &gt;85%. Spaces go, but for one between two digits: 85 90 is no number.</summary>
    private static string Fold(string printed)
    {
        var (text, apart) = (new StringBuilder(printed.Length), false);
        foreach (var character in printed)
        {
            if (char.IsWhiteSpace(character))
            {
                apart |= text.Length > 0;
                continue;
            }

            if (apart && char.IsDigit(character) && char.IsDigit(text[^1]))
                text.Append(' ');
            apart = false;
            text.Append(
                character switch
                {
                    >= '！' and <= '～' => (char)(character - '！' + '!'),
                    '〔' or '【' or '□' => '[',
                    '〕' or '】' => ']',
                    '≧' => '≥',
                    '≦' => '≤',
                    '∼' => '~',
                    '−' => '-',
                    _ => character,
                }
            );
        }

        return text.ToString();
    }

    [GeneratedRegex("\\(((?:19|20|21)\\d{2})年?\\)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnYear();

    [GeneratedRegex("\\(累计\\)|累计", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex("^\\[([^\\[\\]]+)\\](左右|以上|以内|以下|%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^[一二三四五六七八九十百千万亿点零〇两约超>≥<≤]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Numerals();

    [GeneratedRegex(
        "翻[一二两三四五]?番|百分之|个百分点|千分之|[一二两三四五六七八九十百千万亿]+(?:倍|成)|[一二两三四五]分之[一二三四]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex QuantityInWords();

    [GeneratedRegex(
        "^(?<growth>年均(?:增长|增速|递增)?|年增长|增长)?"
            + "(?<before>>=|<=|[>≥<≤]|不(?:低|少|小|高|大|多)于|不超过|大于|高于|小于|低于|少于|超过|超|达到|至少|控制在|大?约)?"
            + "(?<from>-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?<percent>%)?(?:(?:—|–|-|~|至)+(?<to>(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?))?"
            + "(?<scale>万亿|万|亿)?(?<percent>%)?(?<behind>及?以[上下]|[以之]内|左右|上下)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();
}
