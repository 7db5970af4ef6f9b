using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Tests.Layout;

namespace Nantong.OpenData.Plans.Tests.Corrections;

/// <summary>What editors correct in <c>commitments.json</c>.</summary>
public class CorrectionTests
{
    private static readonly SampleFolder Sample = SampleFolder
        .Open("base-14fyp")
        .With("source.txt", "加快建设现代化港口群。", "到2025年，新增泊位20个，温室气体排放下降18。");

    [Fact]
    public void A_subject_and_a_kind_are_changed_and_the_id_stays()
    {
        var before = Assert.Single(Sample.Read().Commitments);
        var after = Assert.Single(
            With(
                    """[{"node": "ch3.s1.p1", "words": "新增泊位20个", "action": "change", "reason": "subject", "subject": "万吨级泊位", "kind": "target"}]"""
                )
                .Read()
                .Commitments
        );
        Assert.Equal((before.Id, "万吨级泊位", CommitmentKind.Target, before.Value), (after.Id, after.Subject, after.Kind, after.Value));
    }

    [Fact]
    public void An_unknown_number_is_a_warning_until_it_is_excluded_or_added()
    {
        Assert.Contains(Sample.Read().Warnings.Shown, warning => warning.Rule.StartsWith("'18' as a quantity", StringComparison.Ordinal));

        var excluded = With("""[{"node": "ch3.s1.p1", "words": "下降18", "action": "exclude", "reason": "no unit", "as": "name"}]""").Read();
        Assert.DoesNotContain(excluded.Warnings.Shown, warning => warning.Rule.StartsWith("'18'", StringComparison.Ordinal));
        Assert.Contains(excluded.Exclusions, exclusion => exclusion is { Raw: "下降18", Reason: ExclusionReason.Name });

        var added = With(
                """
                [{"node": "ch3.s1.p1", "words": "下降18", "action": "add", "reason": "per cent is meant",
                  "subject": "温室气体排放", "kind": "target", "value": 18,
                  "unit": {"raw": null, "label": "%", "ucum": "%", "inferred": true}}]
                """
            )
            .Read();
        Assert.Equal(("ch3.s1.p1.c2", 18m), (added.Commitments[1].Id, added.Commitments[1].Value));
        Assert.DoesNotContain(added.Warnings.Shown, warning => warning.Rule.StartsWith("'18'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deadline_and_the_modal_words_are_corrected_and_a_date_may_stand_in_another_node()
    {
        var plan = With(
                """
                [{"node": "ch3.s1.p1", "words": "新增泊位20个", "action": "change", "reason": "how", "modality": ["力争", "新增"]},
                 {"node": "ch3.s1.p1", "words": "下降18", "action": "add", "reason": "dated", "subject": "温室气体排放", "kind": "milestone",
                  "deadline": {"words": "到2025年"}}]
                """
            )
            .Read();
        Assert.Equal(["力争", "新增"], plan.Commitments[0].Modality);
        Assert.Equal(("到2025年", new DateOnly(2025, 12, 31)), (plan.Commitments[1].Deadline!.Raw, plan.Commitments[1].Deadline!.To));
        Assert.Equal("ch3.s1.p1", plan.Commitments[1].Deadline!.Anchor.Node);
    }

    [Theory]
    [InlineData("""{"words": "到2026年"}""", "words that stand once in the text of its node")]
    [InlineData("""{"words": "到2025年，新增"}""", "the whole of a date or period")]
    [InlineData("""{"words": "到2025年", "node": "ch9.p9"}""", "the id of a node")]
    public void A_deadline_that_the_text_does_not_print_is_refused(string deadline, string rule)
    {
        var reading = With($$"""[{"node": "ch3.s1.p1", "words": "新增泊位20个", "action": "change", "reason": "r", "deadline": {{deadline}}}]""")
            .Inspect();
        Assert.Null(reading.Plan);
        Assert.Contains(reading.Faults.Shown, fault => fault.Rule.Contains(rule, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{"node": "ch3.s1.p1", "words": "新增泊位30个", "action": "change", "reason": "r"}]""", "words that stand once")]
    [InlineData("""[{"node": "ch9.p1", "words": "新增泊位20个", "action": "change", "reason": "r"}]""", "the id of a node")]
    [InlineData("""[{"node": "ch3.s1.p1", "words": "温室气体", "action": "change", "reason": "r"}]""", "words that hold one commitment")]
    [InlineData(
        """[{"node": "ch3.s1.p1", "words": "20个", "action": "add", "reason": "r", "subject": "s", "kind": "target"}]""",
        "no commitment yet"
    )]
    [InlineData("""[{"node": "ch3.s1.p1", "words": "20个", "action": "exclude", "reason": "r"}]""", "a member 'as'")]
    [InlineData("""[{"node": "ch3.s1.p1", "words": "20个", "action": "exclude", "reason": "", "as": "name"}]""", "why it is corrected")]
    public void A_correction_that_the_source_does_not_bear_out_is_refused(string corrections, string rule)
    {
        var reading = With(corrections).Inspect();
        Assert.Null(reading.Plan);
        Assert.Contains(
            reading.Faults.Shown,
            fault => fault.Where.StartsWith("commitments.json ", StringComparison.Ordinal) && fault.Rule.Contains(rule, StringComparison.Ordinal)
        );
    }

    private static SampleFolder With(string corrections) => Sample.With("commitments.json", "", corrections);
}
