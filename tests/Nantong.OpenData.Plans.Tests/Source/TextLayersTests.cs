using System.Text;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Tests.Source;

public class TextLayersTests
{
    /// <summary>Source lines cut mid-sentence by a page break, counted by hand.</summary>
    private static readonly int[] CutLines =
    [
        25,
        37,
        43,
        67,
        75,
        85,
        95,
        103,
        142,
        164,
        180,
        184,
        200,
        208,
        216,
        232,
        250,
        258,
        264,
        268,
        278,
        298,
        302,
        314,
        326,
        336,
        344,
        350,
        370,
        378,
        386,
        392,
        400,
        412,
        422,
        430,
        440,
    ];

    private static readonly Plan Plan = ThePlan.Read;

    [Fact]
    public void Every_verbatim_piece_together_is_the_file_byte_for_byte()
    {
        var pieces = VerbatimLayer.Cut(Plan.Source, Plan.Nodes).Value!;
        Assert.Equal(ThePlan.Source, Encoding.UTF8.GetBytes(string.Concat(pieces.Select(piece => piece.Verbatim))));
        Assert.Equal(Plan.Nodes.Select(node => node.Id), pieces.Where(piece => piece.Node is not null).Select(piece => piece.Node));
        Assert.All(pieces.Where(piece => piece.Node is null), piece => Assert.True(string.IsNullOrWhiteSpace(piece.Verbatim)));
    }

    [Fact]
    public void A_character_that_no_node_owns_is_named()
    {
        var error = VerbatimLayer.Cut(Plan.Source, Plan.Nodes.Where(node => node.Id != "ch5.s5")).Error;
        Assert.Equal(("source.txt line 294", "（五）塑造美丽南通品牌"), (error?.Where, error?.Found));
    }

    [Fact]
    public void The_37_sentences_cut_by_a_page_break_are_whole_and_each_join_is_recorded()
    {
        var joined = Plan.Nodes.Where(node => node.Source.Joins.Count > 0).ToList();
        Assert.Equal(CutLines, joined.SelectMany(node => node.Source.Joins).Select(join => join.Line));
        Assert.All(joined, node => Assert.DoesNotContain('\n', node.Text));
        Assert.All(joined, node => Assert.Equal(NodeType.Paragraph, node.Type));
    }

    [Fact]
    public void A_target_cut_from_its_subject_by_a_page_break_is_one_phrase()
    {
        var node = Plan.Nodes.Single(node => node.Id == "ch5.s5.p2");
        Assert.Contains("推动实现受污染耕地安全利用率93%以上、", node.Text, StringComparison.Ordinal);
        Assert.Equal("93%以上", node.Text[node.Source.Joins[0].At..][..5]);
        Assert.Contains("安全利用率\n\n93%以上", node.Source.Verbatim, StringComparison.Ordinal);
    }

    [Fact]
    public void Applied_errata_change_the_text_and_leave_the_verbatim_layer_alone()
    {
        var node = Plan.Nodes.Single(node => node.Id == "ch5.s5.p2");
        Assert.StartsWith("强化污染防治攻坚。聚焦PM2.5与臭氧", node.Text, StringComparison.Ordinal);
        Assert.StartsWith("强化污染防治攻坚。聚焦PM_{2.5}与臭氧", node.Source.Verbatim, StringComparison.Ordinal);
        var normalization = Assert.Single(node.Source.Normalizations);
        Assert.Equal(("PM_{2.5}", "PM2.5", "e-0001"), (normalization.From, normalization.To, normalization.Erratum));
        Assert.Equal("PM2.5", node.Text.Substring(normalization.At, 5));
    }

    [Fact]
    public void The_text_is_the_verbatim_layer_but_for_what_is_recorded()
    {
        Assert.All(
            Plan.Nodes.Where(node => node.Type is NodeType.Paragraph or NodeType.TableRow),
            node =>
            {
                var undone = new StringBuilder(node.Text);
                var edits = node
                    .Source.Normalizations.Select(edit => (edit.At, edit.To, edit.From))
                    .Concat(node.Source.Joins.Select(join => (join.At, To: "", From: "\n\n")));
                foreach (var (at, to, from) in edits.OrderByDescending(edit => edit.At))
                    undone.Remove(at, to.Length).Insert(at, from);
                Assert.Equal(node.Source.Verbatim, undone.ToString());
            }
        );
    }

    [Fact]
    public void Open_errata_are_listed_and_not_applied()
    {
        Assert.Contains("公共租赁住房 and 限价房", Plan.Nodes.Single(node => node.Id == "col2.i1").Text, StringComparison.Ordinal);
        Assert.Contains("加依托高水平", Plan.Nodes.Single(node => node.Id == "col7.i1").Text, StringComparison.Ordinal);
        Assert.Equal(
            ["e-0001", "e-0002", "e-0006", "e-0007", "e-0008", "e-0009", "e-0010", Lost("与要求等科学统筹").Id],
            Plan.Errata.Where(erratum => erratum.Applied && !PageBreakErrata.Includes(erratum)).Select(erratum => erratum.Id)
        );
        Assert.DoesNotContain(Plan.Nodes, node => node.Text.Contains(',', StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_break_that_was_closed_is_an_erratum_with_what_stands_around_it()
    {
        var breaks = Plan.Errata.Where(PageBreakErrata.Includes).ToList();

        Assert.Equal(37, breaks.Count);
        Assert.Equal(37, breaks.Select(erratum => erratum.Id).Distinct().Count());
        Assert.Contains(
            breaks,
            erratum => (erratum.Id, erratum.Verbatim, erratum.Normalized) == ("ch5.s5.p2.j1", "地安全利用率\n\n93%以上、", "地安全利用率93%以上、")
        );
        Assert.All(
            breaks,
            erratum =>
            {
                var node = Plan.Nodes.Single(node => node.Id == erratum.Target);
                Assert.Equal(erratum.Expect, node.Source.Verbatim.Split(erratum.Verbatim).Length - 1);
            }
        );
    }

    [Fact]
    public void An_erratum_that_the_source_no_longer_bears_out_stops_the_reading()
    {
        var error = ThePlan.Refused(ThePlan.With("PM_{2.5}", "PM2.5"));
        Assert.Equal("source.txt line 298", error.Where);
        Assert.Contains("e-0001", error.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notice", "印发 南通市", "certain")]
    [InlineData("pre.p1", "南通市国民经济和社会发展的第十四个", "certain")]
    [InlineData("ch1.s2.p1", "全面建成社会主义现代化国家新阶段", "likely")]
    [InlineData("ch2.s1.p1", "坚持以人民为中心发展思想", "certain")]
    [InlineData("ch4.s3.p1", "促进农业转移就地就近市民化", "certain")]
    [InlineData("ch4.s4.p2", "各有侧重的强化", "certain")]
    [InlineData("table1.r16", "单位地区生产总值建设土地使用面积", "likely")]
    [InlineData("table1.r2", "2.城乡居民人均可支配收入比", "style")]
    [InlineData("col2.i1", "通揽英才才汇江海", "certain")]
    [InlineData("col2.i1", "不少于15万来南通", "certain")]
    [InlineData("col3.i1", "沪陕高速平潮至广陵（南通段）扩建", "likely")]
    [InlineData("ch5.s4.p3", "与要求等科学统筹", "certain")]
    [InlineData("ch7.s1.p4", "商业险保险", "certain")]
    [InlineData("ch8.s1.p1", "落户较多城市功能片区", "likely")]
    public void A_defect_that_a_proof_reader_marks_is_listed_with_how_sure_we_are(string target, string verbatim, string confidence)
    {
        var erratum = Lost(verbatim);
        Assert.Equal((target, confidence), (erratum.Target, erratum.Confidence));
        Assert.NotEqual(erratum.Verbatim, erratum.Normalized);
    }

    [Fact]
    public void Only_certain_defects_of_typography_change_the_text() =>
        Assert.All(
            Plan.Errata.Where(erratum => erratum.Applied),
            erratum => Assert.True(erratum is { Confidence: "certain", Kind: "typographic" or "encoding" or "page-join" }, erratum.Id)
        );

    [Fact]
    public void An_erratum_that_would_change_the_wording_is_refused()
    {
        var errata = Encoding
            .UTF8.GetString(ThePlan.Errata)
            .Replace("\"confidence\": \"certain\"", "\"confidence\": \"style\"", StringComparison.Ordinal);
        var error = PlanReader.Read(ThePlan.Source, ThePlan.Description, Encoding.UTF8.GetBytes(errata), ThePlan.Places).Error!;
        Assert.StartsWith("errata.json", error.Where, StringComparison.Ordinal);
        Assert.Contains("wording is never changed", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_sentence_end_is_restored_so_that_both_sentences_can_be_cited()
    {
        var text = Plan.Nodes.Single(node => node.Id == "ch5.s4.p3").Text;
        var sentences = Sentences.Split(text).Select(span => text[span.Start..span.End]).ToList();
        Assert.Contains(sentences, sentence => sentence.EndsWith("数据质量的标准与要求等。", StringComparison.Ordinal));
        Assert.Contains(sentences, sentence => sentence.StartsWith("科学统筹全市数据中心", StringComparison.Ordinal));
    }

    private static Erratum Lost(string verbatim) => Plan.Errata.Single(erratum => erratum.Verbatim == verbatim);

    [Fact]
    public void Offsets_in_code_points_and_in_utf16_units_are_the_same() => Assert.DoesNotContain(Plan.Source.Content, char.IsSurrogate);
}
