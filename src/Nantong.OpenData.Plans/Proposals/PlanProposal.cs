using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Proposals;

/// <summary>A first <c>plan.json</c> for a source: layout, indicators, units and counts as they can be guessed, for an editor to confirm.</summary>
public static partial class PlanProposal
{
    private const int LongestTitle = 60;
    private const int ShortestTitle = 12;

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the proposal.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="source">The source text.</param>
    /// <returns>The document, or why the source cannot be read.</returns>
    public static Parsed<string> Write(string id, ReadOnlyMemory<byte> source)
    {
        var parsed = SourceText.Parse(source);
        if (!parsed.Try(out var text, out _))
            return parsed.Faults!;
        string[] lines = [.. text.Lines.Select(line => text[line].ToString()).Where(line => !string.IsNullOrWhiteSpace(line))];
        var contents = ContentsProposal.Of(lines);
        var (first, last) = TitleOf(lines, contents);
        string[] body = [.. lines.Skip(last + 1)];
        var captions = CaptionProposal.Find(body).ToList();
        var tables = captions.Where(caption => !caption.IsBox).Select(caption => CaptionProposal.Table(caption, body)).ToList();
        var boxes = captions.Where(caption => caption.IsBox).Select(caption => CaptionProposal.Box(caption, body)).ToList();
        string[] notice =
        [
            .. lines
                .Take(first)
                .Index()
                .Where(line => contents is not var (begin, end) || line.Index < begin || line.Index > end)
                .Select(line => line.Item),
        ];
        var layout = LayoutOf(notice, body, boxes, tables);
        if (contents is var (from, to))
            layout["ignore"] = new JsonArray(
                new JsonObject
                {
                    ["text"] = lines[from].Trim(),
                    ["until"] = lines[to].Trim(),
                    ["reason"] = "table of contents",
                }
            );
        var number = notice.Select(NoticeProposal.NumberOf).FirstOrDefault(known => known is not null);
        var document = Describe(id, string.Concat(lines[first..(last + 1)].Select(line => line.Trim())), number, layout, tables, boxes.Count);
        Fill(document, source);
        return document.ToJsonString(Form) + "\n";
    }

    /// <summary>The first line that is called a plan and is no notice and no heading; with the line before it where it is only half of a
    /// title.</summary>
    private static (int First, int Last) TitleOf(string[] lines, (int First, int Last)? contents)
    {
        var at = Array.FindIndex(
            lines,
            line =>
                TitleWord().IsMatch(line)
                && !PageBreaks.EndsSentence(line)
                && !LineShapes.IsLikeHeading(line)
                && !line.Contains("通知", StringComparison.Ordinal)
                && line.Length <= LongestTitle
                && (contents is not var (from, to) || Array.IndexOf(lines, line) < from || Array.IndexOf(lines, line) > to)
        );
        if (at < 0)
            return (0, 0);
        var isHalf =
            at > 0
            && (lines[at].StartsWith('“') || lines[at].Length < ShortestTitle)
            && !PageBreaks.EndsSentence(lines[at - 1])
            && contents?.Last != at - 1;
        return (isHalf ? at - 1 : at, at);
    }

    private static JsonObject LayoutOf(string[] notice, string[] body, List<JsonObject> boxes, List<JsonObject> tables)
    {
        var layout = new JsonObject();
        if (notice.Length > 0)
            layout["notice"] = new JsonArray([.. NoticeProposal.PartsOf(notice).Select(part => JsonValue.Create(part))]);
        string[] ids = ["ch", "s", "ss", "t", "u", "v"];
        var patterns = HeadingProposal.PatternsOf(body);
        layout["levels"] = new JsonArray([.. (patterns.Count > 0 ? patterns : [("{zh}、", false)]).Zip(ids, Level)]);
        if (boxes.Count > 0)
            layout["boxes"] = new JsonArray([.. boxes]);
        if (tables.Count > 0)
            layout["tables"] = new JsonArray([.. tables]);
        if (HeadingProposal.AnnexesOf(body) is [var annex, ..])
            layout["annexes"] = new JsonArray(JsonValue.Create(annex));
        layout["joins"] = "propose";
        return layout;
    }

    private static JsonObject Level((string Pattern, bool Through) level, string id)
    {
        var declared = new JsonObject { ["id"] = id, ["pattern"] = level.Pattern };
        if (level.Through)
            declared["through"] = true;
        return declared;
    }

    private static JsonObject Describe(string id, string title, string? number, JsonObject layout, List<JsonObject> tables, int boxes)
    {
        var columns = tables.SelectMany(table => table["columns"]!.AsArray()).Select(column => column!.GetValue<string>()).ToList();
        var baseline = YearOf(columns, "baseline:") ?? 2020;
        var target = YearOf(columns, "target:") ?? 2025;
        return new JsonObject
        {
            ["$schema"] = InputSchemas.NameOf(PlanFile.Description),
            ["id"] = id,
            ["title"] = Both(title),
            ["description"] = Both(title),
            ["language"] = "zh-CN",
            ["years"] = new JsonObject
            {
                ["from"] = baseline + 1,
                ["to"] = target,
                ["baseline"] = baseline,
                ["target"] = target,
            },
            ["authority"] = new JsonObject
            {
                ["official"] = false,
                ["statement"] = Both("本服务不是政府网站，所载文本为非官方整理。"),
                ["officialSource"] = Both(title),
                ["documentNumber"] = number ?? "",
            },
            ["license"] = new JsonObject
            {
                ["id"] = "CC-BY-4.0",
                ["name"] = "Creative Commons Attribution 4.0 International",
                ["url"] = "https://creativecommons.org/licenses/by/4.0/",
                ["scope"] = "curation and metadata",
            },
            ["textRights"] = Both(""),
            ["categories"] = tables.Exists(table => table["category"] is not null)
                ? new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "category-1",
                        ["name"] = "",
                        ["label"] = Both(""),
                    }
                )
                : new JsonArray(),
            ["indicators"] = new JsonArray(),
            ["layout"] = layout,
            ["expect"] = new JsonObject
            {
                ["sections"] = new JsonArray(),
                ["paragraphs"] = 0,
                ["columns"] = new JsonArray([.. Enumerable.Range(0, boxes).Select(_ => new JsonObject { ["kind"] = "prose", ["items"] = 1 })]),
                ["indicators"] = 0,
                ["joins"] = 0,
            },
        };
    }

    /// <summary>Fills in what the reading by the proposed layout finds: categories, indicators, counts.</summary>
    private static void Fill(JsonObject document, ReadOnlyMemory<byte> source)
    {
        var reading = PlanReader.Inspect(source, Encoding.UTF8.GetBytes(document.ToJsonString(Form)), "[]"u8.ToArray());
        if (reading.About is not { Layout: { } layout })
            return;
        var (categories, indicators) = IndicatorProposal.Of(reading.Nodes, layout);
        document["categories"] = categories;
        document["indicators"] = indicators;
        var counts = TextCounts.Of(reading.Nodes);
        document["expect"] = new JsonObject
        {
            ["sections"] = new JsonArray([.. counts.Sections.Select(sections => JsonValue.Create(sections))]),
            ["paragraphs"] = counts.Paragraphs,
            ["columns"] = new JsonArray([
                .. (layout.Boxes ?? [])
                    .Index()
                    .Select(box => new JsonObject
                    {
                        ["kind"] = box.Item.Layout.ToString().ToLowerInvariant(),
                        ["items"] = reading.Nodes.Count(node =>
                            node.Type is NodeType.ColumnItem && node.Parent == string.Create(CultureInfo.InvariantCulture, $"col{box.Index + 1}")
                        ),
                    }),
            ]),
            ["indicators"] = indicators.Count,
            ["joins"] = counts.Joins,
        };
    }

    private static int? YearOf(List<string> columns, string role) =>
        columns.Find(column => column.StartsWith(role, StringComparison.Ordinal)) is { } found
            ? int.Parse(found.AsSpan(role.Length), CultureInfo.InvariantCulture)
            : null;

    private static JsonObject Both(string zh) => new() { ["zh"] = zh, ["en"] = "" };

    [GeneratedRegex("规划|计划|纲要|方案", RegexOptions.CultureInvariant)]
    private static partial Regex TitleWord();
}
