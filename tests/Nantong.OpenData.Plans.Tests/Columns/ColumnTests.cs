using Nantong.OpenData.Plans.Columns;

namespace Nantong.OpenData.Plans.Tests.Columns;

public class ColumnTests
{
    [Theory]
    [InlineData(1, "农业转移人口基本公共服务供给能力提升工程", ColumnKind.Items, 5, "ch3.s2.p2/after")]
    [InlineData(2, "青年和人才友好型城市建设工程", ColumnKind.Prose, 1, "ch5.s1.p3/after")]
    [InlineData(3, "枢纽型城市建设工程", ColumnKind.Prose, 1, "ch5.s2.p2/after")]
    [InlineData(4, "数字技术应用场景示范导向", ColumnKind.Table, 9, "ch5.s4.p3/after")]
    [InlineData(5, "城市建设用地集约高效利用行动", ColumnKind.Prose, 1, "ch6.s1.p3/after")]
    [InlineData(6, "韧性城市建设工程", ColumnKind.Items, 4, "ch6.s4.p3/after")]
    [InlineData(7, "城乡产业协同发展平台建设工程", ColumnKind.Prose, 1, "ch7.s3.p3/after")]
    public void Each_column_has_its_title_its_kind_its_items_and_its_place(int number, string title, ColumnKind kind, int items, string anchor)
    {
        var column = ThePlan.Read.Columns[number - 1];
        Assert.Equal((number, title, kind, items, anchor), (column.Number, column.Title, column.Kind, column.Items.Count, column.Anchor));
        Assert.Equal(Enumerable.Range(1, items).Select(item => $"col{number}.i{item}"), column.Items.Select(item => item.Id));
    }

    [Fact]
    public void A_table_column_keeps_its_heads_and_parts_its_cells()
    {
        var column = ThePlan.Read.Columns[3];
        Assert.Equal(["应用场景", "发展方向"], column.Heads);
        Assert.Equal("新一代车联网应用", column.Items[1].Heading);
        Assert.StartsWith("以崇川区为主阵地", column.Items[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Titled_items_carry_the_name_of_the_project() =>
        Assert.Equal(
            ["防洪内涝治理工程", "公共卫生防治工程", "公共安全保障工程", "应急物资储备工程"],
            ThePlan.Read.Columns[5].Items.Select(item => item.Heading)
        );

    [Fact]
    public void Prose_has_no_heading() => Assert.Null(Assert.Single(ThePlan.Read.Columns[1].Items).Heading);
}
