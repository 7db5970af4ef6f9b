using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Repairing;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Repairing;

/// <summary>Each kind of damage is named by the verifier and mended from what the store still holds, to the same hashes.</summary>
public sealed class RepairTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static string? shared; // every repair brings back the state before, so that one plan does for all

    private static readonly ReleaseVersion Second = new(1, 0, 1);

    [Theory]
    [MemberData(nameof(RepairFaults.All), MemberType = typeof(RepairFaults))]
    public async Task Damage_is_named_and_mended_to_the_same_manifest(string fault)
    {
        var plan = shared ??= await PublishTwoAsync();
        var before = await StateAsync(plan);
        await DamageAsync(plan, fault);

        var named = (await new Verifier(local.Store).VerifyAsync(plan)).Damage;
        var proposed = await new ReleaseRepair(local.Store, TimeProvider.System).ProposeAsync(plan);
        var unchanged = (await new Verifier(local.Store).VerifyAsync(plan)).Damage;
        var done = await new ReleaseRepair(local.Store, TimeProvider.System).RepairAsync(plan);

        if (done?.Left is not [])
            shared = null; // the next fault shall not suffer from this one
        Assert.NotEmpty(named);
        Assert.Equal(named, unchanged);
        Assert.NotEmpty(proposed.Actions);
        Assert.Empty(done!.Left);
        Assert.Equal(before, await StateAsync(plan));
        Assert.Empty((await new ReleaseRepair(local.Store, TimeProvider.System).ProposeAsync(plan)).Actions);
    }

    [Fact]
    public async Task What_cannot_be_mended_is_left_and_named()
    {
        var plan = await PublishTwoAsync();
        await Files.DeleteBlobAsync($"{plan}/1.0.1/input-plan.json");
        await foreach (var name in local.Store.Container("source").NamesAsync("", default))
        {
            var kept = (await local.Store.Container("source").FindAsync(name, default))!.Value;
            if (kept.Content.ToString().Contains($"\"{plan}\"", StringComparison.Ordinal))
                await local.Store.Container("source").DeleteBlobAsync(name);
        }

        var done = await new ReleaseRepair(local.Store, TimeProvider.System).RepairAsync(plan);

        Assert.Contains(done!.Left, left => left is { Where: "file input-plan.json", What: "it is missing" });
        await local.ForgetAsync(plan);
    }

    [Fact]
    public async Task A_blob_of_no_release_is_left_and_named_since_it_may_be_all_that_is_left_of_one()
    {
        var plan = await PublishTwoAsync();
        await Files.UploadBlobAsync($"{plan}/1.0.2/indicators.csv", BinaryData.FromString("left"));
        var repair = new ReleaseRepair(local.Store, TimeProvider.System);

        var (proposed, done) = (await repair.ProposeAsync(plan), await repair.RepairAsync(plan));

        Assert.Empty(proposed.Actions);
        Assert.Equal(new Damage($"{plan}/1.0.2/indicators.csv", "blob", "it belongs to no release"), Assert.Single(proposed.Left));
        Assert.Equal(proposed.Left, done!.Left);
        Assert.True(await Files.GetBlobClient($"{plan}/1.0.2/indicators.csv").ExistsAsync());
    }

    private Azure.Storage.Blobs.BlobContainerClient Files => local.Store.Container("releases");

    private async Task<string> PublishTwoAsync()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await local.PublishAsync(LocalStore.Corrected(plan));
        var note = new StatusNote(DateTimeOffset.UtcNow, "superseded", Second, null);
        Assert.IsType<StatusOutcome.Changed>(
            await new ReleaseLife(local.Store, TimeProvider.System).DeprecateAsync(new ReleaseKey(plan.About.Id, ReleaseVersion.First), note)
        );
        return plan.About.Id;
    }

    /// <summary>What readers can tell of the plan: its pointer, and of each release what was said and what it consists of.</summary>
    private async Task<IReadOnlyList<string>> StateAsync(string plan)
    {
        var pointer = (await new LatestPointer(local.Store).FindAsync(plan, default))!;
        var releases = (await new ReleaseRows(local.Store).AllAsync(plan, default)).All.Select(release => release.Entry);
        return
        [
            $"{pointer.Version} {pointer.RecordsSha256}",
            .. releases.Select(release =>
                $"{release.Key} {release.ManifestSha256} {release.Record!.Sha256} {release.Status} {release.PublishedAt:O}"
            ),
        ];
    }

    private async Task DamageAsync(string plan, string fault)
    {
        var records = local.Store.Container("records");
        switch (fault)
        {
            case "pointer lost":
                await DeleteRowAsync("pointers", plan, "latest");
                break;
            case "pointer set back":
                await ChangeRowAsync("pointers", plan, "latest", row => row["version"] = "1.0.0");
                break;
            case "pointer garbled":
                await ChangeRowAsync("pointers", plan, "latest", row => row["version"] = "one");
                break;
            case "pointer names nothing":
                await ChangeRowAsync("pointers", plan, "latest", row => row["version"] = "7.0.0");
                break;
            case "pointer seal forged":
                await ChangeRowAsync("pointers", plan, "latest", row => row["recordsSha256"] = new string('0', 64));
                break;
            case "release row lost":
                await DeleteRowAsync("releases", plan, Second.SortKey);
                break;
            case "release row garbled":
                await ChangeRowAsync("releases", plan, "00001.00000.00000", row => row["status"] = "half done");
                break;
            case "message forged":
                await ChangeRowAsync("releases", plan, Second.SortKey, row => row["message"] = "another message");
                break;
            case "publishedAt forged":
                await ChangeRowAsync(
                    "releases",
                    plan,
                    Second.SortKey,
                    row => row["publishedAt"] = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)
                );
                break;
            case "status forged":
                await ChangeRowAsync("releases", plan, Second.SortKey, row => row["status"] = "building");
                break;
            case "origin forged":
                await ChangeRowAsync("releases", plan, Second.SortKey, row => row["origin"] = "inbox/x/y@z");
                break;
            case "row forged with its hash":
                await ForgeRowAsync(plan);
                break;
            case "row set back to building":
                await SetBackToBuildingAsync(plan);
                break;
            case "row set back":
                await SetBackRowAsync(plan);
                break;
            case "record lost":
                await records.DeleteBlobAsync($"{plan}/1.0.0/0001.json");
                break;
            case "record changed":
                await records.GetBlobClient($"{plan}/1.0.0/0002.json").UploadAsync(BinaryData.FromString("{}"), overwrite: true);
                break;
            case "manifest lost":
                await Files.DeleteBlobAsync($"{plan}/1.0.1/manifest.json");
                break;
            case "manifest changed":
                await Files.GetBlobClient($"{plan}/1.0.1/manifest.json").UploadAsync(BinaryData.FromString("{}"), overwrite: true);
                break;
            case "file lost":
                await Files.DeleteBlobAsync($"{plan}/1.0.1/indicators.csv");
                break;
            case "file changed in place":
                await FlipAsync($"{plan}/1.0.1/plan.xlsx");
                break;
            case "input lost":
                await Files.DeleteBlobAsync($"{plan}/1.0.0/input-plan.json");
                break;
            case "input copy lost":
                await DeleteCopyAsync(plan);
                break;
            case "sums changed":
                await FlipAsync($"{plan}/1.0.1/SHA256SUMS");
                break;
            case "surplus file":
                await Files.GetBlobClient($"{plan}/1.0.1/notes.txt").UploadAsync(BinaryData.FromString("surplus"));
                break;
            case "row lost":
                await DeleteRowAsync("indicators", $"{plan}|1.0.1", "000003|");
                break;
            case "row changed":
                await ChangeRowAsync("nodes", $"{plan}|1.0.1", "000010|", row => row["text"] = "another text");
                break;
            case "row surplus":
                await local.Store.Table("places").AddEntityAsync(new TableEntity($"{plan}|1.0.1", "zzz"));
                break;
            case "table emptied":
                await local.Store.Table("commitments").DeleteAsync(KeyRange.Of($"{plan}|1.0.1"), default);
                break;
            case "observation changed":
                await ChangeRowAsync("observations", $"{plan}|1.0.1|gdp", "", row => row["note"] = "forged");
                break;
            case "change log forged":
                await ChangeRowAsync("changes", $"{plan}|1.0.1", "000001|", row => row["path"] = "/forged");
                break;
            case "rows of no release":
                await local.Store.Table("nodes").AddEntityAsync(new TableEntity($"{plan}|3.0.0", "000001|x"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault");
        }
    }

    /// <summary>A row whose message and sealed record were both forged, with the hash that belongs to them: only the kept record and the pointer's
    /// seal tell.</summary>
    private Task ForgeRowAsync(string plan) =>
        ReplaceEntryAsync(plan, Second, entry => entry with { Message = "forged", Record = entry.Record! with { Message = "forged" } });

    /// <summary>The row as it was before the release was sealed, with the pointer of then: an emulator that is killed may come back so, while the
    /// record is kept.</summary>
    private async Task SetBackToBuildingAsync(string plan)
    {
        await ReplaceEntryAsync(plan, Second, entry => entry with { Status = ReleaseStatus.Building, PublishedAt = null, Record = null });
        var rows = (await new ReleaseRows(local.Store).AllAsync(plan, default)).All;
        var then = new Storage.Publishing.PublishHistory(plan, null, rows, []).RightPointer(DateTimeOffset.UtcNow);
        await local.Store.Table("pointers").UpdateEntityAsync(PointerRow.Write(plan, then), ETag.All, TableUpdateMode.Replace);
    }

    /// <summary>The row as it was before the release was deprecated.</summary>
    private Task SetBackRowAsync(string plan) => ReplaceEntryAsync(plan, ReleaseVersion.First, entry => entry.Record!.AtFirst().ApplyTo(entry));

    private async Task ReplaceEntryAsync(string plan, ReleaseVersion version, Func<ReleaseEntry, ReleaseEntry> change)
    {
        var entry = (await new ReleaseRows(local.Store).FindAsync(new ReleaseKey(plan, version), default))!.Entry;
        await local.Store.Table("releases").UpdateEntityAsync(ReleaseRow.Write(change(entry)), ETag.All, TableUpdateMode.Replace);
    }

    private async Task ChangeRowAsync(string table, string partition, string row, Action<TableEntity> change)
    {
        var entity = await FindRowAsync(table, partition, row);
        change(entity);
        await local.Store.Table(table).UpdateEntityAsync(entity, ETag.All, TableUpdateMode.Replace);
    }

    private async Task DeleteRowAsync(string table, string partition, string row)
    {
        var entity = await FindRowAsync(table, partition, row);
        await local.Store.Table(table).DeleteEntityAsync(entity.PartitionKey, entity.RowKey);
    }

    private async Task<TableEntity> FindRowAsync(string table, string partition, string row) =>
        await local
            .Store.Table(table)
            .PartitionAsync(partition, default)
            .FirstAsync(entity => entity.RowKey.StartsWith(row, StringComparison.Ordinal));

    /// <summary>Changes one byte; length, name and metadata stay.</summary>
    private async Task FlipAsync(string name)
    {
        var blob = Files.GetBlobClient(name);
        var whole = (await blob.DownloadContentAsync()).Value;
        var bytes = whole.Content.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        await blob.UploadAsync(new BinaryData(bytes), new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = whole.Details.Metadata });
    }

    private async Task DeleteCopyAsync(string plan)
    {
        var input = (await Files.FindAsync($"{plan}/1.0.0/input-plan.json", default))!.Value.Content;
        await local.Store.Container("source").DeleteBlobAsync($"{Hashes.Of(input)}.json");
    }
}
