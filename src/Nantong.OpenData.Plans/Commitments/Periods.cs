using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Commitments.Values;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>What a date or period does in its sentence.</summary>
internal enum PeriodRole
{
    /// <summary>It bounds what the sentence says: 到2025年.</summary>
    Bound,

    /// <summary>It is what something is compared with: 比2020年.</summary>
    Comparison,

    /// <summary>It describes a thing: 2000年底前建成的.</summary>
    Attribute,
}

/// <summary>A date or period that the text prints.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="From">First day; null for a date by which.</param>
/// <param name="To">Last day; null when the text does not say.</param>
/// <param name="Role">What it does.</param>
internal sealed record PeriodMention(TextSpan Span, DateOnly? From, DateOnly? To, PeriodRole Role);

/// <summary>Finds the dates and periods of a text.</summary>
internal static partial class Periods
{
    /// <summary>Reads every date and period, in order.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="years">The plan's years: 规划期末 is the last of them.</param>
    public static IReadOnlyList<PeriodMention> Find(string text, PlanYears years) =>
        [
            .. Calendar()
                .Matches(text)
                .Select(match => ReadDate(text, match))
                .Concat(FiveYears().Matches(text).Select(match => ReadFiveYears(text, match)))
                .Concat(Census().Matches(text).Select(match => ReadCensus(text, match)))
                .Concat(Open().Matches(text).Select(match => ReadOpen(match, years)))
                .OfType<PeriodMention>()
                .OrderBy(period => period.Span.Start),
        ];

    private static PeriodMention? ReadDate(string text, Match match)
    {
        var last = Number(match.Groups["y2"]) ?? Number(match.Groups["y1"])!.Value;
        var first = Number(match.Groups["y1"])!.Value;
        if (first > last)
            return null;
        var month = Number(match.Groups["m"]);
        var day = Number(match.Groups["d"]);
        if (month is < 1 or > 12 || (day is { } d && (d < 1 || d > DateTime.DaysInMonth(last, month!.Value))))
            return null;

        var firstHalf = match.Groups["part"].Value is "上半年";
        var to = new DateOnly(last, month ?? (firstHalf ? 6 : 12), day ?? DateTime.DaysInMonth(last, month ?? (firstHalf ? 6 : 12)));
        var by = match.Groups["by"].Success || match.Groups["before"].Success || match.Groups["part"].Value is "底" or "末" or "年底" or "年末";
        var from =
            by && !match.Groups["y2"].Success
                ? (DateOnly?)null
                : new DateOnly(first, month ?? 1, Math.Min(day ?? 1, DateTime.DaysInMonth(first, month ?? 1)));
        if (match.Groups["part"].Value is "下半年" && from is { } start)
            from = new DateOnly(start.Year, 7, 1);
        return Mention(text, match, from, to);
    }

    private static PeriodMention ReadFiveYears(string text, Match match)
    {
        var first = 2021 + (5 * (ChineseNumerals.Parse(match.Groups["n"].Value)!.Value - 4));
        var end = new DateOnly(first + 4, 12, 31);
        return Mention(text, match, match.Groups["end"].Success ? null : new DateOnly(first, 1, 1), end);
    }

    /// <remarks>Reference date of the censuses from the fifth on: 1 November 2000, 2010, 2020.</remarks>
    private static PeriodMention? ReadCensus(string text, Match match)
    {
        var printed = match.Groups["n"];
        var number = char.IsAsciiDigit(printed.ValueSpan[0]) ? Number(printed) : ChineseNumerals.Parse(printed.ValueSpan);
        if (number is not (>= 5 and <= 9))
            return null;
        var day = new DateOnly(2000 + (10 * (number.Value - 5)), 11, 1);
        return Mention(text, match, day, day);
    }

    private static PeriodMention ReadOpen(Match match, PlanYears years) =>
        new(SpanOf(match), null, match.Groups["end"].Success ? new DateOnly(years.To, 12, 31) : null, PeriodRole.Bound);

    private static PeriodMention Mention(string text, Match match, DateOnly? from, DateOnly? to)
    {
        var role =
            ComparedBefore().IsMatch(text[..match.Index])
            || (LeftBefore().IsMatch(text[..match.Index]) && LeftBehind().IsMatch(text[(match.Index + match.Length)..]))
            || ComparedBehind().IsMatch(text[(match.Index + match.Length)..])
                ? PeriodRole.Comparison
            : Describes().IsMatch(text[(match.Index + match.Length)..]) ? PeriodRole.Attribute
            : PeriodRole.Bound;
        return new PeriodMention(SpanOf(match), from, to, role);
    }

    private static TextSpan SpanOf(Match match) => new(match.Index, match.Index + match.Length);

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>到2025年, 2014—2020年, 2021年至2023年, 2022年6月底前, 展望2035年, 2000年底前.</summary>
    [GeneratedRegex(
        "(?<by>截至|截止到?|力争到|争取到|展望|面向|到|至)?(?<![0-9.])(?<y1>(?:19|20)[0-9]{2})年?(?:(?:—{1,2}|-|至|到)(?<y2>(?:19|20)[0-9]{2}))?年"
            + "(?:(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})日)?)?(?<part>年底|年末|底|末|初|上半年|下半年)?(?<before>之前|以前|前)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Calendar();

    /// <summary>“十四五”期间, 到“十四五”末.</summary>
    [GeneratedRegex("(?:到)?“?十(?<n>[一二三四五六])五”?(?:(?<end>期末|时期末|末)|期间|时期|以来)?", RegexOptions.CultureInvariant)]
    private static partial Regex FiveYears();

    [GeneratedRegex("“?(?<n>[五六七八九])人普”?|第(?<n>[五六七八九]|[5-9])次(?:全国)?人口普查", RegexOptions.CultureInvariant)]
    private static partial Regex Census();

    /// <summary>规划期末, 三年内, 未来五年, 每年. 3年内 is a quantity, and read as one.</summary>
    [GeneratedRegex(
        "(?<end>到?规划期末)|规划期内|(?:未来|今后|用|利用)[一二两三四五六七八九十]{1,2}(?:到[一二三四五六七八九十]{1,2})?年(?:左右)?(?:时间|内)?|[一二两三四五六七八九十]{1,2}年(?:左右的?时间|时间|内)|每年|年均",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Open();

    [GeneratedRegex("(?:比|较|与|同|相比于?|对比)$", RegexOptions.CultureInvariant)]
    private static partial Regex ComparedBefore();

    /// <summary>Where a change begins: 由2020年的71.4%提升至85.7%.</summary>
    [GeneratedRegex("[由从]$", RegexOptions.CultureInvariant)]
    private static partial Regex LeftBefore();

    [GeneratedRegex("^的?[0-9][^，。；]*(?:到|至|为)", RegexOptions.CultureInvariant)]
    private static partial Regex LeftBehind();

    [GeneratedRegex("^(?:相比|的?基础上|为基[期数]|基数)", RegexOptions.CultureInvariant)]
    private static partial Regex ComparedBehind();

    /// <summary>A thing built by then, or a plan, target or ranking named after its years. 2025年的75% is no description.</summary>
    [GeneratedRegex(
        "^(?:(?:建成|竣工|投用|建造|投产)?的(?![0-9])|目标|任务|版|度|[^，。；、”》]{0,12}(?:规划|纲要)(?=[》”、，。；]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Describes();
}
