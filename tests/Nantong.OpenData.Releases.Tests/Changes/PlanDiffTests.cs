using System.Text.Json.Nodes;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Tests.Changes;

public class PlanDiffTests
{
    /// <summary>A paragraph between the second and the third of ch5/s5; the curated count of paragraphs follows.</summary>
    private static readonly Lazy<ReleaseContent> Inserted = new(() =>
        ReleaseContent.Of(
            Versions.Edit(
                source: [("推进城市绿色发展。以绿色建筑", "建设无废城市。推进固体废物减量，提升处置能力。\n\n推进城市绿色发展。以绿色建筑")],
                description: [("\"paragraphs\": 107", "\"paragraphs\": 108")]
            )
        )
    );

    /// <summary>The unit of indicator 15 in another sign, by an erratum and its label.</summary>
    private static readonly Lazy<ReleaseContent> UnitFixed = new(() =>
        ReleaseContent.Of(
            Versions.Edit(
                description: [("\"label\": \"m²\"", "\"label\": \"平方米\"")],
                errata: [("\"normalized\": \"m²\"", "\"normalized\": \"平方米\"")]
            )
        )
    );

    [Fact]
    public void A_release_does_not_differ_from_itself()
    {
        var diff = PlanDiff.Compare(Versions.Plan, ReleaseContent.Of(Versions.Edit()));

        Assert.Empty(diff.Changes);
        Assert.Equal(new ChangeSummary(0, 0, 0, 0, 0), diff.Summary);
    }

    [Fact]
    public void A_unit_corrected_by_an_erratum_is_a_transcription_fix_that_names_it()
    {
        var diff = PlanDiff.Compare(Versions.Plan, UnitFixed.Value);

        Assert.Equal(
            [
                "Modified TranscriptionFix node table1.r15/text Patch transcription-fixed",
                "Modified TranscriptionFix indicator sports-area-per-capita/unit/label Patch transcription-fixed",
                "Modified Metadata erratum e-0002/normalized Patch metadata-changed",
            ],
            Versions.Lines(diff)
        );
        Assert.All(diff.Changes, change => Assert.Equal("e-0002", change.Reason));
        Assert.Equal(("m²", "平方米"), (diff.Changes[1].From!.Value.GetString(), diff.Changes[1].To!.Value.GetString()));
    }

    [Fact]
    public void A_changed_sentence_is_a_change_of_its_node_and_commitment_alone_although_all_offsets_behind_it_move()
    {
        var diff = PlanDiff.Compare(Versions.Plan, Versions.Source(("美丽宜居乡村1000个", "美丽宜居乡村1200个")));

        Assert.Equal(
            [
                "Modified SourceAmendment source source.txt/sha256 Minor source-amended",
                "Modified SourceAmendment node ch7.s4.p3/text Minor source-amended",
                "Modified SourceAmendment commitment ch7.s4.p3.c2/value Minor source-amended",
            ],
            Versions.Lines(diff)
        );
        var sentence = Assert.Single(diff.Changes[1].Sentences);
        Assert.Equal((ChangeOp.Modified, ChangeKind.SourceAmendment), (sentence.Op, sentence.Kind));
        Assert.Contains("美丽宜居乡村1000个", sentence.From, StringComparison.Ordinal);
        var text = diff.Changes[1].To!.Value.GetString()!;
        Assert.Equal(sentence.To, text[sentence.CharFrom..sentence.CharTo]);
    }

    [Fact]
    public void Width_and_marks_are_typographic_and_never_more()
    {
        var diff = PlanDiff.Compare(
            Versions.Plan,
            Versions.Source(
                ("打造美丽水网，加强江海河沿线绿化", "打造美丽水网,加强江海河 沿线绿化"),
                ("持续抓好国省考重点断面治理，", "持续抓好国省考重点断面治理 ,")
            )
        );

        Assert.Equal(["source", "node", "node"], diff.Changes.Select(change => change.Target.Type));
        Assert.All(diff.Changes.Skip(1), change => Assert.Equal((ChangeKind.Typographic, Bump.Patch), (change.Kind, change.Severity)));
        Assert.All(diff.Changes.Skip(1), change => Assert.Equal(ChangeKind.Typographic, Assert.Single(change.Sentences).Kind));
        Assert.Equal(2, diff.Summary.Typographic);
    }

    [Fact]
    public void An_inserted_paragraph_is_added_and_those_behind_it_are_moved_not_rewritten()
    {
        var diff = PlanDiff.Compare(Versions.Plan, Inserted.Value);

        Assert.Equal(
            [
                "Modified SourceAmendment source source.txt/sha256 Minor source-amended",
                "Added SourceAmendment node ch5.s5.p3 Minor record-added",
                "Moved SourceAmendment node ch5.s5.p4/id Major id-renumbered",
            ],
            Versions.Lines(diff).Take(3)
        );
        Assert.All(diff.Changes.Skip(2), change => Assert.Equal(ChangeOp.Moved, change.Op));
        Assert.Equal("ch5.s5.p3", diff.Changes[2].PreviousId);
    }

    [Fact]
    public void A_paragraph_taken_out_is_removed_and_those_behind_it_move_back()
    {
        var diff = PlanDiff.Compare(Inserted.Value, Versions.Plan);

        Assert.Contains("Removed SourceAmendment node ch5.s5.p3 Major id-removed", Versions.Lines(diff));
        Assert.Contains(diff.Changes, change => change is { Op: ChangeOp.Moved, Target.Id: "ch5.s5.p3", PreviousId: "ch5.s5.p4" });
    }

    [Fact]
    public void A_new_target_value_is_told_once_and_its_sentence_is_left_to_it()
    {
        var diff = PlanDiff.Compare(Versions.Plan, Versions.Source(("43.29\t>40", "43.29\t>41")));

        Assert.Equal(1, diff.Summary.ValuesChanged);
        Assert.Equal(
            ["indicator /target/raw", "indicator /target/value"],
            diff.Changes.Where(change => change.Target.Type == "indicator").Select(change => $"{change.Target.Type} {change.Path}")
        );
        Assert.Equal(0, diff.Summary.Breaking);
    }

    [Fact]
    public void Another_operator_changes_what_a_target_means() =>
        Assert.Contains(
            "Modified SourceAmendment indicator built-up-green-coverage/target/operator Major meaning-changed",
            Versions.Lines(PlanDiff.Compare(Versions.Plan, Versions.Source(("43.29\t>40", "43.29\t≥40"))))
        );

    [Fact]
    public void Another_unit_code_is_a_breaking_change_whoever_made_it()
    {
        var diff = PlanDiff.Compare(Versions.Plan, ReleaseContent.Of(Versions.Edit(description: [("\"ucum\": \"m2\"", "\"ucum\": \"hm2\"")])));

        Assert.Equal(["Modified TranscriptionFix indicator sports-area-per-capita/unit/ucum Major unit-changed"], Versions.Lines(diff));
    }

    [Fact]
    public void An_indicator_with_a_new_id_is_renamed_not_removed()
    {
        var diff = PlanDiff.Compare(
            Versions.Plan,
            ReleaseContent.Of(Versions.Edit(description: [("\"id\": \"built-up-green-coverage\"", "\"id\": \"green-coverage\"")]))
        );

        Assert.Equal(
            [
                "Renamed TranscriptionFix indicator green-coverage/id Major id-renamed",
                "Modified Metadata finding target-behind-baseline.table1.r13/indicator Patch metadata-changed",
            ],
            Versions.Lines(diff)
        );
        var change = diff.Changes[0];

        Assert.Equal(
            (ChangeOp.Renamed, "green-coverage", "built-up-green-coverage", Bump.Major),
            (change.Op, change.Target.Id, change.PreviousId, change.Severity)
        );
    }

    [Fact]
    public void A_translated_label_is_metadata()
    {
        var diff = PlanDiff.Compare(
            Versions.Plan,
            ReleaseContent.Of(Versions.Edit(description: [("\"en\": \"Level of urbanisation\"", "\"en\": \"Urbanisation\"")]))
        );

        Assert.NotEmpty(diff.Changes);
        Assert.All(
            diff.Changes,
            change => Assert.Equal((ChangeKind.Metadata, Bump.Patch, "/category/label/en"), (change.Kind, change.Severity, change.Path))
        );
    }

    [Fact]
    public void Members_that_come_go_or_change_their_type_are_told_once_for_all_records()
    {
        var after = Reshape(
            Versions.Plan,
            indicator =>
            {
                indicator.Remove("decimals");
                indicator["aliases"] = new JsonArray();
                indicator["seq"] = indicator["seq"]!.ToString();
            }
        );

        Assert.Equal(
            [
                "Modified Schema indicator /seq Major field-type-changed",
                "Removed Schema indicator /decimals Major field-removed",
                "Added Schema indicator /aliases Minor field-added",
            ],
            Versions.Lines(PlanDiff.Compare(Versions.Plan, after))
        );
    }

    [Fact]
    public void A_kind_of_record_that_one_release_lacks_is_added_record_by_record()
    {
        var without = new ReleaseContent([.. Versions.Plan.Sets.Where(set => set.Kind != RecordKinds.Indicator)]);

        Assert.All(
            PlanDiff.Compare(without, Versions.Plan).Changes,
            change => Assert.Equal((ChangeOp.Added, Bump.Minor), (change.Op, change.Severity))
        );
        Assert.Equal(17, PlanDiff.Compare(Versions.Plan, without).Summary.Breaking);
    }

    private static ReleaseContent Reshape(ReleaseContent content, Action<JsonObject> reshape) =>
        new([
            .. content.Sets.Select(set =>
                set.Kind != RecordKinds.Indicator
                    ? set
                    : new RecordSet(
                        set.Kind,
                        set.Records.Select(record =>
                        {
                            var copy = JsonObject.Create(record.Clone())!;
                            reshape(copy);
                            return System.Text.Json.JsonSerializer.SerializeToElement(copy);
                        })
                    )
            ),
        ]);
}
