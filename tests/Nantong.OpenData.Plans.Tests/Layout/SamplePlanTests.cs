using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Tests.Layout;

/// <summary>Plans that are set in other ways than the first, read by what their <c>plan.json</c> declares.</summary>
public class SamplePlanTests
{
    [Fact]
    public void Chapters_and_sections_by_words_an_eight_column_table_in_a_box_a_list_and_an_annex()
    {
        var plan = SampleFolder.Open("coastal-14fyp").Read();

        Assert.Equal(
            ["ch1", "ch1.s1", "ch1.s2", "ch2", "ch2.s1", "ch2.s2", "ch3", "ch3.ss1", "ch3.ss2", "ch4", "annex1"],
            plan.Nodes.Where(node => node.Type is NodeType.Chapter or NodeType.Section).Select(node => node.Id)
        );
        var box = Assert.Single(plan.Columns);
        Assert.Equal((ColumnKind.List, "ch3.ss2"), (box.Kind, box.Section));
        Assert.Equal(["1．三夹沙南航道工程", "2．网仓洪航道二期工程", "3．疏港铁路专用线"], box.Items.Select(item => item.Text));
        Assert.StartsWith("持续优化港口营商环境", plan.Nodes.Single(node => node.Id == "ch3.ss2.p2").Text, StringComparison.Ordinal);

        var gdp = plan.Indicators[0];
        Assert.Equal((10036m, 14000m, true, "expected"), (gdp.Baseline.Value, gdp.Target.Value, gdp.Target.Approx, gdp.Attribute));
        Assert.Equal(new Growth("6.5%左右", 6.5m, TargetOperator.None, true, false), gdp.Growth);
        Assert.Equal((TargetOperator.Gte, "increase"), (plan.Indicators[1].Target.Operator, plan.Indicators[1].Direction.Value));
        Assert.Equal(
            (TargetOperator.Lt, "decrease", "O"),
            (plan.Indicators[2].Target.Operator, plan.Indicators[2].Direction.Value, plan.Indicators[2].Baseline.Status)
        );
        Assert.Equal(
            (true, "rate-of-decline", "binding"),
            (plan.Indicators[3].Target.Cumulative, plan.Indicators[3].Direction.Value, plan.Indicators[3].Attribute)
        );
        Assert.Equal(TargetKind.Qualitative, plan.Indicators[4].Target.Kind);
        Assert.Equal("floor", plan.Indicators[5].Direction.Value);
        Assert.Equal(["沿海发展", "海洋经济", "coastal development", "marine economy"], Keywords.InBothLanguages(plan.About));
        Assert.All(plan.Observations, observation => Assert.Equal("sample-city", observation.Area));
    }

    [Fact]
    public void No_notice_chapters_without_sections_and_two_tables_of_indicators()
    {
        var plan = SampleFolder.Open("water-14fyp").Read();

        Assert.DoesNotContain(plan.Nodes, node => node.Type is NodeType.Notice or NodeType.Section);
        Assert.Equal(("样例市水利局", new DateOnly(2021, 6, 30)), (plan.TitleBlock.Issuer, plan.TitleBlock.Issued));
        Assert.Equal([1, 2, 3, 4, 5], plan.Indicators.Select(indicator => indicator.Seq));
        Assert.Equal(["resources", "resources", "floods", "floods", "floods"], plan.Indicators.Select(indicator => indicator.Category.Id));
        Assert.Equal(("ceiling", "E"), (plan.Indicators[0].Direction.Value, plan.Indicators[2].Baseline.Status));
        Assert.Equal((TargetKind.Range, 85m, 90m), (plan.Indicators[2].Target.Kind, plan.Indicators[2].Target.From, plan.Indicators[2].Target.To));
        Assert.Equal(["目录", "一、基本情况……1", "二、主要指标……2", "样例市水利局  2021年6月印发"], plan.Ignored.Select(line => line.Text));
    }

    [Fact]
    public void Three_levels_of_headings_annexes_a_headed_box_and_a_table_of_three_columns()
    {
        var plan = SampleFolder.Open("transport-14fyp").Read();

        Assert.Equal(
            ["ch1", "ch1.s1", "ch1.s1.t1", "ch1.s1.t2", "ch1.s2", "ch2", "ch2.s1", "annex1", "annex2"],
            plan.Nodes.Where(node => node.Type is NodeType.Chapter or NodeType.Section).Select(node => node.Id)
        );
        Assert.Equal("第三章", plan.Nodes.Single(node => node.Id == "ch2.s1").Number);
        var (headed, table) = (plan.Columns[0], plan.Columns[1]);
        Assert.Equal(
            [("铁路", "建设北沿江高铁，新增铁路里程120公里。"), ("公路", "建设高速公路3条，总里程100公里。")],
            headed.Items.Select(item => (item.Heading!, item.Text))
        );
        Assert.Equal((3, "车路协同\t建设示范道路\t2023年"), (table.Heads.Count, table.Items[0].Text));
        var quantity = plan.Commitments.Single(commitment => commitment.Anchor.Quote.Exact.Contains("120", StringComparison.Ordinal));
        Assert.Equal(quantity.Anchor.Quote.Exact, plan.Source.Content[quantity.Anchor.Source.CharStart..quantity.Anchor.Source.CharEnd]);
    }

    [Theory]
    [InlineData("base-14fyp")]
    [InlineData("coastal-14fyp")]
    [InlineData("water-14fyp")]
    [InlineData("transport-14fyp")]
    public void Every_line_belongs_to_a_node_or_is_listed_as_ignored(string id)
    {
        var plan = SampleFolder.Open(id).Read();
        var owned = plan
            .Nodes.SelectMany(node => Enumerable.Range(node.Source.Lines[0], node.Source.Lines[1] - node.Source.Lines[0] + 1))
            .ToHashSet();
        var ignored = plan.Ignored.Select(line => line.Line).ToHashSet();
        Assert.All(
            plan.Source.Lines.Index(),
            line =>
                Assert.True(
                    plan.Source[line.Item].IsWhiteSpace() || owned.Contains(line.Index + 1) != ignored.Contains(line.Index + 1),
                    $"line {line.Index + 1}"
                )
        );
        Assert.Equal(
            plan.Source.Content,
            string.Concat(VerbatimLayer.Cut(plan.Source, plan.Nodes, plan.Ignored).Value!.Select(piece => piece.Verbatim))
        );
    }

    [Fact]
    public void A_plan_without_a_layout_is_refused_with_the_way_out()
    {
        var reading = SampleFolder.Open("water-14fyp").With("plan.json", "\"layout\": {", "\"layout\": null, \"was\": {").Inspect();
        Assert.Contains(reading.Faults.Shown, fault => fault.Where.StartsWith("plan.json line ", StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_of_one_folder_are_told_together()
    {
        var reading = SampleFolder
            .Open("base-14fyp")
            .With("source.txt", "≥85", "≥85以下")
            .With("source.txt", "（万吨）", "（亿吨）")
            .With("source.txt", "（一）指导思想", "第一节 指导思想")
            .With("source.txt", "2022年5月24日", "2022年5月34日")
            .Inspect();
        string[] rules = ["a date such as", "declared in plan.json", "a number", "the unit that plan.json assumes"];
        Assert.All(rules, rule => Assert.Contains(reading.Faults.Shown, fault => fault.Rule.Contains(rule, StringComparison.Ordinal)));
    }
}
