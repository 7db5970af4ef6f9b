using System.Text;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Tests.Source;

public class TextLayersTests
{
    /// <summary>Source lines cut mid-sentence by a page break, counted by hand.</summary>
    private static readonly int[] CutLines =
    [
        25, 37, 43, 67, 75, 85, 95, 103, 142, 164, 180, 184, 200, 208, 216, 232, 250, 258, 264, 268, 278, 298, 302, 314, 326, 336, 344, 350, 370, 378, 386, 392, 400, 412,
        422, 430, 440,
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
        Assert.All(Plan.Nodes.Where(node => node.Type is NodeType.Paragraph or NodeType.TableRow), node =>
        {
            var undone = new StringBuilder(node.Text);
            var edits = node.Source.Normalizations.Select(edit => (edit.At, edit.To, edit.From)).Concat(node.Source.Joins.Select(join => (join.At, To: "", From: "\n\n")));
            foreach (var (at, to, from) in edits.OrderByDescending(edit => edit.At)) undone.Remove(at, to.Length).Insert(at, from);
            Assert.Equal(node.Source.Verbatim, undone.ToString());
        });
    }

    [Fact]
    public void Open_errata_are_listed_and_not_applied()
    {
        Assert.Contains("公共租赁住房 and 限价房", Plan.Nodes.Single(node => node.Id == "col2.i1").Text, StringComparison.Ordinal);
        Assert.Contains("加依托高水平", Plan.Nodes.Single(node => node.Id == "col7.i1").Text, StringComparison.Ordinal);
        Assert.Equal(["e-0001", "e-0002", "e-0006", "e-0007", "e-0008", "e-0009", "e-0010"], Plan.Errata.Where(erratum => erratum.Applied && !PageBreakErrata.Includes(erratum)).Select(erratum => erratum.Id));
        Assert.DoesNotContain(Plan.Nodes, node => node.Text.Contains(',', StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_break_that_was_closed_is_an_erratum_with_what_stands_around_it()
    {
        var breaks = Plan.Errata.Where(PageBreakErrata.Includes).ToList();

        Assert.Equal(37, breaks.Count);
        Assert.Equal(37, breaks.Select(erratum => erratum.Id).Distinct().Count());
        Assert.Contains(breaks, erratum => (erratum.Id, erratum.Verbatim, erratum.Normalized) == ("ch5.s5.p2.j1", "地安全利用率\n\n93%以上、", "地安全利用率93%以上、"));
        Assert.All(breaks, erratum =>
        {
            var node = Plan.Nodes.Single(node => node.Id == erratum.Target);
            Assert.Equal(erratum.Expect, node.Source.Verbatim.Split(erratum.Verbatim).Length - 1);
        });
    }

    [Fact]
    public void An_erratum_that_the_source_no_longer_bears_out_stops_the_reading()
    {
        var error = ThePlan.Refused(ThePlan.With("PM_{2.5}", "PM2.5"));
        Assert.Equal("source.txt line 298", error.Where);
        Assert.Contains("e-0001", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Offsets_in_code_points_and_in_utf16_units_are_the_same() => Assert.DoesNotContain(Plan.Source.Content, char.IsSurrogate);
}
