using System.Xml;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>plan.html</c>: the text as one page that needs nothing else, with an anchor on every node: <c>plan.html#ch5.s5.p2</c>.</summary>
internal sealed class HtmlFile
{
    public const string MediaType = "text/html; charset=utf-8";

    private const string Style = "body{max-width:42em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.8}table{border-collapse:collapse;width:100%}"
        + "td,th{border:1px solid;padding:.2em .5em;text-align:start}aside{border:1px solid;padding:0 1em;margin:1em 0}";

    private readonly XmlWriter xml;
    private readonly ILookup<string?, Node> children;

    private HtmlFile(XmlWriter xml, Plan plan) => (this.xml, children) = (xml, plan.Nodes.ToLookup(node => node.Parent));

    public static int? Write(ReleaseDraft draft, Stream stream)
    {
        using var xml = MarkupFile.Create(stream, declaration: false);
        new HtmlFile(xml, draft.Plan).Write(draft.Plan, draft.Version);
        xml.Flush();
        stream.WriteByte((byte)'\n');
        return null;
    }

    private void Write(Plan plan, ReleaseVersion version)
    {
        var about = plan.About;
        xml.WriteDocType("html", null, null, null);
        xml.Element("html", [("lang", about.Language)], () =>
        {
            xml.Element("head", [], () =>
            {
                xml.Element("meta", [("charset", "utf-8")]);
                xml.Element("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
                xml.Element("title", [], about.Title.Zh);
                xml.Element("style", [], Style);
                xml.Element("link", [("rel", "license"), ("href", about.License.Url)]);
            });
            xml.Element("body", [], () =>
            {
                WriteHead(plan, version);
                xml.Element("main", [], () =>
                {
                    foreach (var top in children[null]) WriteNode(top);
                });
            });
        });
    }

    /// <summary>What this is and what it is not.</summary>
    private void WriteHead(Plan plan, ReleaseVersion version) => xml.Element("header", [], () =>
    {
        var (about, authority) = (plan.About, plan.About.Authority);
        xml.Element("h1", [], about.Title.Zh);
        xml.Element("p", [], authority.Statement.Zh);
        xml.Element("p", [("lang", "en")], authority.Statement.En);
        xml.Element("p", [], $"来源：{authority.OfficialSource.Zh}；文号：{authority.DocumentNumber}；版本：{about.Id}@{version}");
        xml.Element("p", [], () =>
        {
            xml.WriteString("许可：");
            xml.Element("a", [("href", about.License.Url)], $"{about.License.Name} ({about.License.Scope})");
            xml.WriteString($"。{about.TextRights.Zh}");
        });
    });

    private void WriteNode(Node node)
    {
        switch (node.Type)
        {
            case NodeType.Notice or NodeType.Preamble or NodeType.Chapter: WritePart("h2", node); break;
            case NodeType.Section: WritePart("h3", node); break;
            case NodeType.Column: WriteColumn(node); break;
            case NodeType.Table: WriteTable("div", node, "h4"); break;
            default: xml.Element("p", [("id", node.Id)], node.Text); break;
        }
    }

    private void WritePart(string heading, Node node) => xml.Element("section", [("id", node.Id)], () =>
    {
        xml.Element(heading, [], node.Text);
        foreach (var child in children[node.Id]) WriteNode(child);
    });

    private void WriteColumn(Node column)
    {
        if (children[column.Id].Any(item => NodeTree.Cells(item) is not null)) WriteTable("aside", column, "h4");
        else xml.Element("aside", [("id", column.Id)], () =>
        {
            xml.Element("h4", [], NodeTree.Caption(column));
            foreach (var item in children[column.Id]) WriteNode(item);
        });
    }

    private void WriteTable(string element, Node table, string heading) => xml.Element(element, [("id", table.Id)], () =>
    {
        xml.Element(heading, [], NodeTree.Caption(table));
        var rows = children[table.Id].Where(row => NodeTree.Cells(row) is not null).ToList();
        xml.Element("table", [], () =>
        {
            if (NodeTree.Heads(table) is { Length: > 0 } heads) WriteRow([], "th", heads);
            foreach (var row in rows) WriteRow([("id", row.Id)], "td", NodeTree.Cells(row)!);
        });
        foreach (var other in children[table.Id].Except(rows)) WriteNode(other);
    });

    private void WriteRow(IReadOnlyList<(string, string)> attributes, string cell, IEnumerable<string> cells) => xml.Element("tr", attributes, () =>
    {
        foreach (var text in cells)
        {
            xml.WriteStartElement(cell);
            xml.WriteString(text);
            xml.WriteFullEndElement();
        }
    });
}
