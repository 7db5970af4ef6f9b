using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Files;

public sealed class NodeTextTests
{
    private static readonly Plan Plan = RealPlan.Read();

    [Fact]
    public void A_single_node_as_plain_text_is_its_text_and_one_line_feed() =>
        Assert.All(Plan.Nodes, node => Assert.Equal($"{node.Text}\n", PlainText.Render(node)));

    [Fact]
    public void A_section_carries_its_heading_its_paragraphs_and_the_column_inside_it()
    {
        var text = PlainText.Render(Below("ch3.s2"));

        Assert.StartsWith("（二）推进农业转移人口市民化\n\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("专栏1：", StringComparison.Ordinal) < text.IndexOf("维护进城落户农民合法权益", StringComparison.Ordinal));
        Assert.DoesNotContain("（三）", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Children_carried_by_a_node_render_as_the_list_does()
    {
        var nodes = Below("ch3.s2");

        Assert.Equal(PlainText.Render(nodes), PlainText.Render(Nest(nodes[0], nodes)));
        Assert.Equal(Markdown.Render(nodes), Markdown.Render(Nest(nodes[0], nodes)));
    }

    [Fact]
    public void Rows_of_a_table_stand_below_each_other_with_tabs()
    {
        var lines = PlainText.Render(Below("table1")).Split('\n');

        Assert.Equal("表1：面向基本现代化的新型城镇化发展主要指标", lines[0]);
        Assert.Equal("类别\t指 标\t2020年基数\t2025年目标", lines[2]);
        Assert.Equal("城镇化水平\t1.常住人口城镇化率（%）\t70.44\t>74", lines[3]);
        Assert.Equal("\t2.城乡居民人均可支配收入比\t2.01\t1.98", lines[4]);
    }

    [Fact]
    public void The_whole_text_loses_no_character_of_any_node()
    {
        var text = PlainText.Render(Plan.Nodes);

        var from = 0;
        foreach (var node in Plan.Nodes)
        {
            var at = text.IndexOf(node.Text.Split('\n')[0], from, StringComparison.Ordinal);
            Assert.True(at >= from, node.Id);
            from = at;
        }
    }

    [Fact]
    public void Markdown_has_real_heading_levels()
    {
        var lines = Markdown.Render(Plan.Nodes).Split('\n');

        Assert.Equal(9 + 2, lines.Count(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Equal(36, lines.Count(line => line.StartsWith("### ", StringComparison.Ordinal)));
        Assert.Contains("## 一、规划基础", lines);
        Assert.Contains("### （一）主要成就", lines);
    }

    [Fact]
    public void Table_1_is_a_markdown_table_of_18_rows_and_4_columns()
    {
        string[] rows = [.. Markdown.Render(Below("table1")).Split('\n').Where(line => line.StartsWith('|'))];

        Assert.Equal(1 + 1 + 17, rows.Length);
        Assert.All(rows, row => Assert.Equal(5, row.Count(c => c == '|')));
        Assert.Equal("| --- | --- | --- | --- |", rows[1]);
    }

    [Fact]
    public void A_column_is_quoted_as_a_whole()
    {
        Assert.All(
            ["col1", "col2", "col4"],
            id => Assert.All(Markdown.Render(Below(id)).TrimEnd('\n').Split('\n'), line => Assert.StartsWith(">", line, StringComparison.Ordinal))
        );
        Assert.Contains("> | 应用场景 | 发展方向 |\n> | --- | --- |\n> | 人工智能", Markdown.Render(Below("col4")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("PM_{2.5}", @"PM\_{2.5}")]
    [InlineData("*bold* `code`", @"\*bold\* \`code\`")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("> no quotation", @"\> no quotation")]
    [InlineData("- no list", @"\- no list")]
    [InlineData("1. no list", @"1\. no list")]
    [InlineData("[no](link)", @"\[no](link)")]
    [InlineData("[a[no]b](link)", @"\[a\[no]b](link)")]
    [InlineData("    no code", "&#32;&#32;&#32;&#32;no code")]
    [InlineData("no\n\nparagraph ", "no&#10;&#10;paragraph&#32;")]
    [InlineData("no end #", @"no end \#")]
    [InlineData("[ ] no task", @"\[ ] no task")]
    [InlineData("https://example.org/_a", @"https\://example.org/\_a")]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("<b>", @"\<b>")]
    [InlineData("[21]", "[21]")]
    [InlineData("2 > 1 - 0.5, a#b", "2 > 1 - 0.5, a#b")]
    [InlineData("1.常住人口", "1.常住人口")]
    public void What_markdown_would_read_as_markup_is_escaped_and_nothing_else(string text, string escaped) =>
        Assert.Equal(escaped, Markdown.Escape(text));

    [Fact]
    public void A_cell_with_a_bar_does_not_end_its_cell()
    {
        var row = Plan.Nodes.First(node => node.Type is NodeType.TableRow) with { Text = "a|b\tc\td\te" };

        Assert.Contains(@"| a\|b | c | d | e |", Markdown.Render(row), StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_of_plan_md_says_what_it_is_and_what_it_is_not()
    {
        var release = ReleaseBuilder.Build(Plan, new ReleaseVersion(1, 2, 0), null);
        var head = System.Text.Encoding.UTF8.GetString(release.Files.Single(file => file.Path == "plan.md").ToBytes()).Split("\n## ")[0];

        Assert.All(
            ["# 南通市“十四五”新型城镇化规划", "unofficial", "通政办发〔2021〕70号", "1.2.0", Plan.Source.Sha256],
            part => Assert.Contains(part, head, StringComparison.Ordinal)
        );
    }

    private static IReadOnlyList<Node> Below(string id) => NodeTree.Below(Plan.Nodes, Plan.Nodes.Single(node => node.Id == id));

    private static Node Nest(Node node, IReadOnlyList<Node> all) =>
        all.Where(child => child.Parent == node.Id).ToArray() is { Length: > 0 } children
            ? node with
            {
                Children = [.. children.Select(child => Nest(child, all))],
            }
            : node;
}
