using CsCheck;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Tests.Text;

public class SentencesTests
{
    private static string[] Split(string text) => [.. Sentences.Split(text).Select(span => text[span.Start..span.End])];

    [Fact]
    public void A_sentence_ends_behind_its_stop() =>
        Assert.Equal(["一是。", "二是；", "三是！", "四是？", "五"], Split("一是。二是；三是！四是？五"));

    [Fact]
    public void Stops_inside_quotation_marks_and_brackets_do_not_cut() =>
        Assert.Equal(["推进“放管服；一网通办”改革（含市、县；不含镇）。", "又。"], Split("推进“放管服；一网通办”改革（含市、县；不含镇）。又。"));

    [Fact]
    public void A_quoted_sentence_ends_with_its_closing_mark() => Assert.Equal(["“人民城市人民建。”", "于是。"], Split("“人民城市人民建。”于是。"));

    [Fact]
    public void A_mark_that_is_never_closed_does_not_swallow_the_rest() =>
        Assert.Equal(["“一。", "二。", "三）。", "四"], Split("“一。二。三）。四"));

    [Fact]
    public void Stops_in_a_row_stay_together() => Assert.Equal(["什么？！", "是。"], Split("什么？！是。"));

    [Fact]
    public void The_pieces_of_any_text_are_the_text() =>
        Gen.Char["。！？；“”（）()\n 字a"]
            .Array[0, 60]
            .Sample(characters =>
            {
                var text = new string(characters);
                return string.Concat(Split(text)) == text && Split(text).All(piece => piece.Length > 0);
            });

    [Fact]
    public void The_plan_has_no_paragraph_that_cannot_be_split() =>
        Assert.All(ThePlan.Read.Nodes, node => Assert.Equal(node.Text, string.Concat(Split(node.Text))));

    [Fact(Timeout = 20_000)]
    public async Task Splitting_is_linear_in_hostile_text()
    {
        var text = string.Concat(Enumerable.Repeat("“（。", 700_000)) + "）";
        Assert.Single(await Task.Run(() => Sentences.Split(text)), span => span.End == text.Length);
    }
}
