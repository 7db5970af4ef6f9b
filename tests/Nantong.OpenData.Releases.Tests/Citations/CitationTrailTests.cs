using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Tests.Changes;

namespace Nantong.OpenData.Releases.Tests.Citations;

public class CitationTrailTests
{
    private const string Head = "推进城市绿色发展。以绿色建筑";
    private const string Second = "农业转移人口市民化成效显著。";

    /// <summary>A paragraph before the second of ch1/s1, and one before the third of ch5/s5, which gets another first sentence; a target of the table
    /// is raised.</summary>
    private static readonly Lazy<Release> Amended = new(() =>
        Versions.Edit(
            source:
            [
                (Head, "建设无废城市。推进固体废物减量，提升处置能力。\n\n推动城市低碳发展。以绿色建筑"),
                (Second, $"经济总量再上台阶。\n\n{Second}"),
                ("62.1\t≥70", "62.1\t≥72"),
            ],
            description: [("\"paragraphs\": 107", "\"paragraphs\": 109")],
            errata: [("\"ch1.s1.p8\"", "\"ch1.s1.p9\""), ("\"ch1.s1.p7\"", "\"ch1.s1.p8\""), ("\"ch1.s1.p6\"", "\"ch1.s1.p7\"")]
        )
    );

    private static readonly Lazy<IReadOnlyList<Change>> Forward = new(() => Compare(Versions.First, Amended.Value));
    private static readonly Lazy<IReadOnlyList<Change>> Back = new(() => Compare(Amended.Value, Versions.First));

    [Theory]
    [InlineData("", CitationState.Changed, "", false)]
    [InlineData("paragraphs", CitationState.Changed, "paragraphs", false)]
    [InlineData("sections", CitationState.Unchanged, "sections", true)]
    [InlineData("places", CitationState.Unchanged, "places", true)]
    [InlineData("indicators", CitationState.Changed, "indicators", false)]
    [InlineData("ch5.s5.p2", CitationState.Unchanged, "ch5.s5.p2", true)]
    [InlineData("ch5/s5/p2", CitationState.Unchanged, "ch5.s5.p2", true)]
    [InlineData("ch5.s5.p3", CitationState.Moved, "ch5.s5.p4", false)]
    [InlineData("ch1.s1.p2", CitationState.Moved, "ch1.s1.p3", true)]
    [InlineData("ch1.s1.p2~1", CitationState.Moved, "ch1.s1.p3~1", true)]
    [InlineData("ch5.s5", CitationState.Changed, "ch5.s5", false)]
    [InlineData("ch5.s4", CitationState.Unchanged, "ch5.s4", true)]
    [InlineData("ch5.s5.p3~1", CitationState.Moved, "ch5.s5.p4~1", false)]
    [InlineData("ch5.s5.p3~2", CitationState.Moved, "ch5.s5.p4~2", true)]
    [InlineData("ch5.s5.p2~1", CitationState.Unchanged, "ch5.s5.p2~1", true)]
    [InlineData("green-travel-share", CitationState.Changed, "green-travel-share", false)]
    [InlineData("green-travel-share.target", CitationState.Changed, "green-travel-share.target", false)]
    [InlineData("green-travel-share.baseline", CitationState.Unchanged, "green-travel-share.baseline", true)]
    [InlineData("urbanization-rate.target", CitationState.Unchanged, "urbanization-rate.target", true)]
    public void A_citation_is_followed_to_a_later_release(string target, CitationState state, string now, bool same)
    {
        var fate = Follow(target, Versions.First, Amended.Value, Forward.Value);
        Assert.Equal((state, now, same), (fate.State, fate.Now?.Target, fate.SameContent));
        Assert.Equal(state is CitationState.Unchanged, fate.Changes is []);
    }

    [Theory]
    [InlineData("ch5.s5.p3")]
    [InlineData("ch5.s5.p3~2")]
    public void What_was_taken_out_is_gone_although_another_paragraph_has_its_id(string target)
    {
        var fate = Follow(target, Amended.Value, Versions.First, Back.Value);
        Assert.Equal((CitationState.Gone, null), (fate.State, fate.Now));
        Assert.Contains(fate.Changes, change => change is { Op: ChangeOp.Removed, Target.Id: "ch5.s5.p3" });
    }

    [Fact]
    public void A_sentence_that_stands_in_another_paragraph_has_moved_there()
    {
        const string Sentence = "推进固体废物减量，提升处置能力。";
        var merged = Versions.Edit(source: [(Head, Head.Replace("以绿色建筑", $"{Sentence}以绿色建筑", StringComparison.Ordinal))]);
        var fate = Follow("ch5.s5.p3~2", Amended.Value, merged, Compare(Amended.Value, merged));
        Assert.Equal((CitationState.Unchanged, Sentence), (fate.State, fate.Now?.Quote));

        var appended = Versions.Edit(source: [("积极稳妥推进新型城镇化”等部署要求，", $"积极稳妥推进新型城镇化”等部署要求。{Sentence}")]);
        fate = Follow("ch5.s5.p3~2", Amended.Value, appended, Compare(Amended.Value, appended));
        Assert.Equal((CitationState.Moved, Sentence, true), (fate.State, fate.Now?.Quote, fate.SameContent));
        Assert.StartsWith("ch1.s1.p1~", fate.Now!.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_node_that_stays_is_found_again_by_what_it_says()
    {
        var (before, after) = (Versions.First, Amended.Value);
        var trail = new CitationTrail(before.Plan.Nodes, after.Plan.Nodes, _ => null, Forward.Value);
        var texts = after.Plan.Nodes.ToDictionary(node => node.Id, node => node.Text);
        foreach (var node in before.Plan.Nodes.Where(node => node.Id != "ch5.s5.p3" && node.Id != "table1.r14"))
        {
            var fate = trail.Follow(CitedPart.Of(node));
            Assert.Equal(node.Text, texts[fate.Now!.Target]);
        }
    }

    private static IReadOnlyList<Change> Compare(Release before, Release after) =>
        PlanDiff.Compare(ReleaseContent.Of(before), ReleaseContent.Of(after)).Changes;

    private static CitationFate Follow(string target, Release before, Release after, IReadOnlyList<Change> changes)
    {
        var part = CitedPart.Find(
            target,
            id => before.Plan.Nodes.FirstOrDefault(node => node.Id == id),
            id => before.Plan.Indicators.FirstOrDefault(indicator => indicator.Id == id)
        );
        return new CitationTrail(
            before.Plan.Nodes,
            after.Plan.Nodes,
            id => after.Plan.Indicators.FirstOrDefault(indicator => indicator.Id == id),
            changes
        ).Follow(part!);
    }
}
