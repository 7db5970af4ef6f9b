using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Repairing;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>A kind of record that nothing but its descriptor knows goes all the way: decision 0011.</summary>
public sealed class AddedKindTests(LocalStore local) : IClassFixture<LocalStore>
{
    private readonly Store store = local.Store with { Records = new RecordTables([.. RecordKinds.Kept, MilestoneRecords.Kind]) };

    [Fact]
    public async Task A_kind_with_a_descriptor_has_its_table_its_files_its_rows_and_is_read_back()
    {
        var plan = LocalStore.NewPlan();
        var expected = MilestoneRecords.Kind.From(plan);

        var snapshot = await PublishedAsync(plan);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, snapshot.Of(MilestoneRecords.Kind));
        Assert.Equal(Hashes.Table(MilestoneRecords.Kind, expected), snapshot.Manifest.Tables.Single(table => table.Name == "milestones"));
        Assert.Equal(
            ["milestones-excel.csv", "milestones.csv", "milestones.csv-metadata.json", "milestones.json", "milestones.ndjson", "milestones.parquet"],
            snapshot.Manifest.Files.Select(file => file.Path).Where(path => path.StartsWith("milestones", StringComparison.Ordinal))
        );
        Assert.Equal(expected.Count, await BundledAsync(snapshot.Release));
        var row = await FirstRowAsync(snapshot.Release);
        Assert.Equal($"000001|{expected[0].Id}", row.RowKey);
        Assert.Equal($"{expected[0].By:yyyy-MM-dd}", row["by"]);
        Assert.Equal(JsonSerializer.Serialize(expected[0], MilestoneRecords.Kind.Json), row["record"]);
    }

    [Fact]
    public async Task Its_rows_are_verified_and_repaired()
    {
        var plan = LocalStore.NewPlan();
        var release = (await PublishedAsync(plan)).Release;
        Assert.True((await new Verifier(store).VerifyAsync(plan.About.Id)).Whole);

        var row = await FirstRowAsync(release);
        row["by"] = "2099-12-31";
        await store.Table("milestones").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        var damage = Assert.Single((await new Verifier(store).VerifyAsync(plan.About.Id)).Damage);
        Assert.Equal(($"table milestones, row {row.RowKey}", "column by is not what the record says"), (damage.Where, damage.What));
        Assert.Empty((await new ReleaseRepair(store, TimeProvider.System).RepairAsync(plan.About.Id))!.Left);
        Assert.True((await new Verifier(store).VerifyAsync(plan.About.Id)).Whole);
    }

    [Fact]
    public async Task Its_changes_are_told_and_ask_for_the_bump_that_its_rules_say()
    {
        var plan = LocalStore.NewPlan();
        await PublishedAsync(plan);
        var late = plan.Commitments.First(row => row.Deadline?.To is not null);
        var later = late with { Deadline = late.Deadline! with { To = late.Deadline.To!.Value.AddYears(1) } };

        var next = await PublishedAsync(plan with { Commitments = [.. plan.Commitments.Select(row => row.Id == late.Id ? later : row)] });

        var change = Assert.Single(next.Changes, change => change.Target.Type == "milestone");
        Assert.Equal((ChangeOp.Modified, late.Id, "/by"), (change.Op, change.Target.Id, change.Path));
        Assert.Equal("meaning-changed", change.Rule);
        Assert.Equal(2, next.Release.Version.Major);
    }

    [Fact]
    public async Task A_program_that_does_not_know_the_kind_reads_the_rest()
    {
        var plan = LocalStore.NewPlan();
        var release = (await PublishedAsync(plan)).Release;

        var snapshot = await new SnapshotLoader(local.Store).LoadAsync(release);

        Assert.Equal(plan.Commitments.Count, snapshot.Commitments.Count);
        Assert.Empty(snapshot.Of(MilestoneRecords.Kind));
    }

    private async Task<Snapshot> PublishedAsync(Plan plan)
    {
        await StoreSchema.CreateAsync(store);
        var outcome = await new Publisher(store, TimeProvider.System).PublishAsync(plan, version: null, "a test");
        return await new SnapshotLoader(store).LoadAsync(Assert.IsType<PublishOutcome.Published>(outcome).Release);
    }

    private async Task<TableEntity> FirstRowAsync(ReleaseEntry release)
    {
        await foreach (var row in store.Table("milestones").PartitionAsync(release.Key.Partition, default))
            return row;
        throw new InvalidDataException("The table has no row.");
    }

    private async Task<int> BundledAsync(ReleaseEntry release)
    {
        var bundle = await store.Container(ContainerNames.Releases).FindAsync($"{release.Key.Folder}bundle.json", default);
        using var document = JsonDocument.Parse(bundle!.Value.Content);
        return document.RootElement.GetProperty("milestones").GetArrayLength();
    }
}

/// <summary>A day by which the plan promises something.</summary>
/// <param name="Id">Id of the commitment.</param>
/// <param name="Subject">What is promised.</param>
/// <param name="By">The last day.</param>
public sealed record Milestone(string Id, string Subject, DateOnly By);

internal static class MilestoneRecords
{
    private static readonly MilestoneJson Line = new(new JsonSerializerOptions(RecordJson.Line.Options));
    private static readonly MilestoneJson Indented = new(new JsonSerializerOptions(RecordJson.Indented.Options));

    private static readonly Field<Milestone>[] Fields =
    [
        new Field<Milestone>("id", "编号", "Id of the commitment", row => row.Id).Key(),
        new("subject", "事项", "What is promised", row => row.Subject),
        new("by", "期限", "The last day", row => (DateOnly?)row.By),
    ];

    public static RecordKind<Milestone> Kind { get; } =
        new("milestones", "milestone", () => Line.Milestone, milestone => milestone.Id, plan => [.. plan.Commitments.SelectMany(Of)])
        {
            Filters = [new("by", row => row.By)],
            Dataset = version =>
                Dataset<Milestone>.Of("milestones", new("期限", "Milestones"), Fields, Line.Milestone, Indented.DocumentMilestone, version),
            Text = "/subject",
            Meaning = ["/by"],
        };

    private static IEnumerable<Milestone> Of(Commitment commitment) =>
        commitment.Deadline?.To is { } by ? [new Milestone(commitment.Id, commitment.Subject, by)] : [];
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Milestone))]
[JsonSerializable(typeof(Document<Milestone>))]
internal sealed partial class MilestoneJson : JsonSerializerContext;
