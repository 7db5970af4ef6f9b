using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Tests.Changes;

namespace Nantong.OpenData.Releases.Tests.Citations;

public class CheckedQuotationTests
{
    private static readonly Plans.Plan Plan = Versions.First.Plan;
    private static readonly Quotations Quotations = new(Plan.Nodes, Plan.Errata);
    private static readonly NearestPassages Nearest = new(Plan.Nodes);

    [Theory]
    [InlineData("受污染耕地安全利用率93%以上", QuotationResult.Exact)]
    [InlineData("受污染耕地安全利用率 ９３％以上", QuotationResult.Normalized)]
    [InlineData("受污染耕地安全利用率93%以上。", QuotationResult.Normalized)]
    [InlineData("受污染耕地安全利用率95%以上", QuotationResult.Differs)]
    [InlineData("The quick brown fox jumps over the lazy dog", QuotationResult.NotFound)]
    [InlineData("强化污染防治攻坚。农业转移人口市民化成效显著。", QuotationResult.Scattered)]
    [InlineData("强化污染防治攻坚。The quick brown fox jumps over the lazy dog。", QuotationResult.Differs)]
    [InlineData("强化污染防治攻坚。……受污染耕地安全利用率93%以上", QuotationResult.WithOmissions)]
    [InlineData("建成特色田园乡村100个…先进村250个", QuotationResult.WithOmissions)]
    [InlineData("建成特色田园乡村100个[...]先进村250个", QuotationResult.WithOmissions)]
    [InlineData("建成特色田园乡村100个（……）先进村250个", QuotationResult.WithOmissions)]
    [InlineData("先进村250个……建成特色田园乡村100个", QuotationResult.Scattered)]
    [InlineData("建成特色田园乡村100个……先进村350个", QuotationResult.Differs)]
    [InlineData("3%以上", QuotationResult.NotFound)]
    [InlineData("到2030年建成三条地铁和两座机场", QuotationResult.NotFound)]
    public void A_quotation_is_judged(string quote, QuotationResult result) => Assert.Equal(result, Check(quote).Result);

    [Fact]
    public void Sentences_that_follow_each_other_across_paragraphs_span_them()
    {
        var (first, second) = (Plan.Nodes.Single(node => node.Id == "ch5.s5.p2"), Plan.Nodes.Single(node => node.Id == "ch5.s5.p3"));
        var quote = $"{first.Text[^20..]}\n{second.Text[..second.Lead!.Length]}";
        var found = Check(quote);
        Assert.Equal(QuotationResult.Spans, found.Result);
        Assert.Equal("ch5.s5.p2", found.Pieces[0].Places[0].Node.Id);
        Assert.Equal("ch5.s5.p3", found.Pieces[^1].Places[0].Node.Id);
    }

    [Fact]
    public void A_wrong_number_is_shown_where_it_stands()
    {
        var near = Check("受污染耕地安全利用率95%以上").Pieces.Single().Nearest!;
        var passage = near.Node.Text[near.Passage.Start..near.Passage.End];
        Assert.Equal(("ch5.s5.p2", "受污染耕地安全利用率93%以上"), (near.Node.Id, passage));
        Assert.Equal(
            ["Equal 受污染耕地安全利用率", "Delete 95", "Insert 93", "Equal %以上"],
            TextEdits.OfWholeNumbers("受污染耕地安全利用率95%以上", passage).Select(edit => $"{edit.Op} {edit.Text}")
        );
    }

    [Theory]
    [InlineData("受污染耕地安全利用率39%以上")]
    [InlineData("受污染耕地安全利用率95%以上")]
    [InlineData("推动中心城区100平方公里内主要河道达到Ⅱ类水质")]
    [InlineData("启东市开展第二轮土地承包到期后再延长五十年试点")]
    public void Another_number_is_never_similar(string quote) => Assert.InRange(Check(quote).Pieces.Single().Nearest!.Similarity, 0, 0.5);

    [Fact]
    public void A_similarity_is_the_share_of_characters_that_are_the_same() =>
        Assert.Equal(2.0 * 7 / 15, Check("持续深化户藉制度").Pieces.Single().Nearest!.Similarity, 0.07);

    [Fact]
    public void The_place_of_each_wrong_sentence_is_told_apart_from_the_right_ones()
    {
        var found = Check("强化污染防治攻坚。受污染耕地安全利用率95%以上。");
        Assert.Equal([QuotationResult.Exact, QuotationResult.Differs], found.Pieces.Select(piece => piece.Result));
        Assert.Null(found.Pieces[0].Nearest);
    }

    [Fact]
    public void A_heap_of_sentences_is_refused()
    {
        var quote = string.Concat(Enumerable.Range(0, 30).Select(number => $"无此句{number}。"));
        Assert.Contains("at most 20 sentences", CheckedQuotation.Of("quote", quote, Quotations, Nearest).Error!.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("甲", "")]
    [InlineData("", "甲")]
    [InlineData("甲乙丙", "乙丁丙戊")]
    public void Edits_put_together_are_both_texts(string from, string to)
    {
        var edits = TextEdits.Of(from, to);
        Assert.Equal(from, string.Concat(edits.Where(edit => edit.Op is not EditOp.Insert).Select(edit => edit.Text)));
        Assert.Equal(to, string.Concat(edits.Where(edit => edit.Op is not EditOp.Delete).Select(edit => edit.Text)));
    }

    private static CheckedQuotation Check(string quote) => CheckedQuotation.Of("quote", quote, Quotations, Nearest).Value!;
}
