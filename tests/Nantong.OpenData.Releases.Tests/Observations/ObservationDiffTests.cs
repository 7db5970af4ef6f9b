using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Observations;

/// <summary>Many observations: in one order, counted and hashed as they go by, and compared without being held.</summary>
public sealed class ObservationDiffTests
{
    private const string Rate = "urbanization-rate",
        Green = "green-travel-share";
    private static readonly Plan Plan = RealPlan.Read();
    private static readonly Release Base = Publish(Values(Rate, ObservationDiff.MostTold + 1));

    [Fact]
    public void Their_order_is_that_of_their_keys_within_each_indicator()
    {
        var rows = ObservationOrder.Sort(Values(Green, 900).Concat(Values(Rate, 900)).Reverse(), Plan.Indicators.Select(indicator => indicator.Id));

        Assert.Equal([Rate, Green], rows.Select(row => row.Indicator).Distinct());
        foreach (var part in rows.GroupBy(row => row.Indicator))
        {
            string[] keys = [.. part.Select(ObservationOrder.KeyOf)];
            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
            Assert.True(Array.IndexOf(keys, "haian-hightech-zone|2001") < Array.IndexOf(keys, "haian|2001"));
        }
    }

    [Fact]
    public void They_are_hashed_by_indicator_and_in_blocks_that_anybody_can_hash_again()
    {
        Observation[] rows = [.. Values(Rate, 201), .. Values(Green, 1)];

        var parts = ObservationTally.Of(rows);

        Assert.Equal([(Rate, 201), (Green, 1)], parts.Select(part => (part.Indicator, part.Rows)));
        Assert.Equal([100, 100, 1], parts[0].Blocks.Select(block => block.Rows));
        Assert.Equal(new[] { 0, 100, 200 }.Select(at => ObservationOrder.KeyOf(rows[at])), parts[0].Blocks.Select(block => block.From));
        Assert.Equal(HashOf(rows[..201]), parts[0].Sha256);
        Assert.Equal(HashOf(rows[100..200]), parts[0].Blocks[1].Sha256);
        Assert.Equal(
            Hashes.Of(System.Text.Encoding.UTF8.GetBytes($"{parts[1].Sha256}  {Green}\n{parts[0].Sha256}  {Rate}\n")),
            Hashes.Observations(parts).Sha256
        );
    }

    [Fact]
    public async Task A_few_that_differ_are_told_one_by_one()
    {
        var rows = Values(Rate, ObservationDiff.MostTold + 1);
        var next = Publish([.. rows.Skip(1).Select((row, at) => at == 7 ? row with { Value = row.Value + 1 } : row), .. Values(Green, 1)]);

        var diff = await PlanDiff.CompareAsync(ReleaseContent.Of(Base), ReleaseContent.Of(next));

        Assert.Equal(
            [
                $"Modified {ObservationRecord.IdOf(rows[8])}/value Minor source-amended",
                $"Added {ObservationRecord.IdOf(Values(Green, 1)[0])} Minor record-added",
                $"Removed {ObservationRecord.IdOf(rows[0])} Major id-removed",
            ],
            diff.Changes.Select(change => $"{change.Op} {change.Target.Id}{change.Path} {change.Severity} {change.Rule}")
        );
        Assert.Equal(1, diff.Summary.ValuesChanged);
    }

    [Theory]
    [InlineData(1, "Modified SourceAmendment urbanization-rate Minor source-amended", Bump.Minor)]
    [InlineData(0, "Modified Typographic urbanization-rate Patch typography-changed", Bump.Patch)]
    public async Task Of_many_that_changed_only_their_number_is_told_and_decides_the_version(int more, string told, Bump bump)
    {
        var next = Publish([
            .. Values(Rate, ObservationDiff.MostTold + 1)
                .Select(row => row with { Value = row.Value + more, Source = more == 0 ? "统计局（市）" : row.Source }),
        ]);
        var before = more == 0 ? Publish([.. Values(Rate, ObservationDiff.MostTold + 1).Select(row => row with { Source = "统计局(市)" })]) : Base;

        var diff = await PlanDiff.CompareAsync(ReleaseContent.Of(before), ReleaseContent.Of(next));

        var change = Assert.Single(diff.Changes);
        Assert.Equal(told, $"{change.Op} {change.Kind} {change.Target.Id} {change.Severity} {change.Rule}");
        Assert.Equal(("observation-set", """{"rows":201}"""), (change.Target.Type, change.To?.GetRawText()));
        Assert.Equal(more == 0 ? 0 : 201, diff.Summary.ValuesChanged);
        Assert.Equal(bump, VersionDecision.Of(diff, differs: true).Smallest);
    }

    [Fact]
    public async Task Many_that_came_are_minor_and_many_that_went_are_major()
    {
        var (none, many) = (ReleaseContent.Of(Publish([])), ReleaseContent.Of(Base));

        var (came, went) = (
            Assert.Single((await PlanDiff.CompareAsync(none, many)).Changes),
            Assert.Single((await PlanDiff.CompareAsync(many, none)).Changes)
        );

        Assert.Equal(
            (ChangeOp.Added, "record-added", null, """{"rows":201}"""),
            (came.Op, came.Rule, came.From?.GetRawText(), came.To?.GetRawText())
        );
        Assert.Equal(
            (ChangeOp.Removed, "id-removed", """{"rows":201}""", null),
            (went.Op, went.Rule, went.From?.GetRawText(), went.To?.GetRawText())
        );
    }

    [Fact]
    public void The_document_of_a_release_does_not_grow_with_them_and_its_patches_apply()
    {
        var (few, many) = (ReleaseContent.Of(Publish([])), ReleaseContent.Of(Publish([.. Values(Rate, 2_001)])));
        var (small, large) = (JsonPatch.Document(few), JsonPatch.Document(many));
        Assert.InRange(large.Length - small.Length, 0, 100);

        foreach (var (from, to, before, after) in new[] { (few, many, small, large), (many, few, large, small) })
        {
            var document = JsonNode.Parse(before)!;
            JsonSerializer.Deserialize<JsonPatchDocument>(JsonPatch.ToBytes(JsonPatch.Between(from, to)))!.ApplyTo(document);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(after), document));
        }
    }

    [Fact]
    public async Task A_unit_that_is_shown_otherwise_is_a_change_of_the_indicator_and_of_none_of_its_observations()
    {
        var values = Values(Rate, 3);
        var other = Publish([.. values.Select(row => row with { Unit = row.Unit with { Label = "百分之" } })]);

        Assert.Empty((await PlanDiff.CompareAsync(ReleaseContent.Of(Publish(values)), ReleaseContent.Of(other))).Changes);
    }

    private static string HashOf(IEnumerable<Observation> rows) =>
        Hashes.Of([.. rows.SelectMany(row => (byte[])[.. RecordJson.ToBytes(row, RecordJson.Line.Observation), (byte)'\n'])]);

    private static Release Publish(IReadOnlyList<Observation> published) =>
        ReleaseBuilder.Build(TestPlan.Observed(Plan, published), ReleaseVersion.First, null);

    /// <summary>Values of one indicator, in the order of their keys: for the first areas, a few dozen years each.</summary>
    private static IReadOnlyList<Observation> Values(string indicator, int count) =>
        [
            .. (
                from area in Plan.Places.Select(place => place.Id).Where(id => id != "nantong")
                from year in Enumerable.Range(2000, 36)
                select new Observation(
                    indicator,
                    area,
                    year,
                    decimal.Parse($"{year - 1990}.5", CultureInfo.InvariantCulture),
                    UnitOf(indicator),
                    "A",
                    "Statistics bureau",
                    null
                )
            )
                .OrderBy(ObservationOrder.KeyOf, StringComparer.Ordinal)
                .Take(count),
        ];

    private static Unit UnitOf(string indicator) => Plan.Indicators.Single(row => row.Id == indicator).Unit;
}
