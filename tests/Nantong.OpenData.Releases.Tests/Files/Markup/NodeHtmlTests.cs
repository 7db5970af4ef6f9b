using System.Xml.Linq;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Files.Markup;

public sealed class NodeHtmlTests
{
    private static readonly Plan Plan = RealPlan.Read();
    private static readonly XElement Whole = Parse(Plan.Nodes);

    [Fact]
    public void Every_node_has_one_element_with_its_id_and_its_own_text()
    {
        var elements = Whole
            .Descendants()
            .Where(element => element.Attribute("id") is not null)
            .ToDictionary(element => element.Attribute("id")!.Value);

        Assert.Equal(Plan.Nodes.Select(node => node.Id), elements.Keys);
        Assert.All(
            Plan.Nodes,
            node =>
                Assert.Equal(
                    node.Id.StartsWith("col4.i", StringComparison.Ordinal)
                        ? node.Heading + node.Text
                        : node.Text.Replace("\t", "", StringComparison.Ordinal),
                    OwnText(elements[node.Id]).Trim('\n')
                )
        );
    }

    [Fact]
    public void Headings_follow_each_other_without_a_gap()
    {
        int[] levels = [.. Whole.Descendants().Where(IsHeading).Select(heading => heading.Name.LocalName[1] - '0')];

        Assert.Equal(2, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
        Assert.Equal(9 + 2, levels.Count(level => level == 2));
    }

    [Theory]
    [InlineData("ch5.s5.p2", "PM2.5", "源文本作“PM_{2.5}”（勘误 e-0001）")]
    [InlineData("table1.r15", "m²", "源文本作“m ² ”（勘误 e-0002）")]
    public void An_applied_erratum_is_marked_with_what_the_source_says(string id, string text, string title)
    {
        var mark = Assert.Single(Parse(Nodes(id)).Descendants("span"), span => span.Attribute("class")!.Value == "erratum");

        Assert.Equal((text, title), (mark.Value, mark.Attribute("title")!.Value));
    }

    [Fact]
    public void Every_page_break_that_was_closed_is_marked_and_adds_no_character()
    {
        var marks = Whole.Descendants("span").Where(span => span.Attribute("class")!.Value == "join").ToList();

        Assert.Equal(Plan.Nodes.Sum(node => node.Source.Joins.Count), marks.Count);
        Assert.All(marks, mark => Assert.Equal("", mark.Value));
    }

    [Theory]
    [InlineData("table1", 4, 17)]
    [InlineData("col4", 2, 9)]
    public void A_table_has_its_heads_and_fills_each_row(string id, int columns, int rows)
    {
        var table = Assert.Single(Parse(Nodes(id)).Descendants("table"));
        XElement[] body = [.. table.Element("tbody")!.Elements("tr")];

        Assert.Equal((columns, rows), (table.Element("thead")!.Descendants("th").Count(), body.Length));
        var cells = body.Sum(row => row.Elements().Sum(cell => (int?)cell.Attribute("rowspan") ?? 1));
        Assert.Equal(columns * rows, cells);
    }

    [Fact]
    public void A_row_that_stands_alone_is_a_table_still() => Assert.Single(Parse(Nodes("table1.r13")).Descendants("tr"));

    [Fact]
    public void The_first_words_of_a_paragraph_that_serve_as_its_heading_are_set_off() =>
        Assert.Equal("强化污染防治攻坚。", Parse(Nodes("ch5.s5.p2")).Descendants("b").Single().Value);

    [Fact]
    public void No_text_can_become_markup()
    {
        const string hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;!--</p>";
        Node[] nodes =
        [
            .. Plan.Nodes.Select(node =>
                node with
                {
                    Text = hostile + node.Text,
                    Lead = node.Lead is null ? null : hostile,
                    Heading = node.Heading is null ? null : hostile,
                    Source = node.Source with { Normalizations = [new(0, hostile, hostile, hostile)], Joins = [] },
                }
            ),
        ];
        var page = Parse(nodes);

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Descendants("p"), paragraph => Assert.Contains(hostile, paragraph.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Data_in_a_page_cannot_end_its_element()
    {
        var page = new HtmlPage("<t>", "zh-CN", Html.Nothing) { Data = """{"name":"</script><script>"}""", Description = "\"><b>" }.Render();

        Assert.Contains("""{"name":"\u003c/script>\u003cscript>"}""", page, StringComparison.Ordinal);
        Assert.Contains("<title>&lt;t&gt;</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Node> Nodes(string id) => NodeTree.Below(Plan.Nodes, Plan.Nodes.Single(node => node.Id == id));

    private static XElement Parse(IReadOnlyList<Node> nodes) => XElement.Parse($"<main>{NodeHtml.Render(nodes, level: 2)}</main>");

    private static bool IsHeading(XElement element) => element.Name.LocalName is ['h', >= '1' and <= '6'];

    /// <summary>What an element says itself: without the elements of other nodes, the heads of a table and the links to anchors.</summary>
    private static string OwnText(XElement element) =>
        string.Concat(
            element
                .Nodes()
                .Select(part =>
                    part switch
                    {
                        XText text => text.Value,
                        XElement { Name.LocalName: not "thead" } child
                            when child.Attribute("id") is null && child.Attribute("class")?.Value is not "anchor" => OwnText(child).Trim('\n'),
                        _ => "",
                    }
                )
        );
}
