using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>How long each part of the text is, and what it consists of.</summary>
/// <remarks>Characters are those of all texts, headings included, white space not. A sentence ends with 。！？, or with its paragraph; headings and table rows are none.</remarks>
internal static class TextByChapter
{
    public const string Id = "text-by-chapter";

    public static Aggregate Compute(AggregateInputs inputs)
    {
        var byId = inputs.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var parts = inputs.Nodes.GroupBy(node => Top(node, byId).Id).Select(part => Row(part.Key, Name(byId[part.Key]), [.. part]));
        return new Aggregate(
            Id,
            new Label("各章文本统计", "Text by chapter"),
            inputs.Release,
            Hashes.Nodes(inputs.Nodes).Sha256,
            [.. parts, Row(AggregateRecipe.Total, AggregateRecipe.TotalLabel, inputs.Nodes)]);
    }

    private static AggregateRow Row(string part, Label label, IReadOnlyList<Node> nodes)
    {
        return new AggregateRow(
            new Dictionary<string, string> { ["chapter"] = part },
            label,
            new Dictionary<string, decimal?>
            {
                ["sections"] = Count(NodeType.Section),
                ["paragraphs"] = Count(NodeType.Paragraph),
                ["columns"] = Count(NodeType.Column),
                ["columnItems"] = Count(NodeType.ColumnItem),
                ["tableRows"] = Count(NodeType.TableRow),
                ["characters"] = nodes.Sum(node => node.Text.Count(c => !char.IsWhiteSpace(c))),
                ["sentences"] = nodes.Where(node => node.Type is NodeType.Paragraph or NodeType.ColumnItem).Sum(node => Sentences.Split(node.Text).Count),
                ["pageBreaksJoined"] = nodes.Sum(node => node.Source.Joins.Count),
            },
            Unit: null);

        decimal Count(NodeType type) => nodes.Count(node => node.Type == type);
    }

    /// <summary>The chapter, preamble or notice that a node stands in.</summary>
    private static Node Top(Node node, Dictionary<string, Node> byId)
    {
        while (node.Parent is { } parent) node = byId[parent];
        return node;
    }

    private static Label Name(Node part) => part.Type switch
    {
        NodeType.Notice => new Label("通知", "Notice"),
        NodeType.Preamble => new Label("前言", "Preamble"),
        _ => new Label(part.Heading ?? part.Text, $"Chapter {part.Id[2..]}"),
    };
}
