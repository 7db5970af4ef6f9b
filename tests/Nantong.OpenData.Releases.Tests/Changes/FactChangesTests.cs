using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Tests.Changes;

public sealed class FactChangesTests
{
    private static readonly Plans.Plan Plan = Versions.First.Plan;

    [Fact]
    public void A_commitment_that_is_read_better_is_a_change_of_its_value_that_counts()
    {
        var index = Plan.Commitments.Index().First(row => row.Item.Value is not null).Index;
        var corrected = Plan with { Commitments = [.. Plan.Commitments.Select((row, at) => at == index ? row with { Value = row.Value + 1 } : row)] };

        var diff = PlanDiff.Compare(Versions.Plan, Versions.Of(corrected));

        Assert.Equal([$"Modified TranscriptionFix commitment {Plan.Commitments[index].Id}/value Patch transcription-fixed"], Versions.Lines(diff));
        Assert.Equal(1, diff.Summary.ValuesChanged);
    }

    [Fact]
    public void One_commitment_more_is_added_and_only_those_behind_it_in_its_node_get_other_numbers()
    {
        var node = Plan.Commitments[0].Anchor.Node;
        var without = Versions.Of(
            Plan with
            {
                Commitments =
                [
                    .. Plan.Commitments.Skip(1).Select((row, at) => row.Anchor.Node == node ? row with { Id = $"{node}.c{at + 1}" } : row),
                ],
            }
        );

        var changes = PlanDiff.Compare(without, Versions.Plan).Changes.Where(change => change.Target.Type == "commitment").ToList();

        Assert.Equal((ChangeOp.Added, $"{node}.c1", "record-added"), (changes[0].Op, changes[0].Target.Id, changes[0].Rule));
        Assert.Equal(Plan.Commitments.Count(row => row.Anchor.Node == node), changes.Count);
        Assert.All(changes.Skip(1), change => Assert.Equal((ChangeOp.Moved, "/id", "id-renumbered"), (change.Op, change.Path, change.Rule)));
    }

    [Fact]
    public void A_new_number_in_a_sentence_modifies_its_commitment_and_a_new_sentence_elsewhere_adds_one()
    {
        var edited = Versions.Source(("美丽宜居乡村1000个", "美丽宜居乡村1200个"), ("棚改不少于2.7万套，", "棚改不少于2.7万套、公租房0.3万套，"));

        var changes = PlanDiff.Compare(Versions.Plan, edited).Changes.Where(change => change.Target.Type == "commitment");

        Assert.Equal(
            [(ChangeOp.Added, "ch5.s3.p2.c3", "", Bump.Minor), (ChangeOp.Modified, "ch7.s4.p3.c2", "/value", Bump.Minor)],
            changes.Select(change => (change.Op, change.Target.Id, change.Path, change.Severity))
        );
    }

    [Fact]
    public void A_release_from_before_there_were_facts_is_followed_by_a_minor_one_that_adds_them()
    {
        var before = ReleaseContent.Of(
            new ReleaseHead(Plan.About, Plan.TitleBlock),
            Versions.First.Manifest,
            ReleaseFacts.None.With(RecordKinds.Node, Plan.Nodes).With(RecordKinds.Indicator, Plan.Indicators).With(RecordKinds.Column, Plan.Columns)
        );

        var decision = VersionDecision.Of(before, Versions.Plan);

        Assert.Equal(Bump.Minor, decision.Smallest);
        Assert.Equal(
            Plan.Commitments.Count + Plan.Exclusions.Count + Plan.Places.Count + Plan.SpatialStructures.Count,
            decision.Reasons.Single(reason => reason.Rule == "record-added").Count
        );
    }

    [Fact]
    public void A_new_reason_for_an_erratum_is_metadata()
    {
        var said = Plan with { Errata = [Plan.Errata[0] with { Reason = new("另一理由", "Another reason") }, .. Plan.Errata.Skip(1)] };

        Assert.All(
            PlanDiff.Compare(Versions.Plan, Versions.Of(said)).Changes,
            change => Assert.Equal((ChangeKind.Metadata, Bump.Patch, "erratum"), (change.Kind, change.Severity, change.Target.Type))
        );
    }
}
