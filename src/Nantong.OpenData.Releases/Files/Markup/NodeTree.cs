using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>A node with all that is below it, as a list in reading order.</summary>
public static class NodeTree
{
    /// <summary>The node and its descendants, taken from the list of all nodes.</summary>
    /// <param name="all">Every node of the plan, in reading order.</param>
    /// <param name="root">One of them.</param>
    public static IReadOnlyList<Node> Below(IReadOnlyList<Node> all, Node root)
    {
        HashSet<string> inside = new(StringComparer.Ordinal) { root.Id };
        return [.. all.Where(node => node.Id == root.Id || (node.Parent is not null && inside.Contains(node.Parent) && inside.Add(node.Id)))];
    }

    /// <summary>The node and the descendants that it carries as children.</summary>
    public static IEnumerable<Node> Flatten(Node root) => [root, .. (root.Children ?? []).SelectMany(Flatten)];

    /// <summary>The column heads that a table prints under its caption; empty where there are none.</summary>
    internal static string[] Heads(Node table) =>
        table.Source.Verbatim.Split('\n').Skip(1).LastOrDefault(line => line.Contains('\t', StringComparison.Ordinal))?.TrimEnd().Split('\t') ?? [];

    /// <summary>The caption of a table or column: the first line of its text.</summary>
    internal static string Caption(Node table) => table.Text.Split('\n')[0].TrimEnd();

    /// <summary>The cells of a table row, or of a column's item that is one; null for anything else.</summary>
    internal static string[]? Cells(Node node) =>
        node switch
        {
            { Type: NodeType.TableRow } => node.Text.Split('\t'),
            { Type: NodeType.ColumnItem } when node.Text.Contains('\t', StringComparison.Ordinal) => node.Text.Split('\t'),
            { Type: NodeType.ColumnItem, Heading: { } heading } when !node.Text.StartsWith(heading, StringComparison.Ordinal) => [heading, node.Text],
            _ => null,
        };
}
