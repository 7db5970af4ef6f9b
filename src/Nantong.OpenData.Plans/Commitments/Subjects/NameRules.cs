using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Commitments.Values;

namespace Nantong.OpenData.Plans.Commitments.Subjects;

/// <summary>The rules for <see cref="NameMention"/>, strongest first.</summary>
internal static partial class NameRules
{
    /// <summary>Reason, form, and a further test on the match.</summary>
    public static IReadOnlyList<(ExclusionReason Reason, Regex Pattern, Func<string, Match, bool> Holds)> All { get; } =
    [
        (ExclusionReason.DocumentNumber, DocumentNumber(), Always),
        (ExclusionReason.CaptionNumber, Caption(), Always),
        (ExclusionReason.ListNumber, ListItem(), Always),
        (ExclusionReason.CensusName, Census(), Always),
        (ExclusionReason.Ordinal, Ordinal(), Always),
        (ExclusionReason.AgeGroup, Age(), (text, match) => !Reaches().IsMatch(text[..match.Index])),
        (ExclusionReason.TechnicalName, Standard(), Always),
        (ExclusionReason.TechnicalName, LettersFirst(), (text, match) => !Amount().IsMatch(text[(match.Index + match.Length)..])),
        (ExclusionReason.TechnicalName, DigitsFirst(), (text, match) => !IsUnit(text, match)),
        (ExclusionReason.Name, Composition(), Always),
        (ExclusionReason.Name, Ranking(), Always),
        (ExclusionReason.Name, Quoted(), HasNoUnit),
        (ExclusionReason.Name, Programme(), HasNoUnit),
    ];

    private static bool Always(string text, Match match) => true;

    /// <summary>100MW and 35kV carry a unit; 5G and 3D are names.</summary>
    private static bool IsUnit(string text, Match match)
    {
        var letters = match.Groups["letters"];
        return QuantityUnits.At(text, letters.Index) is { } unit && unit.Raw.Length >= letters.Length;
    }

    /// <summary>“263” is a name, “15分钟生活圈” holds a quantity.</summary>
    private static bool HasNoUnit(string text, Match match) =>
        Digits
            .Run()
            .Matches(match.Value)
            .All(run =>
            {
                var next = match.Index + run.Index + run.Length;
                return !Amount().IsMatch(text[next..]) && QuantityUnits.At(text, next) is null;
            });

    [GeneratedRegex("[^\\s，。；、（）“”《》]{0,8}[〔\\[(][0-9]{4}[〕\\])][0-9]+号", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("(?:专栏|附件|附表|附图|附录|表|图)\\s*[0-9]+(?![0-9.]*[%个项])", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    /// <summary>1. or 1、 or （1） where a sentence begins.</summary>
    [GeneratedRegex("(?:(?<=^|[。；:])\\s*[0-9]{1,2}[.、](?![0-9]))|(?:(?<=^|[。；:，])\\s*[（(][0-9]{1,2}[）)])", RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();

    [GeneratedRegex("第[0-9]{1,2}次(?:全国)?[^，。；0-9]{0,6}普查", RegexOptions.CultureInvariant)]
    private static partial Regex Census();

    /// <summary>第3批, 2号线, 8.5代线. 第1位 is a rank and read as a quantity.</summary>
    [GeneratedRegex(
        "第[0-9]+(?:次|届|批|期|个|条|章|节|款|项|号|轮|代|阶段|产业)|[0-9]+号(?:线|机|楼|库|文|令)?|[0-9]+(?:\\.[0-9]+)?代(?:线)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ordinal();

    [GeneratedRegex(
        "[0-9]+(?:—[0-9]+)?周?岁(?:及)?(?:以上|以下|以内|之间|[^，。；]{0,4}(?:婴|幼|儿童|老[年人]|人[口群]|青年|学生|劳动))|[0-9]+—[0-9]+周?岁",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Age();

    [GeneratedRegex("(?:达到?|提高到|提升到|超过|(?<=[^，。；、])为)$", RegexOptions.CultureInvariant)]
    private static partial Regex Reaches();

    /// <summary>PM2.5, IPv6, P3; the number of a standard takes its year along (GB50180—2018).</summary>
    [GeneratedRegex(
        "[A-Za-zα-ω][A-Za-z&]*[-_]?\\{?[0-9]+(?:\\.[0-9]+)*\\}?[A-Za-z]*(?:(?<=[A-Z]{2}/?[A-Z]? ?[0-9.]+)[—-]{1,2}(?:19|20)[0-9]{2}(?![0-9年]))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LettersFirst();

    /// <summary>The number of a standard with a space in it: GB 3096—2008, GB/T 2260.</summary>
    [GeneratedRegex(
        "(?:GB|DB|HJ|CJJ?|JGJ|JTG|ISO|SL)[0-9]{0,2}(?:/T)? [A-Z]?[0-9]+(?:\\.[0-9]+)*(?:[—-]{1,2}(?:19|20)[0-9]{2})?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Standard();

    [GeneratedRegex("(?<![0-9.])[0-9]+(?:\\.[0-9]+)?(?<letters>[A-Za-z]+)(?:级|\\+)?", RegexOptions.CultureInvariant)]
    private static partial Regex DigitsFirst();

    /// <summary>What makes the number behind letters an amount after all: GDP1.2万亿元.</summary>
    [GeneratedRegex("^(?:[余多]?[万亿%‰]|[余多]?[百千][万亿]|元)", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    /// <summary>1+8, 3+N, 1+3+5, 7×24小时.</summary>
    [GeneratedRegex("[0-9]+(?:\\+(?:[0-9]+|[NXnx]))+|[0-9]+[×xX*][0-9]+(?:小时|天)?|(?<=“)[0-9]+[·.][0-9]+(?=”)", RegexOptions.CultureInvariant)]
    private static partial Regex Composition();

    /// <summary>世界500强. 前50强 would hold a rank, but it names the list as well.</summary>
    [GeneratedRegex("[0-9]+强", RegexOptions.CultureInvariant)]
    private static partial Regex Ranking();

    /// <summary>A name with digits between quotation marks.</summary>
    [GeneratedRegex("(?<=“)[^“”]*[0-9][^“”]*(?=”)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>A programme or a telephone service called by its number: 360工程, 12345热线.</summary>
    [GeneratedRegex("[0-9]{2,}[^，。；、0-9个项条家]{0,6}?(?:工程|行动|计划|热线|专项|模式|战略)", RegexOptions.CultureInvariant)]
    private static partial Regex Programme();
}
