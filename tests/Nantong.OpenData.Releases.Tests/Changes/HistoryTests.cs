using System.Text.Json;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Tests.Changes;

/// <summary>The true history of the plan: what differs between its first release and the plan as it is.</summary>
public sealed class HistoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");
    private static readonly ReleaseContent First = Read(Path.Combine(Folder, "releases", "1.0.0"));
    private static readonly ReleaseContent Second = Read(Folder);

    [Fact]
    public async Task The_first_release_is_followed_by_a_minor_one()
    {
        var decision = VersionDecision.Of(await PlanDiff.CompareAsync(First, Second), differs: true);
        Assert.Equal((Bump.Minor, 0, 0), (decision.Smallest, decision.Summary.Breaking, decision.Summary.ValuesChanged));
        Assert.Equal(0, decision.Summary.SourceChanged); // the plan's text is the same
    }

    [Fact]
    public async Task Every_record_that_came_went_or_differs_is_told_with_its_kind_and_the_rule()
    {
        var changes = (await PlanDiff.CompareAsync(First, Second)).Changes;
        Assert.All(changes, change => Assert.NotNull(VersionRules.Find(change.Rule)));
        Assert.All(changes, change => Assert.False(string.IsNullOrEmpty(change.Target.Id), change.Rule));
        Assert.All(
            changes.Where(change => change.Op is ChangeOp.Modified),
            change => Assert.True(change.From is not null || change.To is not null, change.Target.Id)
        );

        foreach (var after in Second.Sets.Where(set => set.Kind != RecordKinds.ObservationPart))
        {
            var before = First.Sets.Single(set => set.Kind.Set == after.Kind.Set);
            var told = changes.Where(change => change.Target.Type == after.Kind.Type).ToLookup(change => change.Op, change => change.Target.Id!);
            Assert.Equal(
                after.ById.Keys.Except(before.ById.Keys).Order(),
                told[ChangeOp.Added].Where(id => !before.ById.ContainsKey(id)).Distinct().Order()
            );
            Assert.Equal(
                before.ById.Keys.Except(after.ById.Keys).Order(),
                told[ChangeOp.Removed].Where(id => !after.ById.ContainsKey(id)).Distinct().Order()
            );
            var differ = after.ById.Where(record =>
                before.ById.TryGetValue(record.Key, out var was) && Told(after.Kind, was) != Told(after.Kind, record.Value)
            );
            Assert.Empty(
                differ
                    .Select(record => record.Key)
                    .Except(changes.Where(change => change.Target.Type == after.Kind.Type).Select(change => change.Target.Id!))
            );
        }
    }

    [Fact]
    public async Task The_values_that_others_reported_and_the_sentence_end_that_was_lost_are_among_the_changes()
    {
        var changes = (await PlanDiff.CompareAsync(First, Second)).Changes;
        Assert.Equal(
            [
                "good-air-days-share.nantong.2023",
                "high-tech-output-share.nantong.2024",
                "rd-expenditure-gdp-share.nantong.2024",
                "urban-rural-income-ratio.nantong.2023",
            ],
            changes
                .Where(change => change is { Target.Type: "observation", Op: ChangeOp.Added, Kind: ChangeKind.NewData, Rule: "record-added" })
                .Select(change => change.Target.Id)
                .Order()
        );
        var sentence = Assert.Single(changes, change => change is { Target.Id: "ch5.s4.p3", Path: "/text" });
        Assert.Equal((ChangeKind.TranscriptionFix, "transcription-fixed", Bump.Patch), (sentence.Kind, sentence.Rule, sentence.Severity));
        Assert.Equal([3, 4], sentence.Sentences.Select(change => change.Sentence));
        Assert.NotNull(sentence.Reason);
    }

    /// <summary>A record without the members that follow from others.</summary>
    private static string Told(RecordKind kind, JsonElement record) =>
        string.Join(
            '\n',
            record
                .EnumerateObject()
                .Where(member =>
                    !RecordKind.Covers(kind.Follows, "/" + member.Name)
                    && !RecordKind.Covers(kind.Elsewhere, "/" + member.Name)
                    && member.Name != kind.Parts?.Set
                )
                .Select(member => $"{member.Name} {member.Value.GetRawText()}")
        );

    private static ReleaseContent Read(string folder)
    {
        var plan = PlanInputs.Read([
            .. PlanFile
                .Names.Where(name => File.Exists(Path.Combine(folder, name)))
                .Select(name => new PlanFile(name, File.ReadAllBytes(Path.Combine(folder, name)))),
        ]);
        return ReleaseContent.Of(
            ReleaseBuilder.Build(plan.Value ?? throw new InvalidDataException(plan.Error!.ToString()), ReleaseVersion.First, null)
        );
    }
}
