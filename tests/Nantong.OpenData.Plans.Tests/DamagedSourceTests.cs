using System.Text;
using CsCheck;

namespace Nantong.OpenData.Plans.Tests;

public class DamagedSourceTests
{
    [Theory]
    [InlineData("一、规划基础\n", "", "source.txt line 22", "a chapter before the first section")]
    [InlineData("三、构建包容发展的城市环境\n", "", "source.txt line 135", "section （四） of chapter 二")]
    [InlineData("四、优化以中心城市为引领的城镇化格局", "五、优化以中心城市为引领的城镇化格局", "source.txt line 188", "chapter 四、")]
    [InlineData("（三）提升城市品质能级", "（四）提升城市品质能级", "source.txt line 256", "section （三）")]
    [InlineData("专栏3：枢纽型", "专栏4：枢纽型", "source.txt line 246", "专栏3 here")]
    [InlineData("专栏7：城乡产业协同发展平台建设工程\n", "", "source.txt line 467", "7 columns")]
    [InlineData(
        "\t8.研发经费支出占地区生产总值比重（%）\t2.55\t>3",
        "\t8.研发经费支出占地区生产总值比重（%）\t2.55",
        "source.txt line 119",
        "4 cells"
    )]
    [InlineData("\t8.研发经费支出占地区生产总值比重（%）\t2.55\t>3\n", "", "source.txt line 119", "indicator 8")]
    [InlineData("\t17.实行全科服务模式的社区覆盖率\t50\t90\n", "", "source.txt line 467", "17 indicators")]
    [InlineData("2.55\t>3", "2.55\t约三", "source.txt line 119", "a number with an optional")]
    [InlineData("2.55\t>3", "二点五\t>3", "source.txt line 119", "a number, or —")]
    [InlineData("城市治理\t14.", "城市管理\t14.", "source.txt line 125", "a category of plan.json")]
    [InlineData("次数（次）", "次数（人次）", "source.txt line 122", "the unit that plan.json assumes: 次")]
    [InlineData("类别\t指 标\t2020年基数\t2025年目标\n", "", "source.txt line 111", "column heads")]
    [InlineData("2020年基数\t2025年目标", "2025年目标\t2020年基数", "source.txt line 111", "the head of a baseline")]
    [InlineData("2020年基数\t2025年目标", "2020年基数\t2030年目标", "source.txt line 111", "a head for 2025")]
    [InlineData("2020年基数\t2025年目标", "2020年目标\t2025年基数", "source.txt line 111", "the head of a baseline")]
    [InlineData("通政办发〔2021〕70号", "通政办发〔2022〕30号", "source.txt line 5", "the document number that plan.json gives")]
    [InlineData("三、构建包容发展的城市环境\n", "第三章 构建包容发展的城市环境\n", "source.txt line 132", "declared in plan.json")]
    [InlineData("（三）提升城市品质能级\n", "提升城市品质能级\n", "source.txt line 256", "half of a sentence")]
    [InlineData("通政办发〔2021〕70号", "通政办发2021年70号", "source.txt line 5", "a document number")]
    [InlineData("2021年12月29日\n", "2021年13月29日\n", "source.txt line 13", "a date")]
    [InlineData(
        "（此件公开发布）\n\n南通市“十四五”新型城镇化规划\n",
        "（此件公开发布）\n\n南通市新型城镇化规划\n",
        "source.txt line 469",
        "the plan's title"
    )]
    [InlineData("医疗服务改善工程。完善", "医疗服务得到改善，完善", "source.txt line 148", "5 items in 专栏1")]
    public void A_place_that_breaks_a_rule_is_named_with_line_and_rule(string passage, string replacement, string where, string rule)
    {
        var error = ThePlan.Refused(ThePlan.With(passage, replacement));
        Assert.Contains(rule, error.Rule, StringComparison.Ordinal);
        Assert.Equal(where, error.Where);
    }

    [Fact]
    public void A_chapter_missing_at_the_end_is_noticed()
    {
        var text = Encoding.UTF8.GetString(ThePlan.Source);
        var error = ThePlan.Refused(Read(Encoding.UTF8.GetBytes(text[..text.IndexOf("九、加强规划实施保障", StringComparison.Ordinal)])));
        Assert.Equal(("source.txt line 450", "8 chapters", "9 chapters, as plan.json expects"), (error.Where, error.Found, error.Rule));
    }

    [Fact]
    public void A_paragraph_missing_in_the_middle_is_noticed()
    {
        var error = ThePlan.Refused(ThePlan.With("完善政府购买服务清单制度，拓展社会力量参与渠道，保障合法权益。\n\n", ""));
        Assert.Equal(("106 body paragraphs", "107 body paragraphs, as plan.json expects"), (error.Found, error.Rule));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        var error = ThePlan.Refused(Read([]));
        Assert.Equal(("source.txt line 1", "a text: the file is empty"), (error.Where, error.Rule));
    }

    [Fact]
    public void Another_encoding_is_refused_at_its_first_byte()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var error = ThePlan.Refused(Read(Encoding.GetEncoding("GB18030").GetBytes(Encoding.UTF8.GetString(ThePlan.Source))));
        Assert.Equal("source.txt line 3", error.Where);
        Assert.Contains("UTF-8", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_utf16_are_refused()
    {
        Assert.Equal("UTF-8 without a byte order mark", ThePlan.Refused(Read([.. Encoding.UTF8.Preamble, .. ThePlan.Source])).Rule);
        Assert.Contains(
            "UTF-16",
            ThePlan.Refused(Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("规划")])).Rule,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Carriage_returns_and_decomposed_characters_are_refused()
    {
        Assert.Equal("source.txt line 5", ThePlan.Refused(ThePlan.With("70号\n", "70号\r\n")).Where);
        Assert.Contains("normalization form C", ThePlan.Refused(ThePlan.With("规划基础", "规划基础e\u0301")).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_megabytes_of_noise_are_refused_unread()
    {
        var noise = new byte[50 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        var error = ThePlan.Refused(Read(noise));
        Assert.Equal(("52428800 bytes", "at most 4194304 bytes"), (error.Found, error.Rule));
    }

    [Fact]
    public void A_misspelt_key_in_the_curation_is_refused_with_its_line()
    {
        var description = Encoding.UTF8.GetString(ThePlan.Description).Replace("\"language\"", "\"langauge\"", StringComparison.Ordinal);
        var error = ThePlan.Refused(PlanReader.Read(ThePlan.Source, Encoding.UTF8.GetBytes(description), ThePlan.Errata));
        Assert.StartsWith("plan.json line ", error.Where, StringComparison.Ordinal);
        Assert.Contains("langauge", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_cut_out_or_put_in_the_reader_answers_and_never_throws()
    {
        var text = Encoding.UTF8.GetString(ThePlan.Source);
        string[] passages = ["", "\n", "\t", "一、", "（一）", "专栏1：", "表1：", "工程。", "。", "〔", "十十", "𠮷"];
        Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, 400], Gen.Int[0, passages.Length - 1])
            .Sample(
                (at, length, insert) =>
                {
                    var damaged = text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, passages[insert]);
                    var parsed = Read(Encoding.UTF8.GetBytes(damaged));
                    return parsed.Error is null != parsed.Value is null && parsed.Error?.Where is null or { Length: > 0 };
                },
                iter: 300
            );
    }

    private static Parsed<Plan> Read(byte[] source) => PlanReader.Read(source, ThePlan.Description, ThePlan.Errata);
}
