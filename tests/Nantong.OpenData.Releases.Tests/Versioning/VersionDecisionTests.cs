using System.Text.Json;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Releases.Tests.Changes;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Tests.Versioning;

public class VersionDecisionTests
{
    private static readonly RecordKind Observation = new("values", "observation") { Origin = RecordOrigin.Publisher, Values = ["/value"] };

    private static ReleaseContent WithObservation(ReleaseContent content, string value) =>
        new([.. content.Sets, new RecordSet(Observation, [JsonElement.Parse($$"""{"id":"urbanization-rate|nantong|2022","value":{{value}}}""")])]);

    [Fact]
    public void An_erratum_that_corrects_a_unit_with_the_source_unchanged_is_a_patch()
    {
        var fixedUnit = ReleaseContent.Of(
            Versions.Edit(
                description: [("\"label\": \"m²\"", "\"label\": \"平方米\"")],
                errata: [("\"normalized\": \"m²\"", "\"normalized\": \"平方米\"")]
            )
        );

        var decision = VersionDecision.Of(Versions.Plan, fixedUnit);

        Assert.Equal(Bump.Patch, decision.Smallest);
        Assert.Equal(new ReleaseVersion(1, 0, 1), decision.Choose(ReleaseVersion.First, null).Value);
    }

    [Fact]
    public void A_changed_sentence_with_new_observations_is_minor_and_says_why()
    {
        var next = WithObservation(Versions.Source(("确保中心城区100平方公里内", "确保中心城区120平方公里内")), "71.3");

        var decision = VersionDecision.Of(Versions.Plan, next);

        Assert.Equal(Bump.Minor, decision.Smallest);
        Assert.Equal(["record-added", "source-amended"], decision.Reasons.Select(reason => reason.Rule));
        Assert.Equal(["source source.txt /sha256", "node ch5.s5.p2 /text", "exclusion ch5.s5.p2.x4 /raw"], decision.Reasons[1].Examples);
        Assert.Equal(new ReleaseVersion(1, 1, 0), decision.Choose(new(1, 0, 1), null).Value);
    }

    [Fact]
    public void A_revised_observation_is_minor_and_counts_as_a_value() =>
        Assert.Equal(
            (Bump.Minor, 1),
            VersionDecision.Of(WithObservation(Versions.Plan, "71.3"), WithObservation(Versions.Plan, "71.4")) is var decision
                ? (decision.Smallest, decision.Summary.ValuesChanged)
                : default
        );

    [Fact]
    public void A_version_that_is_too_small_is_refused_with_the_smallest_and_the_reasons()
    {
        var decision = VersionDecision.Of(Versions.Plan, Versions.Source(("43.29\t>40", "43.29\t≥40")));

        var refused = decision.Choose(new(1, 4, 2), new(1, 5, 0));

        Assert.Equal(("version", "1.5.0"), (refused.Error!.Where, refused.Error.Found));
        Assert.StartsWith("2.0.0 or higher, because meaning-changed:", refused.Error.Rule, StringComparison.Ordinal);
        Assert.Contains("indicator built-up-green-coverage /target/operator", refused.Error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_may_be_larger_than_it_must() =>
        Assert.Equal(new ReleaseVersion(3, 0, 0), VersionDecision.Of(Versions.Plan, Versions.Plan).Choose(new(1, 0, 0), new(3, 0, 0)).Value);

    [Fact]
    public void A_file_that_is_no_longer_published_breaks_readers_and_a_new_one_does_not()
    {
        var fewer = new ReleaseContent([
            .. Versions.Plan.Sets.Select(set => set.Kind == RecordKinds.File ? new RecordSet(set.Kind, set.Records.Skip(1)) : set),
        ]);

        Assert.Equal(["format-removed"], VersionDecision.Of(Versions.Plan, fewer).Reasons.Select(reason => reason.Rule));
        Assert.Equal(["format-added"], VersionDecision.Of(fewer, Versions.Plan).Reasons.Select(reason => reason.Rule));
    }

    [Fact]
    public void What_follows_from_the_records_needs_a_patch_when_it_alone_differs()
    {
        var plan = Versions.First.Plan;
        var other = Versions.Of(plan with { About = plan.About with { CumulativeNote = "worded otherwise" } });

        Assert.Equal(["derived-changed"], VersionDecision.Of(Versions.Plan, other).Reasons.Select(reason => reason.Rule));
        Assert.Equal(Bump.Patch, VersionDecision.Of(Versions.Plan, other).Smallest);
    }

    [Fact]
    public void The_rule_table_is_complete_in_both_languages_and_strictest_first()
    {
        Assert.Equal(VersionRules.All.Count, VersionRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(
            VersionRules.All,
            rule => Assert.False(string.IsNullOrWhiteSpace(rule.Description.Zh) || string.IsNullOrWhiteSpace(rule.Description.En))
        );
        Assert.Equal(VersionRules.All.OrderByDescending(rule => rule.Bump), VersionRules.All);
    }

    [Fact]
    public void A_decision_and_a_comparison_are_written_and_read_back()
    {
        var diff = PlanDiff.Compare(Versions.Plan, Versions.Source(("43.29\t>40", "43.29\t≥40")));
        var json = JsonSerializer.Serialize(diff, ChangeJson.Line.ReleaseDiff);

        Assert.Contains(
            "\"op\":\"modified\",\"kind\":\"source-amendment\",\"target\":{\"type\":\"indicator\",\"id\":\"built-up-green-coverage\"},"
                + "\"path\":\"/target/operator\",\"from\":\"gt\",\"to\":\"gte\",\"severity\":\"major\"",
            json,
            StringComparison.Ordinal
        );
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, ChangeJson.Line.ReleaseDiff)!, ChangeJson.Line.ReleaseDiff));
    }
}
