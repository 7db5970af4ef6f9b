using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Tests.Text;

public class OutlineTests
{
    private static readonly IReadOnlyList<Node> Nodes = ThePlan.Read.Nodes;

    [Fact]
    public void The_plan_has_nine_chapters_with_36_sections()
    {
        Assert.Equal(["一", "二", "三", "四", "五", "六", "七", "八", "九"], Of(NodeType.Chapter).Select(node => node.Number));
        Assert.Equal(
            [2, 3, 5, 4, 5, 4, 4, 5, 4],
            Of(NodeType.Chapter).Select(chapter => Of(NodeType.Section).Count(section => section.Parent == chapter.Id))
        );
    }

    [Fact]
    public void It_has_107_body_paragraphs_one_of_them_the_preamble()
    {
        Assert.Equal(107, Of(NodeType.Paragraph).Count());
        Assert.Single(Of(NodeType.Paragraph), node => node.Parent == "pre");
        Assert.All(["ch3.p1", "ch4.p1", "ch5.p1", "ch6.p1", "ch7.p1", "ch8.p1"], id => Assert.Equal(NodeType.Paragraph, Node(id).Type));
    }

    [Fact]
    public void The_notice_is_taken_apart()
    {
        var block = ThePlan.Read.TitleBlock;
        Assert.Equal("通政办发〔2021〕70号", block.DocumentNumber);
        Assert.Equal("南通市人民政府办公室", block.Issuer);
        Assert.Equal(new DateOnly(2021, 12, 29), block.Issued);
        Assert.Equal("此件公开发布", block.Publicity);
        Assert.Equal("南通市“十四五”新型城镇化规划", block.Title);
        Assert.Equal("市政府办公室关于印发 南通市“十四五”新型城镇化规划的通知", block.NoticeTitle);
        Assert.Equal("各县（市、区）人民政府，市各直属园区管委会，市各委、办、局，市各直属单位", block.Addressees);
        Assert.StartsWith("《南通市“十四五”新型城镇化规划》已经市政府同意", Node("notice.p1").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ch5.s2", "(二)", "扩大双向开放优势", "(二) 扩大双向开放优势", 240)]
    [InlineData("ch8.s2", "（二）", "深化土地管理制度改革。", "（二）深化土地管理制度改革。", 434)]
    public void Odd_headings_are_recognised_and_kept_as_printed(string id, string number, string heading, string verbatim, int line)
    {
        var node = Node(id);
        Assert.Equal((number, heading, verbatim, line), (node.Number, node.Heading, node.Source.Verbatim, node.Source.Lines[0]));
    }

    [Fact]
    public void Reading_order_ids_and_neighbours_agree()
    {
        Assert.Equal(Enumerable.Range(1, Nodes.Count), Nodes.Select(node => node.Order));
        Assert.Equal(Nodes.Count, Nodes.Select(node => node.Id).Distinct().Count());
        Assert.Equal(Nodes.Skip(1).Select(node => (string?)node.Id).Append(null), Nodes.Select(node => node.Next));
        Assert.Equal(Nodes.Take(Nodes.Count - 1).Select(node => (string?)node.Id).Prepend(null), Nodes.Select(node => node.Previous));
        Assert.All(Nodes, node => Assert.True(node.Parent is null || Node(node.Parent).Order < node.Order));
        Assert.All(Nodes, node => Assert.Equal(node.Id, NodePath.ToId(node.Path)));
    }

    [Fact]
    public void A_box_stands_where_it_is_printed_and_the_section_goes_on_behind_it()
    {
        Assert.Equal(("ch3.s2.p2", "ch3.s2"), (Node("col1").Previous, Node("col1").Parent));
        Assert.Equal("ch3.s2.p3", Node("col1.i5").Next);
        Assert.StartsWith("维护进城落户农民合法权益。", Node("ch3.s2.p3").Text, StringComparison.Ordinal);
        Assert.Equal(("ch5.s2.p2", "ch5.s2"), (Node("col3").Previous, Node("col3").Parent));
        Assert.StartsWith("融入世界经济循环。", Node("ch5.s2.p3").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_node_says_where_it_stands()
    {
        var source = ThePlan.Read.Source;
        Assert.All(
            Nodes,
            node =>
            {
                Assert.Equal(source.Content[node.Source.CharStart..node.Source.CharEnd], node.Source.Verbatim);
                Assert.Equal(source.LineOf(node.Source.CharStart), node.Source.Lines[0]);
                Assert.Equal(node.Source.Lines[0] + node.Source.Verbatim.Count(character => character == '\n'), node.Source.Lines[1]);
            }
        );
        Assert.Equal([298, 300], Node("ch5.s5.p2").Source.Lines);
    }

    [Theory]
    [InlineData("ch5.s5.p2", "chp_5__sec_5__para_2")]
    [InlineData("col4.i2", "box_4__item_2")]
    [InlineData("table1.r13", "tbl_1__tr_13")]
    [InlineData("pre.p1", "preamble__para_1")]
    public void Nodes_carry_akoma_ntoso_ids(string id, string eid) => Assert.Equal(eid, Node(id).Eid);

    [Theory]
    [InlineData("ch5.s5.p2", "强化污染防治攻坚。")]
    [InlineData("ch2.s2.p1", "——以人为本，包容共享。")]
    [InlineData("ch2.s3.p1", null)]
    public void An_opening_sentence_that_heads_a_paragraph_is_its_lead(string id, string? lead) => Assert.Equal(lead, Node(id).Lead);

    private static Node Node(string id) => Nodes.Single(node => node.Id == id);

    private static IEnumerable<Node> Of(NodeType type) => Nodes.Where(node => node.Type == type);

    [Fact]
    public void Every_heading_box_and_item_says_in_english_what_it_is_about() =>
        Assert.All(
            ThePlan.Read.Nodes.Where(node => node.Type is NodeType.Chapter or NodeType.Section or NodeType.Column or NodeType.ColumnItem),
            node => Assert.True(node.HeadingEn is { Length: > 4 } english && english.All(character => character < 0x2000), node.Id)
        );
}
