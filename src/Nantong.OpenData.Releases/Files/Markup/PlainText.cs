using System.Text;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>The text as plain text: headings and paragraphs one per line with a blank line between, table rows with tabs between their
/// cells.</summary>
public static class PlainText
{
    /// <summary>The media type of plain text.</summary>
    public const string MediaType = "text/plain; charset=utf-8";

    /// <summary>Renders a node with the children that it carries.</summary>
    public static string Render(Node root) => Render([.. NodeTree.Flatten(root)]);

    /// <summary>Renders nodes in the order given. A single node without column heads is exactly its text and one line feed, so that RFC 5147 offsets
    /// into the one are offsets into the other.</summary>
    public static string Render(IReadOnlyList<Node> nodes)
    {
        if (nodes is [var only])
            return $"{only.Text}\n";

        var text = new StringBuilder();
        foreach (var (index, node) in nodes.Index())
        {
            var cells = NodeTree.Cells(node);
            if (index > 0 && cells is null)
                text.Append('\n');
            if (cells is not null)
                text.AppendJoin('\t', cells).Append('\n');
            else if (node.Type is NodeType.Table or NodeType.Column)
                AppendCaption(text, node);
            else
                text.Append(node.Text).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendCaption(StringBuilder text, Node table)
    {
        text.Append(NodeTree.Caption(table)).Append('\n');
        if (NodeTree.Heads(table) is { Length: > 0 } heads)
            text.Append('\n').AppendJoin('\t', heads).Append('\n');
    }
}
