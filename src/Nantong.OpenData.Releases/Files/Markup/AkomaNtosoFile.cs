using System.Globalization;
using System.Xml;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary><c>plan.akn.xml</c>: the text as Akoma Ntoso 3.0, each node under its eId, each quantity of the prose marked.</summary>
/// <remarks>The notice is the preface. What the standard has no element for (boxed columns, the table among paragraphs) is an <c>hcontainer</c> with
/// a name.</remarks>
internal sealed class AkomaNtosoFile
{
    public const string MediaType = "application/akn+xml";

    private const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private readonly XmlWriter xml;
    private readonly Plan plan;
    private readonly ILookup<string?, Node> children;
    private readonly ILookup<string, Commitment> quantities;

    private AkomaNtosoFile(XmlWriter xml, Plan plan)
    {
        (this.xml, this.plan) = (xml, plan);
        children = plan.Nodes.ToLookup(node => node.Parent);
        quantities = AkomaNtosoMeta.Quantities(plan).ToLookup(commitment => commitment.Anchor.Node, StringComparer.Ordinal);
    }

    public static int? Write(ReleaseDraft draft, Stream stream)
    {
        using var xml = MarkupFile.Create(stream);
        new AkomaNtosoFile(xml, draft.Plan).Write(draft.Version);
        xml.Flush();
        stream.WriteByte((byte)'\n');
        return null;
    }

    private void Write(ReleaseVersion version)
    {
        xml.WriteStartElement("akomaNtoso", Namespace);
        xml.WriteStartElement("doc", Namespace);
        xml.WriteAttributeString("name", "plan");
        AkomaNtosoMeta.Write(xml, plan, version);
        foreach (var top in children[null])
        {
            if (top.Type is NodeType.Notice)
                xml.Element("preface", [("eId", top.Eid)], () => WriteBlocks(top));
            else if (top.Type is NodeType.Preamble)
                xml.Element("preamble", [("eId", top.Eid)], () => WriteBlocks(top));
        }

        xml.Element(
            "mainBody",
            [],
            () =>
            {
                foreach (var top in children[null].Where(node => node.Type is not (NodeType.Notice or NodeType.Preamble)))
                    WritePart(top);
            }
        );
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A heading and lines, as the notice and the preamble are.</summary>
    private void WriteBlocks(Node part)
    {
        xml.Element("p", [], () => xml.Element("docTitle", [], part.Text));
        foreach (var line in children[part.Id])
            xml.Element("p", [("eId", line.Eid)], () => WriteText(line));
    }

    private void WritePart(Node node)
    {
        switch (node.Type)
        {
            case NodeType.Chapter:
                WriteHeaded("chapter", [], node);
                break;
            case NodeType.Section:
                WriteHeaded("section", [], node);
                break;
            case NodeType.Paragraph:
                xml.Element("paragraph", [("eId", node.Eid)], () => WriteContent(() => xml.Element("p", [], () => WriteText(node))));
                break;
            case NodeType.Table:
                WriteTable(node);
                break;
            case NodeType.Column:
                WriteHeaded("hcontainer", [("name", "column")], node);
                break;
            default:
                xml.Element("hcontainer", [("eId", node.Eid), ("name", NameOf(node))], () => WriteContent(() => WriteLines(node)));
                break;
        }
    }

    private void WriteHeaded(string element, IReadOnlyList<(string, string)> attributes, Node node) =>
        xml.Element(
            element,
            [("eId", node.Eid), .. attributes],
            () =>
            {
                var caption = NodeTree.Caption(node);
                var split =
                    node.Heading is { Length: > 0 } heading && caption.EndsWith(heading, StringComparison.Ordinal)
                        ? caption.Length - heading.Length
                        : 0;
                if (split > 0)
                    xml.Element("num", [], caption[..split]);
                xml.Element("heading", [], caption[split..]);
                if (NodeTree.Heads(node) is { Length: > 0 } heads && node.Type is NodeType.Column)
                    xml.Element("intro", [], () => xml.Element("p", [], string.Join('\t', heads)));
                foreach (var child in children[node.Id])
                    WritePart(child);
            }
        );

    private void WriteTable(Node table) =>
        xml.Element(
            "hcontainer",
            [("eId", table.Eid), ("name", NameOf(table))],
            () =>
            {
                xml.Element("heading", [], NodeTree.Caption(table));
                xml.Element(
                    "content",
                    [],
                    () =>
                    {
                        var rows = children[table.Id].Where(row => row.Type is NodeType.TableRow).ToList();
                        xml.Element(
                            "table",
                            [],
                            () =>
                            {
                                if (NodeTree.Heads(table) is { Length: > 0 } heads)
                                    WriteRow([], "th", heads);
                                foreach (var row in rows)
                                    WriteRow([("eId", row.Eid)], "td", NodeTree.Cells(row)!);
                            }
                        );
                        foreach (var note in children[table.Id].Except(rows))
                            xml.Element("p", [("eId", note.Eid)], () => WriteText(note));
                    }
                );
            }
        );

    private void WriteRow(IReadOnlyList<(string, string)> attributes, string cell, IEnumerable<string> cells) =>
        xml.Element(
            "tr",
            attributes,
            () =>
            {
                foreach (var text in cells)
                    xml.Element(cell, [], () => xml.Element("p", [], text));
            }
        );

    private void WriteContent(Action content) => xml.Element("content", [], content);

    /// <summary>A node as paragraphs: an item of a column with two cells is two of them.</summary>
    private void WriteLines(Node node)
    {
        if (NodeTree.Cells(node) is { Length: > 1 } cells)
            foreach (var cell in cells)
                xml.Element("p", [], cell);
        else
            xml.Element("p", [], () => WriteText(node));
    }

    /// <summary>A node's text with its quantities marked.</summary>
    private void WriteText(Node node)
    {
        var at = 0;
        foreach (
            var quantity in quantities[node.Id]
                .Where(quantity => quantity.Anchor.CharStart is not null)
                .OrderBy(quantity => quantity.Anchor.CharStart)
        )
        {
            var (start, end) = (quantity.Anchor.CharStart!.Value, quantity.Anchor.CharEnd!.Value);
            if (start < at)
                continue; // two commitments may share the words of one number
            xml.WriteString(node.Text[at..start]);
            xml.Element(
                "quantity",
                [("eId", $"{node.Eid}__qty_{quantity.Id}"), ("refersTo", $"#{quantity.Id}"), ("normalized", Normalized(quantity))],
                node.Text[start..end]
            );
            at = end;
        }

        xml.WriteString(node.Text[at..]);
    }

    private static string Normalized(Commitment quantity) =>
        quantity.Value is { } value
            ? value.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{quantity.From}/{quantity.To}");

    private static string NameOf(Node node) => RecordJson.Code(node.Type, RecordJson.Line.NodeType);
}
