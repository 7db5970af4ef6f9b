using System.Globalization;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Columns;

/// <summary>The columns (专栏) as data, from their nodes.</summary>
internal static class ColumnReader
{
    /// <summary>Reads every column in printed order.</summary>
    /// <param name="nodes">The nodes of the plan.</param>
    /// <param name="boxes">The declared boxes, as many as there are columns.</param>
    public static IReadOnlyList<Column> Read(IReadOnlyList<Node> nodes, IReadOnlyList<BoxLayout> boxes) =>
        [.. nodes.Where(node => node.Type is NodeType.Column).Zip(boxes, (node, box) => ReadOne(node, box, nodes))];

    private static Column ReadOne(Node column, BoxLayout box, IReadOnlyList<Node> nodes)
    {
        var items = nodes.Where(node => node.Parent == column.Id).ToList();
        var heads = column.Source.Verbatim.Split('\n') is [_, .., var last] && last.Contains('\t', StringComparison.Ordinal) ? last.Split('\t') : [];
        return new Column(
            column.Id,
            int.Parse(column.Id.AsSpan("col".Length), CultureInfo.InvariantCulture),
            column.Heading!,
            Enum.Parse<ColumnKind>(box.Layout.ToString()),
            AnchorOf(column, nodes) + "/after",
            column.Parent!,
            heads,
            [
                .. items
                    .Index()
                    .Select(item => new ColumnItem(item.Item.Id, item.Index + 1, item.Item.Heading, item.Item.Text)
                    {
                        HeadingEn = item.Item.HeadingEn,
                    }),
            ]
        )
        {
            TitleEn = column.HeadingEn,
        };
    }

    private static string AnchorOf(Node column, IReadOnlyList<Node> nodes) =>
        nodes.Take(column.Order - 1).Last(node => node.Id == column.Parent || node.Parent == column.Parent).Id;
}
