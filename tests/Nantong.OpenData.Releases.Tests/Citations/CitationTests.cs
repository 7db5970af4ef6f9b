using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Tests.Changes;

namespace Nantong.OpenData.Releases.Tests.Citations;

public class CitationTests
{
    private const string Url = "https://example.org/x_y";
    private static readonly Plans.Plan Plan = Versions.First.Plan;
    private static readonly DateOnly Day = new(2026, 1, 5);

    [Theory]
    [InlineData("", CitedKind.Release, "全部内容", "")]
    [InlineData("ch5.s5.p2", CitedKind.Node, "第五章（五）第2段", "/text/ch5/s5/p2")]
    [InlineData("/ch5/s5/p2/", CitedKind.Node, "第五章（五）第2段", "/text/ch5/s5/p2")]
    [InlineData("ch5.s5.p2~1", CitedKind.Sentence, "第五章（五）第2段第1句", "/text/ch5/s5/p2")]
    [InlineData("col4.i2", CitedKind.Node, "专栏4第2项", "/text/col4/i2")]
    [InlineData("table1.r13", CitedKind.Node, "表1第13行", "/text/table1/r13")]
    [InlineData("notice.number", CitedKind.Node, "印发通知文号", "/text/notice/number")]
    [InlineData("urbanization-rate", CitedKind.Indicator, "常住人口城镇化率", "/indicators/urbanization-rate")]
    [InlineData("urbanization-rate.target", CitedKind.Cell, "常住人口城镇化率2025年目标值", "/indicators/urbanization-rate")]
    [InlineData("urbanization-rate.baseline", CitedKind.Cell, "常住人口城镇化率2020年基数", "/indicators/urbanization-rate")]
    [InlineData("commitments", CitedKind.Dataset, "正文中的量化承诺", "/commitments")]
    public void Each_part_has_a_name_and_an_address(string target, CitedKind kind, string label, string below)
    {
        var part = Find(target)!;
        Assert.Equal((kind, label, below), (part.Kind, part.Label.Zh, part.Below));
    }

    [Theory]
    [InlineData("ch99")]
    [InlineData("ch5.s5.p2~0")]
    [InlineData("ch5.s5.p2~01")]
    [InlineData("ch5.s5.p2~99")]
    [InlineData("ch5.s5.p2~")]
    [InlineData("ch5.s5.p2~1~2")]
    [InlineData("urbanization-rate.unit")]
    [InlineData(".")]
    [InlineData("~")]
    public void What_a_release_does_not_have_cannot_be_cited(string target) => Assert.Null(Find(target));

    [Fact]
    public void A_sentence_and_a_cell_carry_their_words() =>
        Assert.Equal(("强化污染防治攻坚。", ">74"), (Find("ch5.s5.p2~1")!.Quote, Find("urbanization-rate.target")!.Quote));

    [Fact]
    public void The_national_standard_puts_the_part_before_the_whole_and_the_day_of_access_behind_the_date()
    {
        Assert.Equal(
            $"南通市人民政府办公室. 南通市“十四五”新型城镇化规划：开放数据 1.0.0[DS/OL]. Nantong.OpenData（非官方整理）. (2021-12-29)[2026-01-05]. {Url}",
            WrittenCitations.Gbt7714(Item("", Day))
        );
        Assert.Equal(
            $"南通市人民政府办公室. 第五章（五）第2段[R/OL]//南通市“十四五”新型城镇化规划：开放数据 1.0.0. Nantong.OpenData（非官方整理）. (2021-12-29). {Url}",
            WrittenCitations.Gbt7714(Item("ch5.s5.p2", null))
        );
    }

    [Fact]
    public void The_other_written_styles_say_the_same_in_their_way()
    {
        Assert.Equal(
            "南通市人民政府办公室. (2021, December 29). 南通市“十四五”新型城镇化规划：开放数据 [Nantong 14th Five-Year Plan for New-Type Urbanisation: open data] "
                + $"(通政办发〔2021〕70号; Version 1.0.0) [Data set]. Nantong.OpenData (unofficial). {Url}",
            WrittenCitations.Apa(Item("", null))
        );
        Assert.Contains(
            "(2021, December 29). 第五章（五）第2段 [chapter 5, section 5, paragraph 2]. In 南通市",
            WrittenCitations.Apa(Item("ch5.s5.p2", Day)),
            StringComparison.Ordinal
        );
        Assert.Contains($"Retrieved January 5, 2026, from {Url}", WrittenCitations.Apa(Item("ch5.s5.p2", Day)), StringComparison.Ordinal);
        Assert.Equal(
            $"南通市人民政府办公室印发：南通市“十四五”新型城镇化规划：开放数据 1.0.0，第五章（五）第2段（通政办发〔2021〕70号，2021年12月29日；Nantong.OpenData 非官方整理并发布，2026年1月5日查阅）。{Url}",
            WrittenCitations.Plain(Item("ch5.s5.p2", Day))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("indicators")]
    [InlineData("ch5.s5.p2")]
    [InlineData("urbanization-rate.target")]
    public void Every_form_names_the_issuer_of_the_document_and_the_publisher_of_the_data_and_says_that_it_is_unofficial(string target)
    {
        var item = Item(target, Day);
        string[] forms = [WrittenCitations.Gbt7714(item), WrittenCitations.Plain(item), BibTex.Write(item), Ris.Write(item), item.Note];
        Assert.All(
            forms,
            form =>
            {
                Assert.Contains("南通市人民政府办公室", form, StringComparison.Ordinal);
                Assert.Contains("Nantong.OpenData", form, StringComparison.Ordinal);
                Assert.Contains("非官方", form, StringComparison.Ordinal);
            }
        );
        Assert.Contains("Nantong.OpenData (unofficial)", WrittenCitations.Apa(item), StringComparison.Ordinal);
        Assert.Contains(
            "文件由南通市人民政府办公室印发（通政办发〔2021〕70号）；数据集由 Nantong.OpenData 非官方整理并发布",
            item.Note,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void BibTeX_keeps_Chinese_and_lets_TeX_read_no_command()
    {
        var entry = BibTex.Write(Item("", Day) with { Title = "城镇化率 100% & {更多}_#$~^\\\n第二行" });
        Assert.StartsWith("@misc{urbanization-14fyp-1.0.0,\n  author = {{南通市人民政府办公室}},\n", entry, StringComparison.Ordinal);
        Assert.Contains(
            @"  title = {{城镇化率 100\% \& \textbraceleft{}更多\textbraceright{}\_\#\$\textasciitilde{}\textasciicircum{}\textbackslash{} 第二行}},"
                + "\n",
            entry,
            StringComparison.Ordinal
        );
        Assert.Contains($"  url = {{{Url}}},\n  urldate = {{2026-01-05}},\n", entry, StringComparison.Ordinal);
        Assert.StartsWith("@misc{urbanization-14fyp-1.0.0-ch5.s5.p2-1,", BibTex.Write(Item("ch5.s5.p2~1", null)), StringComparison.Ordinal);
    }

    [Fact]
    public void RIS_has_one_tag_on_each_line()
    {
        var record = Ris.Write(Item("ch5.s5.p2", Day) with { Title = "第一行\r\nER  - \u0007第二行" });
        Assert.All(record.Split("\r\n")[..^1], line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
        Assert.Contains("TI  - 第一行 ER - 第二行\r\n", record, StringComparison.Ordinal);
        Assert.StartsWith("TY  - RPRT\r\n", record, StringComparison.Ordinal);
        Assert.EndsWith("\r\nER  - \r\n", record, StringComparison.Ordinal);
        Assert.Contains("DA  - 2021/12/29\r\n", record, StringComparison.Ordinal);
        Assert.Contains("Y2  - 2026/01/05\r\n", record, StringComparison.Ordinal);
    }

    private static CitedPart? Find(string target) =>
        CitedPart.Find(
            target,
            id => Plan.Nodes.FirstOrDefault(node => node.Id == id),
            id => Plan.Indicators.FirstOrDefault(indicator => indicator.Id == id)
        );

    private static CitationItem Item(string target, DateOnly? accessed) =>
        Nantong.OpenData.Releases.Citations.Citations.Of(Plan.About, Plan.TitleBlock, ReleaseVersion.First, Find(target)!, Url, accessed);
}
