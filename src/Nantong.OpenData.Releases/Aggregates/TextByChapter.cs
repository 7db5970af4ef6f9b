using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>How long each part of the text is, and what it consists of; by chapter, and by section.</summary>
/// <remarks>Characters are those of all texts, headings included, white space not. A sentence ends with 。！？, or with its paragraph; headings and
/// table rows are none.</remarks>
internal static class TextByChapter
{
    public const string Id = "text-by-chapter";

    public const string SectionsId = "text-by-section";

    public static Aggregate Compute(AggregateInputs inputs)
    {
        var parts = new Parts(inputs.Nodes);
        return new(
            Id,
            new Label("各章文本统计", "Text by chapter"),
            inputs.Release,
            Hashes.Table(RecordKinds.Node, inputs.Nodes).Sha256,
            [
                .. inputs.Nodes.GroupBy(node => parts.Top(node.Id)).Select(part => Row(Parts.Name(part.Key), [.. part], ("chapter", part.Key.Id))),
                Row(AggregateRecipe.TotalLabel, inputs.Nodes, ("chapter", AggregateRecipe.Total)),
            ]
        );
    }

    /// <summary>The same figures by section; what stands in a chapter before its first section is a row under the chapter's own id.</summary>
    public static Aggregate ComputeSections(AggregateInputs inputs)
    {
        var parts = new Parts(inputs.Nodes);
        return new(
            SectionsId,
            new Label("各节文本统计", "Text by section"),
            inputs.Release,
            Hashes.Table(RecordKinds.Node, inputs.Nodes).Sha256,
            [
                .. inputs
                    .Nodes.GroupBy(node => parts.Section(node.Id))
                    .Select(part => Row(Parts.Name(part.Key), [.. part], ("chapter", parts.Top(part.Key.Id).Id), ("section", part.Key.Id))),
                Row(AggregateRecipe.TotalLabel, inputs.Nodes, ("chapter", AggregateRecipe.Total), ("section", AggregateRecipe.Total)),
            ]
        );
    }

    private static AggregateRow Row(Label label, IReadOnlyList<Node> nodes, params (string Name, string Code)[] dimensions)
    {
        return new AggregateRow(
            dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Code),
            label,
            new Dictionary<string, decimal?>
            {
                ["sections"] = Count(NodeType.Section),
                ["paragraphs"] = Count(NodeType.Paragraph),
                ["columns"] = Count(NodeType.Column),
                ["columnItems"] = Count(NodeType.ColumnItem),
                ["tableRows"] = Count(NodeType.TableRow),
                ["characters"] = nodes.Sum(node => node.Text.Count(c => !char.IsWhiteSpace(c))),
                ["sentences"] = nodes
                    .Where(node => node.Type is NodeType.Paragraph or NodeType.ColumnItem)
                    .Sum(node => Sentences.Split(node.Text).Count),
                ["pageBreaksJoined"] = nodes.Sum(node => node.Source.Joins.Count),
            },
            Unit: null
        );

        decimal Count(NodeType type) => nodes.Count(node => node.Type == type);
    }
}
