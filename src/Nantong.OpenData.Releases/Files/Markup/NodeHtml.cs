using System.Globalization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>The text as HTML: real headings, paragraphs with anchors, tables as tables, columns (专栏) as boxes. Every node's element has the node's
/// id.</summary>
/// <remarks>Parts of a page: <see cref="HtmlPage"/> makes them whole.</remarks>
public sealed class NodeHtml
{
    private readonly ILookup<string, Node> below;
    private readonly ReadingAids? aids;

    private NodeHtml(ILookup<string, Node> below, ReadingAids? aids) => (this.below, this.aids) = (below, aids);

    /// <summary>The media type of HTML.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>Renders nodes given in reading order.</summary>
    /// <param name="nodes">The nodes; one whose parent is not among them stands at the top.</param>
    /// <param name="level">The level, from 1, of the headings at the top; those below follow without a gap.</param>
    /// <param name="aids">What else is marked and linked in the text; null for the text alone.</param>
    public static Html Render(IReadOnlyList<Node> nodes, int level, ReadingAids? aids = null)
    {
        HashSet<string> inside = [.. nodes.Select(node => node.Id)];
        var below = nodes.ToLookup(node => node.Parent is { } parent && inside.Contains(parent) ? parent : "");
        return new NodeHtml(below, aids).Parts([.. below[""]], level);
    }

    private Html Parts(IReadOnlyList<Node> nodes, int level)
    {
        List<Html> parts = [];
        for (var at = 0; at < nodes.Count; )
        {
            var rows = nodes.Skip(at).TakeWhile(IsRow).ToArray(); // rows that stand below each other make one table
            parts.Add(rows is [] ? Part(nodes[at], level) : Table(rows[0].Id, [], rows));
            at += Math.Max(rows.Length, 1);
        }

        return Html.Join(parts);
    }

    private Html Part(Node node, int level)
    {
        Node[] children = [.. below[node.Id]];
        return node.Type switch
        {
            NodeType.Notice or NodeType.Preamble or NodeType.Chapter or NodeType.Section => Html.Of(
                $"""
                <section class="{Name(node)}" id="{node.Id}">
                {Heading(node, node.Text, level)}{Parts(children, level + 1)}</section>

                """
            ),
            NodeType.Table or NodeType.Column => Html.Of(
                $"""
                <div class="{Name(node)}" id="{node.Id}">
                {Heading(node, NodeTree.Caption(node), level)}{Boxed(node, children, level + 1)}</div>

                """
            ),
            _ => Paragraph(node),
        };
    }

    private Html Boxed(Node box, Node[] children, int level)
    {
        Node[] rows = [.. children.TakeWhile(IsRow)];
        return rows is []
            ? Parts(children, level)
            : Html.Of($"{Table(NodeTree.Caption(box), NodeTree.Heads(box), rows)}{Parts(children[rows.Length..], level)}");
    }

    private static Html Heading(Node node, string text, int level)
    {
        var element = string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(level, 6)}");
        return Html.Of($"<{element}>{MarkedText.Render(node, 0, text.Length)}{Anchor(node)}</{element}>\n");
    }

    private Html Paragraph(Node node)
    {
        var lead = node.Lead ?? (node.Type is NodeType.ColumnItem ? node.Heading : null);
        var opening = lead is not null && node.Text.StartsWith(lead, StringComparison.Ordinal) ? lead.Length : 0;
        var head = opening > 0 ? Html.Of($"<b>{Text(node, 0, opening)}</b>") : Html.Nothing;
        return Html.Of($"<p class=\"{Name(node)}\" id=\"{node.Id}\">{head}{Text(node, opening, node.Text.Length)}{Anchor(node)}</p>\n");
    }

    private Html Text(Node node, int start, int end) =>
        aids is null ? MarkedText.Render(node, start, end) : MarkedText.RenderSentences(node, start, end, aids);

    private Html Table(string label, string[] heads, IReadOnlyList<Node> rows)
    {
        var head = heads is []
            ? Html.Nothing
            : Html.Of($"<thead><tr>{heads.Select(cell => Html.Of($"<th scope=\"col\">{cell}</th>"))}</tr></thead>\n");
        return Html.Of(
            $"""
            <div class="scroll" tabindex="0" role="region" aria-label="{label}"><table>
            {head}<tbody>
            {rows.Select((row, index) => Row(row, rows.Skip(index + 1)))}</tbody>
            </table></div>

            """
        );
    }

    private Html Row(Node row, IEnumerable<Node> following)
    {
        var cells = Cells(row).ToArray();
        var grouped = row.Type is NodeType.TableRow; // the first cell stands for the rows below it that leave theirs empty
        var span = 1 + following.TakeWhile(next => grouped && next.Text.StartsWith('\t')).Count();
        var first =
            cells[0].End == cells[0].Start && grouped ? Html.Nothing
            : span > 1 ? Html.Of($"<th scope=\"rowgroup\" rowspan=\"{span}\">{Cell(row, cells[0])}</th>")
            : Html.Of($"<th scope=\"row\">{Cell(row, cells[0])}</th>");
        return Html.Of($"<tr id=\"{row.Id}\">{first}{cells[1..].Select(cell => Html.Of($"<td>{Cell(row, cell)}</td>"))}</tr>\n");
    }

    /// <summary>Where the cells of a row begin and end in its text; the first cell of a column's item may be its heading, which is not in its
    /// text.</summary>
    private static IEnumerable<(int Start, int End)> Cells(Node row)
    {
        if (!row.Text.Contains('\t', StringComparison.Ordinal))
            yield return (-1, 0);
        var start = 0;
        foreach (var cell in row.Text.Split('\t'))
        {
            yield return (start, start + cell.Length);
            start += cell.Length + 1;
        }
    }

    private Html Cell(Node row, (int Start, int End) cell) =>
        cell.Start < 0 ? Html.Text(row.Heading ?? "") : MarkedText.Render(row, cell.Start, cell.End, aids);

    private static Html Anchor(Node node) => Html.Of($"<a class=\"anchor\" href=\"#{node.Id}\" aria-label=\"链接 {node.Id}\">¶</a>");

    private static bool IsRow(Node node) => NodeTree.Cells(node) is not null;

    private static string Name(Node node) => RecordJson.Code(node.Type, RecordJson.Line.NodeType);
}
