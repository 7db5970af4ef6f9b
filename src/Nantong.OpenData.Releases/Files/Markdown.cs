using System.Text;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The text as Markdown: real heading levels, tables as tables, columns (专栏) as block quotes.</summary>
public static partial class Markdown
{
    private const string Rule = "---";

    /// <summary>The media type of Markdown (RFC 7763), in the dialect that has tables (RFC 7764).</summary>
    public const string MediaType = "text/markdown; charset=utf-8; variant=GFM";

    /// <summary>Renders a node with the children that it carries.</summary>
    public static string Render(Node root) => Render([.. NodeTree.Flatten(root)]);

    /// <summary>Renders nodes in the order given. A chapter is always of level 2 and a section of level 3, so that parts put together make the whole.</summary>
    public static string Render(IReadOnlyList<Node> nodes)
    {
        var text = new StringBuilder();
        foreach (var (index, node) in nodes.Index())
        {
            var quoted = node.Type is NodeType.Column or NodeType.ColumnItem;
            var cells = NodeTree.Cells(node);
            if (index > 0 && cells is null) text.Append(quoted && node.Type is NodeType.ColumnItem ? ">\n" : "\n");
            foreach (var line in Lines(node, cells, alone: index == 0 || nodes[index - 1].Type is not (NodeType.Table or NodeType.TableRow or NodeType.Column or NodeType.ColumnItem)))
                text.Append(quoted ? line.Length > 0 ? "> " : ">" : "").Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A text with those characters escaped that Markdown would read as markup, and no others.</summary>
    public static string Escape(string text) => LineStart().Replace(Inline(text), @"\$0");

    private static IEnumerable<string> Lines(Node node, string[]? cells, bool alone) => node.Type switch
    {
        NodeType.Notice or NodeType.Preamble or NodeType.Chapter => [$"## {Escape(node.Text)}"],
        NodeType.Section => [$"### {Escape(node.Text)}"],
        NodeType.Table => [$"#### {Escape(NodeTree.Caption(node))}", .. TableHead(NodeTree.Heads(node))],
        NodeType.Column => [$"**{Escape(NodeTree.Caption(node))}**", .. TableHead(NodeTree.Heads(node))],
        _ when cells is null => [Escape(node.Text)],
        _ when alone => [.. TableHead(cells.Select(_ => "")).Skip(1), Row(cells)],
        _ => [Row(cells)],
    };

    private static IEnumerable<string> TableHead(IEnumerable<string> heads)
    {
        string[] cells = [.. heads];
        return cells.Length == 0 ? [] : ["", Row(cells), Row(cells.Select(_ => Rule))];
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell is Rule ? cell : Inline(cell)))} |";

    private static string Inline(string text) => Markup().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_|~]|\[(?=[^\]]*\][(\[:])|<(?=[A-Za-z/!?])|&(?=#?\w+;)", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    /// <summary>What begins a heading, a quotation, a list or a rule, where a line begins.</summary>
    [GeneratedRegex(@"(?<=^[ \t]*)([#>]|[-+=](?=\s|[-=]|$))|(?<=^[ \t]*\d+)[.)](?=\s|$)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
