using CsCheck;
using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Plans.Tests.Search;

public class QuotationTests
{
    private static readonly Plan Plan = ThePlan.Read;
    private static readonly Quotations Quotations = new(Plan.Nodes, Plan.Errata);

    [Theory]
    [InlineData("受污染耕地安全利用率93%以上", "ch5.s5.p2", "")] // a page break stands between
    [InlineData("受污染耕地安全利用率\n\n９３％ 以上", "ch5.s5.p2", "")]
    [InlineData("聚焦PM_{2.5}与臭氧", "ch5.s5.p2", "e-0001")] // as the source prints it
    [InlineData("人均体育场地面积（m ² ）", "table1.r15", "")]
    public void A_quotation_is_found_however_it_is_set(string quote, string node, string errata)
    {
        var place = Assert.Single(Quotations.FindFolded(quote));
        Assert.Equal((node, errata), (place.Node.Id, string.Join(",", place.Errata)));
    }

    [Fact]
    public void An_erratum_that_was_not_applied_may_be_quoted_as_it_should_read()
    {
        var erratum = Plan.Errata.First(erratum => erratum is { Id: "e-0003" });
        var node = Plan.Nodes.Single(node => node.Id == erratum.Target);
        var at = node.Text.IndexOf(erratum.Verbatim, StringComparison.Ordinal);
        var corrected = node.Text[(at - 8)..at] + erratum.Normalized + node.Text[(at + erratum.Verbatim.Length)..(at + erratum.Verbatim.Length + 8)];

        Assert.Empty(Quotations.FindExact(corrected));
        var place = Assert.Single(Quotations.FindFolded(corrected));
        Assert.Equal(
            (at - 8, at + erratum.Verbatim.Length + 8, "e-0003"),
            (place.Anchor.CharStart, place.Anchor.CharEnd, Assert.Single(place.Errata))
        );
    }

    [Fact]
    public void Any_words_of_the_text_are_found_exactly_and_lead_to_the_source() =>
        Gen.Select(Gen.Int[0, Plan.Nodes.Count - 1], Gen.Int[0, 1_000], Gen.Int[1, 60])
            .Sample(
                (at, start, length) =>
                {
                    var node = Plan.Nodes[at];
                    var from = start % node.Text.Length;
                    var quote = node.Text.Substring(from, Math.Min(length, node.Text.Length - from));
                    if (
                        !Quotations.Parse("quote", quote).Try(out var words, out _)
                        || words != quote
                        || Numbers.Cuts(node.Text, new Plans.Text.TextSpan(from, from + quote.Length))
                    )
                        return;
                    if (Cuts(node.Text, from) || Cuts(node.Text, from + quote.Length))
                        return; // half a number is no quotation

                    var exact = Quotations.FindExact(quote);
                    var place = exact.First(place => place.Node.Id == node.Id);
                    Assert.All(exact, found => Assert.Equal(quote, found.Node.Text[found.Anchor.CharStart!.Value..found.Anchor.CharEnd!.Value]));
                    var source = Plan.Source.Content[place.Anchor.Source.CharStart..place.Anchor.Source.CharEnd];
                    if (place.Node.Source is { Joins: [], Normalizations: [] })
                        Assert.Equal(quote, source);
                    Assert.Equal(
                        [Plan.Source.LineOf(place.Anchor.Source.CharStart), Plan.Source.LineOf(place.Anchor.Source.CharEnd - 1)],
                        place.Anchor.Source.Lines
                    );
                    Assert.True(Quotations.FindFolded(quote).Count >= exact.Count);
                },
                iter: 300
            );

    private static bool Cuts(string text, int at) =>
        at > 0 && at < text.Length && (char.IsDigit(text[at - 1]) || text[at - 1] == '.') && (char.IsDigit(text[at]) || text[at] == '.');

    [Theory]
    [InlineData("", "at least one character")]
    [InlineData(" \u3000\n", "at least one character")]
    [InlineData("城\u0007镇", "no control characters")]
    [InlineData("城\uDC00镇", "half of a surrogate pair")]
    public void What_is_no_quotation_names_its_rule(string text, string rule) =>
        Assert.Contains(rule, Quotations.Parse("quote", text).Error!.Rule, StringComparison.Ordinal);

    [Fact]
    public void A_quotation_has_at_most_500_characters() =>
        Assert.Contains("at most 500", Quotations.Parse("quote", new string('城', 501)).Error!.Rule, StringComparison.Ordinal);
}
