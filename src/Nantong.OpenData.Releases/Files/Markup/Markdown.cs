using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>The text as Markdown: real heading levels, tables as tables, columns (专栏) as block quotes.</summary>
public static partial class Markdown
{
    private const string Rule = "---";

    /// <summary>The media type of Markdown (RFC 7763), in the dialect that has tables (RFC 7764).</summary>
    public const string MediaType = "text/markdown; charset=utf-8; variant=GFM";

    /// <summary>Renders a node with the children that it carries.</summary>
    public static string Render(Node root) => Render([.. NodeTree.Flatten(root)]);

    /// <summary>Renders nodes in the order given. A chapter is always of level 2 and a section of level 3, so that parts put together make the
    /// whole.</summary>
    public static string Render(IReadOnlyList<Node> nodes)
    {
        var text = new StringBuilder();
        foreach (var (index, node) in nodes.Index())
        {
            var quoted = node.Type is NodeType.Column or NodeType.ColumnItem;
            var cells = NodeTree.Cells(node);
            if (index > 0 && cells is null)
                text.Append(quoted && node.Type is NodeType.ColumnItem ? ">\n" : "\n");
            foreach (
                var line in Lines(
                    node,
                    cells,
                    alone: index == 0 || nodes[index - 1].Type is not (NodeType.Table or NodeType.TableRow or NodeType.Column or NodeType.ColumnItem)
                )
            )
                text.Append(
                        quoted
                            ? line.Length > 0
                                ? "> "
                                : ">"
                            : ""
                    )
                    .Append(line)
                    .Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A text with those characters escaped that Markdown would read as markup, and no others. It stays one line, and its white space stays
    /// what it is: Markdown trims lines and reads four spaces as code.</summary>
    public static string Escape(string text) => White().Replace(LineStart().Replace(Inline(text), @"\$0"), space => Reference(space.Value));

    /// <summary>A link.</summary>
    internal static string Link(string text, string address) =>
        $"[{string.Concat(Brackets().Split(text).Select(part => part is "[" or "]" ? $@"\{part}" : Inline(part)))}]({Destination(address)})";

    private static string Destination(string address) =>
        address.AsSpan().ContainsAny(" ()<>\\&") || address.Any(char.IsControl) ? $"<{string.Concat(address.Select(InAngles))}>" : address;

    private static string InAngles(char character) =>
        character switch
        {
            <= ' ' or '<' or '>' or '\\' => Uri.HexEscape(character),
            '&' => "&amp;",
            _ => character.ToString(),
        };

    private static IEnumerable<string> Lines(Node node, string[]? cells, bool alone) =>
        node.Type switch
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

    private static string Row(IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell is Rule ? cell : White().Replace(Inline(cell), space => Reference(space.Value))))} |";

    private static string Inline(string text) => Markup().Replace(text, @"\$0");

    private static string Reference(string characters) =>
        string.Concat(characters.Select(character => string.Create(CultureInfo.InvariantCulture, $"&#{(int)character};")));

    /// <summary>An address that holds one of these would be made a link of, with the backslashes in it: what makes it an address is escaped,
    /// too.</summary>
    [GeneratedRegex(
        @"[\\`*_|~]|\[(?=.*?\][(\[:]|[ xX]\])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<=\b(https?|ftp)):(?=//\S*[\\`*_|~])|(?<=\bwww)\.(?=\S*[\\`*_|~])",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Markup();

    [GeneratedRegex(@"([\[\]])", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    /// <summary>White space that a reader of Markdown would drop, or take for the end of a line.</summary>
    [GeneratedRegex(@"\A\s+|\s+\z|[\n\r]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex White();

    /// <summary>What begins a heading, a quotation, a list or a rule, where a line begins; and what ends a heading, where it ends.</summary>
    [GeneratedRegex(
        @"(?<=^[ \t]*)([#>]|[-+=](?=\s|[-=]|$))|(?<=^[ \t]*\d+)[.)](?=\s|$)|(?<=[ \t])#(?=#*[ \t]*$)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex LineStart();
}
