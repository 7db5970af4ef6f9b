using System.Xml.Linq;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Tests.Files;

public sealed class MarkupTests
{
    private static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    private static readonly XDocument Document = XDocument.Parse(BuiltRelease.Text("plan.akn.xml"));

    [Fact]
    public void The_akoma_ntoso_file_has_the_parts_of_the_standard_in_their_order_with_ids_that_are_unique_and_references_that_lead_somewhere()
    {
        var doc = Document.Root!.Element(Akn + "doc")!;
        Assert.Equal(["meta", "preface", "preamble", "mainBody"], doc.Elements().Select(part => part.Name.LocalName));
        Assert.Equal(
            ["identification", "references"],
            doc.Element(Akn + "meta")!.Elements().Select(part => part.Name.LocalName).Where(name => name is "identification" or "references")
        );
        Assert.All(Document.Descendants(), element => Assert.Equal(Akn, element.Name.Namespace));

        var ids = Document.Descendants().Attributes("eId").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.DoesNotContain(id, char.IsWhiteSpace));
        Assert.All(
            Document.Descendants().Attributes("refersTo").Select(reference => reference.Value),
            reference => Assert.Contains(reference[1..], ids)
        );
        Assert.All(
            Document.Descendants().Where(element => element.Name.LocalName is "chapter" or "section"),
            element => Assert.NotEmpty(element.Elements(Akn + "heading"))
        );
        Assert.All(Document.Descendants(Akn + "content"), content => Assert.NotEmpty(content.Elements()));
    }

    [Fact]
    public void Every_node_of_the_plan_stands_under_its_eid_with_its_text()
    {
        var elements = Document
            .Descendants()
            .Where(element => element.Attribute("eId") is not null)
            .ToDictionary(element => element.Attribute("eId")!.Value);

        Assert.All(BuiltRelease.Plan.Nodes, node => Assert.Contains(node.Eid, elements.Keys));
        Assert.All(
            BuiltRelease.Plan.Nodes.Where(node => node.Type is NodeType.Paragraph or NodeType.NoticeLine or NodeType.TableNote),
            node => Assert.Equal(node.Text, elements[node.Eid].Value)
        );
        Assert.All(
            BuiltRelease.Plan.Nodes.Where(node => node.Type is NodeType.Chapter or NodeType.Section),
            node => Assert.Equal(node.Text, elements[node.Eid].Element(Akn + "num")?.Value + elements[node.Eid].Element(Akn + "heading")!.Value)
        );
    }

    [Fact]
    public void Every_quantity_of_the_prose_is_marked_with_its_number_and_its_commitment()
    {
        var quantities = Document.Descendants(Akn + "quantity").ToDictionary(element => element.Attribute("refersTo")!.Value[1..]);
        var expected = BuiltRelease.Plan.Commitments.Where(commitment => commitment.Value is not null || commitment.From is not null).ToList();

        Assert.Equal(expected.Select(commitment => commitment.Id).Order(StringComparer.Ordinal), quantities.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, commitment => Assert.Equal(commitment.Anchor.Quote.Exact, quantities[commitment.Id].Value));
        Assert.All(
            quantities.Keys,
            id => Assert.Contains(Document.Descendants(Akn + "TLCConcept"), concept => concept.Attribute("eId")!.Value == id)
        );
    }

    [Fact]
    public void The_page_is_chinese_has_an_anchor_for_every_node_and_runs_nothing()
    {
        var page = BuiltRelease.Text("plan.html");

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.All(BuiltRelease.Plan.Nodes, node => Assert.Contains($" id=\"{node.Id}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            [BuiltRelease.Plan.About.Authority.Statement.Zh, "urbanization-14fyp@1.2.0", BuiltRelease.Plan.About.License.Url],
            words => Assert.Contains(words, page, StringComparison.Ordinal)
        );
    }
}
