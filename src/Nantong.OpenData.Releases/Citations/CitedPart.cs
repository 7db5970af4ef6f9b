using System.Globalization;
using System.Text.Json.Serialization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>What a citation points at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CitedKind>))]
public enum CitedKind
{
    /// <summary>A release as a whole.</summary>
    [JsonStringEnumMemberName("release")]
    Release,

    /// <summary>One of its data sets: all indicators, all commitments.</summary>
    [JsonStringEnumMemberName("dataset")]
    Dataset,

    /// <summary>A node of the text with all that is below it.</summary>
    [JsonStringEnumMemberName("node")]
    Node,

    /// <summary>A sentence of a node.</summary>
    [JsonStringEnumMemberName("sentence")]
    Sentence,

    /// <summary>An indicator.</summary>
    [JsonStringEnumMemberName("indicator")]
    Indicator,

    /// <summary>A cell of the indicator table: the baseline or the target of an indicator.</summary>
    [JsonStringEnumMemberName("cell")]
    Cell,
}

/// <summary>A part of a release that can be cited.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Target">How a citation names it: <c>ch5.s5.p2</c>, <c>ch5.s5.p2~3</c> for its third sentence, <c>urbanization-rate.target</c>; empty
/// for the release.</param>
/// <param name="Label">How people call it.</param>
/// <param name="Quote">The words or the number that stand there; null where that is more than a sentence or a cell.</param>
public sealed record CitedPart(CitedKind Kind, string Target, Label Label, string? Quote)
{
    /// <summary>Longest target, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Its address below the plan: <c>/text/ch5/s5/p2</c>; empty for the release.</summary>
    [JsonIgnore]
    public string Below { get; init; } = "";

    /// <summary>The release as a whole.</summary>
    public static CitedPart Whole { get; } = new(CitedKind.Release, "", new("全部内容", "whole release"), null);

    /// <summary>The data sets by name.</summary>
    public static IReadOnlyDictionary<string, Label> Datasets { get; } =
        new Dictionary<string, Label>(StringComparer.Ordinal)
        {
            ["text"] = new("全文", "full text"),
            ["sections"] = new("章节", "chapters and sections"),
            ["paragraphs"] = new("正文段落", "body paragraphs"),
            ["indicators"] = new("主要指标", "indicators"),
            ["columns"] = new("专栏", "boxed project columns"),
            ["commitments"] = new("正文中的量化承诺", "commitments of the prose"),
            ["places"] = new("地名", "places"),
            ["structures"] = new("空间结构", "spatial structures"),
            ["errata"] = new("原文勘误", "errata of the source"),
            ["consistency"] = new("文表比对", "text compared with table"),
            ["observations"] = new("观测值", "observations"),
        };

    /// <summary>The part that a target names; null when the release has none such.</summary>
    /// <param name="target">A node (<c>ch5.s5.p2</c> or <c>ch5/s5/p2</c>), a sentence of it, an indicator, a cell of it or a data set; empty for the
    /// release.</param>
    /// <param name="nodes">The nodes of the release by id.</param>
    /// <param name="indicators">Its indicators by id.</param>
    public static CitedPart? Find(string target, Func<string, Node?> nodes, Func<string, Indicator?> indicators)
    {
        if (target is "")
            return Whole;
        if (Datasets.TryGetValue(target, out var name))
            return new(CitedKind.Dataset, target, name, null) { Below = $"/{target}" };

        var (id, number) = NodePath.ToId(target).Split('~') is [var before, var after] ? (before, after) : (NodePath.ToId(target), null);
        if (nodes(id) is { } node)
            return number is null ? Of(node) : Sentence(node, number);
        if (indicators(target) is { } indicator)
            return Of(indicator);
        return target.Split('.') is [var row, ("baseline" or "target") and var cell] && indicators(row) is { } cited ? Cell(cited, cell) : null;
    }

    /// <summary>A node.</summary>
    public static CitedPart Of(Node node) => new(CitedKind.Node, node.Id, NodeNames.Of(node.Id), null) { Below = $"/text{node.Path}" };

    /// <summary>An indicator.</summary>
    public static CitedPart Of(Indicator indicator) =>
        new(CitedKind.Indicator, indicator.Id, indicator.Label, null) { Below = $"/indicators/{indicator.Id}" };

    /// <summary>The sentence of a node that a range lies in, or the node itself where it lies in several, or there is only one.</summary>
    public static CitedPart At(Node node, int start, int end)
    {
        var sentences = Sentences.Split(node.Text);
        var within =
            sentences.Count > 1
                ? sentences.Index().FirstOrDefault(sentence => sentence.Item.Start <= start && end <= sentence.Item.End, (-1, default)).Index
                : -1;
        return Sentence(node, within + 1) ?? Of(node);
    }

    /// <summary>A sentence of a node, counted from 1; null when it has fewer.</summary>
    public static CitedPart? Sentence(Node node, int number)
    {
        var sentences = Sentences.Split(node.Text);
        if (number < 1 || number > sentences.Count)
            return null;
        var (place, whole) = (sentences[number - 1], NodeNames.Of(node.Id));
        var count = number.ToString(CultureInfo.InvariantCulture);
        return new(
            CitedKind.Sentence,
            $"{node.Id}~{count}",
            new($"{whole.Zh}第{count}句", $"{whole.En}, sentence {count}"),
            node.Text[place.Start..place.End]
        )
        {
            Below = $"/text{node.Path}",
        };
    }

    private static CitedPart? Sentence(Node node, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && number[0] != '0' ? Sentence(node, parsed) : null;

    private static CitedPart Cell(Indicator indicator, string cell)
    {
        var (year, raw, zh, en) = cell is "target"
            ? (indicator.Target.Year, indicator.Target.Raw, "年目标值", "target for")
            : (indicator.Baseline.Year, indicator.Baseline.Raw, "年基数", "baseline of");
        var printed = string.Create(CultureInfo.InvariantCulture, $"{year}");
        return new(CitedKind.Cell, $"{indicator.Id}.{cell}", new($"{indicator.Label.Zh}{printed}{zh}", $"{indicator.Label.En}, {en} {printed}"), raw)
        {
            Below = $"/indicators/{indicator.Id}",
        };
    }
}
