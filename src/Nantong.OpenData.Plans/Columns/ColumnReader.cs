using System.Globalization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Columns;

/// <summary>The columns (专栏) as data, from their nodes.</summary>
internal static class ColumnReader
{
    /// <summary>Reads every column in printed order.</summary>
    public static IReadOnlyList<Column> Read(IReadOnlyList<Node> nodes) =>
        [.. nodes.Where(node => node.Type is NodeType.Column).Select(node => ReadOne(node, nodes))];

    private static Column ReadOne(Node column, IReadOnlyList<Node> nodes)
    {
        var items = nodes.Where(node => node.Parent == column.Id).ToList();
        var heads = column.Source.Verbatim.Split('\n') is [_, .., var last] && last.Contains('\t', StringComparison.Ordinal) ? last.Split('\t') : [];
        var kind = heads.Length > 0 ? ColumnKind.Table : items[0].Heading is null ? ColumnKind.Prose : ColumnKind.Items;
        return new Column(
            column.Id,
            int.Parse(column.Id.AsSpan("col".Length), CultureInfo.InvariantCulture),
            column.Heading!,
            kind,
            AnchorOf(column, nodes) + "/after",
            column.Parent!,
            heads,
            [.. items.Index().Select(item => new ColumnItem(item.Item.Id, item.Index + 1, item.Item.Heading, item.Item.Text))]);
    }

    private static string AnchorOf(Node column, IReadOnlyList<Node> nodes) =>
        nodes.Take(column.Order - 1).Last(node => node.Id == column.Parent || node.Parent == column.Parent).Id;
}
