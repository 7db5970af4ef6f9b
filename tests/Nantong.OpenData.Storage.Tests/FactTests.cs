using System.Text;
using Azure.Data.Tables;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Repairing;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests;

public sealed class FactTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly string[] FactTables = [.. RecordKinds.Kept.Where(kind => !kind.IsCore).Select(kind => kind.Set), TableNames.Observations];

    [Fact]
    public async Task Every_fact_of_a_published_plan_is_read_back_as_it_was()
    {
        var plan = LocalStore.NewRealPlan();
        var release = await local.PublishAsync(plan);

        var snapshot = await new SnapshotLoader(local.Store).LoadAsync(release);

        var expected = Hashes.Tables(ReleaseFacts.Of(plan));
        Assert.All(expected, table => Assert.NotEqual(0, table.Rows));
        Assert.Equal(expected, Hashes.Tables(snapshot.Facts));
        Assert.Equal(
            ObservationTally.Of(plan.Observations).Select(part => (part.Indicator, part.Sha256)),
            snapshot.Observations.Select(part => (part.Indicator, part.Sha256))
        );
        Assert.Equal(plan.Commitments.Select(row => row.Value), snapshot.Commitments.Select(row => row.Value));
        Assert.Equal(plan.Places.Select(row => row.Mentions.Count), snapshot.Places.Select(row => row.Mentions.Count));
    }

    [Fact]
    public async Task A_corrected_commitment_is_in_the_stored_changes_of_the_next_release()
    {
        var plan = LocalStore.NewRealPlan();
        await local.PublishAsync(plan);
        var first = plan.Commitments.First(row => row.Value is not null);
        var corrected = plan with
        {
            Commitments = [.. plan.Commitments.Select(row => row.Id == first.Id ? row with { Value = first.Value + 1 } : row)],
        };

        var next = await local.PublishAsync(corrected);

        Assert.Equal(new ReleaseVersion(1, 0, 1), next.Version);
        var change = Assert.Single((await new SnapshotLoader(local.Store).LoadAsync(next)).Changes);
        Assert.Equal(("commitment", first.Id, "/value"), (change.Target.Type, change.Target.Id, change.Path));
        Assert.Equal((first.Value, first.Value + 1), (change.From?.GetDecimal(), change.To?.GetDecimal()));
    }

    [Fact]
    public async Task A_release_from_before_there_were_facts_is_read_from_a_store_without_their_tables_and_followed_by_one_with_them()
    {
        await using var azurite = await Azurite.StartAsync();
        var store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(store);
        var plan = LocalStore.NewRealPlan();
        var publisher = new Publisher(store, TimeProvider.System);
        var old = await MakeOldAsync(
            store,
            Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(plan, version: null, "old")).Release
        );

        var snapshot = await new SnapshotLoader(store).LoadAsync(old);
        Assert.Equal(plan.Nodes.Count, snapshot.Nodes.Count);
        Assert.Empty(snapshot.Commitments);
        Assert.Empty(snapshot.Observations);
        Assert.True(await new AggregateTable(store, TimeProvider.System).RebuildAsync(old.Plan, old.Version) > 0);

        await StoreSchema.CreateAsync(store);
        Assert.Contains("what it says is not sealed", Assert.Single((await new Verifier(store).VerifyAsync()).Damage).What);
        Assert.Empty((await new ReleaseRepair(store, TimeProvider.System).RepairAsync(old.Plan))!.Left);
        Assert.True((await new Verifier(store).VerifyAsync()).Whole);
        var next = Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(plan, version: null, "new")).Release;
        Assert.Equal(new ReleaseVersion(1, 1, 0), next.Version);
        Assert.Equal(plan.Commitments.Count, (await new SnapshotLoader(store).LoadAsync(next)).Commitments.Count);
        Assert.True((await new Verifier(store).VerifyAsync()).Whole);
    }

    /// <summary>Makes a release as a build before the facts wrote it: their tables neither listed nor there, nothing sealed.</summary>
    private static async Task<ReleaseEntry> MakeOldAsync(Store store, ReleaseEntry release)
    {
        foreach (var table in FactTables)
            await store.Table(table).DeleteAsync();
        var folder = store.Container(ContainerNames.Releases);
        var manifest = SnapshotLoader.ReadManifest(
            release,
            (await folder.FindAsync(release.Key.Folder + ReleaseFile.ManifestName, default))?.Content
        );
        TableEntry[] tables = [.. manifest.Tables.Where(table => !FactTables.Contains(table.Name))];
        var older = manifest with { Tables = tables, Observations = null, ContentHash = Hashes.Content(manifest.Files, tables) };

        byte[] content = [.. RecordJson.ToBytes(older, RecordJson.Indented.Manifest), (byte)'\n'];
        var sums = Hashes.Sums([.. older.Files.Select(file => (file.Path, file.Sha256)), (ReleaseFile.ManifestName, Hashes.Of(content))]);
        foreach (var (name, bytes) in new[] { (ReleaseFile.ManifestName, content), (ReleaseFile.SumsName, Encoding.UTF8.GetBytes(sums)) })
        {
            await folder.DeleteBlobAsync(release.Key.Folder + name);
            await folder.PutOnceAsync(release.Key.Folder + name, bytes, "text/plain", default);
        }

        var row = release with { ContentHash = older.ContentHash, ManifestSha256 = Hashes.Of(content), Record = null };
        await store.Table(TableNames.Releases).UpsertEntityAsync(ReleaseRow.Write(row), TableUpdateMode.Replace);
        await store
            .Table(TableNames.Pointers)
            .UpsertEntityAsync(PointerRow.Write(row.Plan, new(row.Version, null, null, row.PublishedAt, [])), TableUpdateMode.Replace);
        await foreach (var record in store.Container("records").NamesAsync(row.Key.Folder, default))
            await store.Container("records").DeleteBlobAsync(record);
        return row;
    }
}
