using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Proposals;

/// <summary>Guesses the boxes and tables of a source from their captions and the lines below them.</summary>
internal static partial class CaptionProposal
{
    private static readonly (string Word, string Column)[] Heads =
    [
        ("年均", "growth"),
        ("增速", "growth"),
        ("属性", "attribute"),
        ("序号", "seq"),
        ("单位", "unit"),
        ("类别", "category"),
        ("类型", "category"),
        ("领域", "category"),
    ];

    /// <summary>A caption with what stands below it.</summary>
    /// <param name="IsBox">True for a box (专栏), false for a table.</param>
    /// <param name="Pattern">Its pattern.</param>
    /// <param name="Number">Its number; null where none is printed.</param>
    /// <param name="At">Position of its line.</param>
    public sealed record Caption(bool IsBox, string Pattern, int? Number, int At);

    /// <summary>The captions in order.</summary>
    public static IEnumerable<Caption> Find(IReadOnlyList<string> lines)
    {
        foreach (var (at, untrimmed) in lines.Index())
        {
            var line = untrimmed.Trim();
            if (
                line.Length > LineKinds.LongestHeading
                || line.Contains('。', StringComparison.Ordinal)
                || line.Contains('\t', StringComparison.Ordinal)
            )
                continue;
            if (Form().Match(line) is not { Success: true } match)
                continue;
            var digits = match.Groups["n"];
            var (mark, number) =
                digits.Success ? ("{n}", (int?)int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture))
                : match.Groups["zh"].Success ? ("{zh}", Headings.FromChinese(match.Groups["zh"].Value))
                : ("", null);
            var separator = match.Groups["separator"].Value is [':' or '：', ..] ? "：" : " ";
            var words = match.Groups["words"].Value;
            yield return new(words is "专栏" && !IsIndicatorTable(lines, at), words + match.Groups["prefix"].Value + mark + separator, number, at);
        }
    }

    /// <summary>The declaration of a box.</summary>
    public static JsonObject Box(Caption caption, IReadOnlyList<string> lines)
    {
        var below = caption.At + 1 < lines.Count ? lines[caption.At + 1] : "";
        var box = new JsonObject();
        if (caption.Number is { } number)
            box["n"] = number;
        box["caption"] = caption.Pattern;
        if (below.Contains('\t', StringComparison.Ordinal))
        {
            box["layout"] = "table";
            box["columns"] = below.Split('\t').Length;
        }
        else if (new ItemPattern(ItemPattern.Default).Opens(below))
        {
            box["layout"] = "items";
        }
        else if (new[] { "{n}．", "{n}.", "（{n}）" }.FirstOrDefault(pattern => new ItemPattern(pattern).Opens(below)) is { } item)
        {
            box["layout"] = "list";
            box["item"] = item;
        }
        else
        {
            box["layout"] = "prose";
        }

        return box;
    }

    /// <summary>The declaration of a table, with its columns guessed from their heads.</summary>
    public static JsonObject Table(Caption caption, IReadOnlyList<string> lines)
    {
        var heads = caption.At + 1 < lines.Count ? lines[caption.At + 1].Split('\t') : [];
        var end = caption.At + 2;
        while (end < lines.Count && lines[end].Contains('\t', StringComparison.Ordinal))
            end++;
        var isIndicators = IsIndicatorTable(lines, caption.At);
        var table = new JsonObject();
        if (caption.Number is { } number)
            table["n"] = number;
        table["caption"] = caption.Pattern;
        table["role"] = isIndicators ? "indicators" : "plain";
        var columns = isIndicators
            ? ColumnsOf(heads, caption.At + 2 < lines.Count ? lines[caption.At + 2].Split('\t') : [])
            : [.. heads.Select(_ => "text")];
        table["columns"] = new JsonArray([.. columns.Select(column => JsonValue.Create(column))]);
        if (end < lines.Count && lines[end].StartsWith("注：", StringComparison.Ordinal))
            table["note"] = "注：";
        if (isIndicators && !columns.Contains("category"))
            table["category"] = "category-1";
        return table;
    }

    private static List<string> ColumnsOf(string[] heads, string[] row)
    {
        List<string> columns = [];
        foreach (var (at, printed) in heads.Index())
        {
            var head = string.Concat(printed.Where(character => !char.IsWhiteSpace(character)));
            var isName =
                (head.Contains("指标", StringComparison.Ordinal) || head.Contains("名称", StringComparison.Ordinal))
                && !head.Contains("属性", StringComparison.Ordinal);
            var known = isName ? null : Heads.FirstOrDefault(entry => head.Contains(entry.Word, StringComparison.Ordinal)).Column;
            if (known is not null)
                columns.Add(known);
            else if (Year().Match(head) is { Success: true } year)
                columns.Add(
                    (columns.Exists(column => column.StartsWith("baseline", StringComparison.Ordinal)) ? "target:" : "baseline:") + year.Value
                );
            else if (columns.Exists(column => column.Contains("name", StringComparison.Ordinal)))
                columns.Add("text");
            else
                columns.Add(
                    NameOf(
                        at < row.Length ? row[at] : "",
                        hasUnits: heads.Any(other =>
                            other.Contains("单位", StringComparison.Ordinal) && !other.Contains('（', StringComparison.Ordinal)
                        )
                    )
                );
        }

        return columns;
    }

    private static string NameOf(string cell, bool hasUnits) => (Numbered().IsMatch(cell) ? "seq.name" : "name") + (hasUnits ? "" : "(unit)");

    private static bool IsIndicatorTable(IReadOnlyList<string> lines, int at) =>
        at + 1 < lines.Count
        && lines[at + 1].Contains('\t', StringComparison.Ordinal)
        && lines[at + 1].Split('\t').Count(head => Year().IsMatch(head)) >= 2;

    [GeneratedRegex(
        "^(?<words>专栏|附表|表)(?<prefix>\\d+-)?\\s*(?:(?<n>\\d{1,2})|(?<zh>[一二三四五六七八九十]{1,3}))?(?<separator>[：:]|\\s)\\s*\\S",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();

    [GeneratedRegex("20\\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("^\\d{1,3}[.．、]", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
