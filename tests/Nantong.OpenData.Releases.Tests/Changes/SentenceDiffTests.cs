using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Releases.Tests.Changes;

public class SentenceDiffTests
{
    private static string[] Lines(string from, string to) =>
        [
            .. SentenceDiff
                .Compare("n", from, to, ChangeKind.SourceAmendment)
                .Select(change => $"{change.Op} {change.Kind} {change.Sentence} [{change.CharFrom},{change.CharTo}) {change.From}→{change.To}"),
        ];

    [Fact]
    public void An_added_and_a_removed_sentence_are_told_where_they_stand()
    {
        Assert.Equal(["Added SourceAmendment 2 [3,6) →二二。"], Lines("一一。三三。", "一一。二二。三三。"));
        Assert.Equal(["Removed SourceAmendment 2 [3,6) 二二。→"], Lines("一一。二二。三三。", "一一。三三。"));
    }

    [Fact]
    public void A_reworded_sentence_is_modified_and_its_neighbours_are_not() =>
        Assert.Equal(
            ["Modified SourceAmendment 2 [3,15) 城镇化率达到74%左右。→城镇化率力争达到74%。"],
            Lines("一一。城镇化率达到74%左右。三三。", "一一。城镇化率力争达到74%。三三。")
        );

    [Fact]
    public void Sentences_that_change_places_are_moved_one_past_the_other() =>
        Assert.Equal(
            ChangeOp.Moved,
            Assert.Single(SentenceDiff.Compare("n", "优化生态空间。强化污染防治。", "强化污染防治。优化生态空间。", ChangeKind.SourceAmendment)).Op
        );

    [Fact]
    public void A_sentence_set_in_another_width_is_typographic_beside_one_that_is_not() =>
        Assert.Equal(
            ["Modified Typographic 1 [0,8) 建设５Ｇ网络,。→建设5G网络，。", "Modified SourceAmendment 2 [8,17) 完成投资10亿元。→完成投资20亿元。"],
            Lines("建设５Ｇ网络,。完成投资10亿元。", "建设5G网络，。完成投资20亿元。")
        );

    [Theory(Timeout = 30_000)]
    [InlineData(60_000, 60_000, 1)] // nothing in common
    [InlineData(30_000, 30_000, 30_000)] // every sentence the same
    [InlineData(40_000, 39_000, 7)] // few sentences, over and over: no anchors, a table too large
    public async Task Hostile_lengths_end_soon_and_lose_nothing(int before, int after, int variety)
    {
        var from = string.Concat(Enumerable.Range(0, before).Select(at => $"甲{(variety == 1 ? at : at * 31 % variety)}。"));
        var to = string.Concat(Enumerable.Range(0, after).Select(at => $"{(variety == 1 ? "乙" : "甲")}{(variety == 1 ? at : at * 17 % variety)}。"));

        var changes = await Task.Run(() => SentenceDiff.Compare("n", from, to, ChangeKind.SourceAmendment));

        Assert.Equal(after - before, changes.Count(change => change.Op is ChangeOp.Added) - changes.Count(change => change.Op is ChangeOp.Removed));
    }
}
