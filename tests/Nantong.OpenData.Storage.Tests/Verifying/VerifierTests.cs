using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Verifying;

public sealed class VerifierTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Fact]
    public async Task A_whole_store_is_counted_and_nothing_is_found()
    {
        var plan = await PublishedAsync();

        var check = await new Verifier(local.Store).VerifyAsync(plan.About.Id);

        var release = Assert.Single(check.Releases);
        Assert.True(check.Whole);
        Assert.Equal(93, release.Files);
        Assert.Equal(Hashes.Tables(ReleaseFacts.Of(plan)).Sum(table => table.Rows) + plan.Observations.Count, release.Rows);
    }

    [Theory]
    [InlineData("nodes", "000012|", "text", "another text", "its content does not have its hash")]
    [InlineData("indicators", "000013|built-up-green-coverage", "targetValue", 41.0, "column targetValue is not what the record says")]
    [InlineData("indicators", "000001|urbanization-rate", "target", "{", "")]
    [InlineData("columns", "000004|col4", "extra", 1, "column extra is not what the record says")]
    public async Task A_tampered_row_is_named(string table, string row, string column, object value, string what)
    {
        var plan = await PublishedAsync();
        var entity = await RowAsync(plan, table, row);
        entity[column] = value;
        await local.Store.Table(table).UpdateEntityAsync(entity, ETag.All, TableUpdateMode.Replace);

        var damage = await DamageAsync(plan);

        Assert.Equal($"table {table}, row {entity.RowKey}", damage.Where);
        Assert.Contains(what, damage.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nodes", "000001|")]
    [InlineData("nodes", "000100|")]
    [InlineData("indicators", "000017|")]
    public async Task A_missing_row_is_named(string table, string row)
    {
        var plan = await PublishedAsync();
        var entity = await RowAsync(plan, table, row);
        await local.Store.Table(table).DeleteEntityAsync(entity.PartitionKey, entity.RowKey);

        var damage = await DamageAsync(plan);

        Assert.Equal(($"table {table}, row {row[..6]}", "it is missing"), (damage.Where, damage.What));
    }

    [Theory]
    [InlineData("000018|new")]
    [InlineData("000002|a-second-one")]
    [InlineData("zzz")]
    public async Task A_surplus_row_is_named(string row)
    {
        var plan = await PublishedAsync();
        var entity = await RowAsync(plan, "indicators", "000001|");
        entity.RowKey = row;
        await local.Store.Table("indicators").AddEntityAsync(entity);

        Assert.Contains(
            (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage,
            damage => damage.Where == $"table indicators, row {row}"
        );
    }

    [Fact]
    public async Task A_tampered_a_missing_and_a_surplus_file_are_named_in_name_order()
    {
        var plan = await PublishedAsync();
        await Blob(plan, "plan.txt").UploadAsync(BinaryData.FromString("another text"), overwrite: true);
        await Blob(plan, "columns.csv").DeleteAsync();
        await Blob(plan, "notes.txt").UploadAsync(BinaryData.FromString("surplus"));

        var check = await new Verifier(local.Store).VerifyAsync(plan.About.Id);

        Assert.Equal(["file columns.csv", "file notes.txt", "file plan.txt"], check.Damage.Select(damage => damage.Where));
    }

    [Fact]
    public async Task A_changed_manifest_is_found_out_by_the_release_row()
    {
        var plan = await PublishedAsync();
        await Blob(plan, "manifest.json").UploadAsync(BinaryData.FromString("{}"), overwrite: true);

        Assert.Equal("manifest.json", (await DamageAsync(plan)).Where);
    }

    [Fact]
    public async Task A_release_that_was_changed_with_its_row_is_found_out_by_the_release_that_follows()
    {
        var plan = await PublishedAsync();
        await local.PublishAsync(LocalStore.CorrectedReal(plan));
        var manifest = Encoding.UTF8.GetString((await Blob(plan, "manifest.json").DownloadContentAsync()).Value.Content) + "\n";
        await Blob(plan, "manifest.json").UploadAsync(BinaryData.FromString(manifest), overwrite: true);
        var row = (await local.Store.Table("releases").FindAsync(RowAddress.Release(plan.About.Id, ReleaseVersion.First), default))!;
        row["manifestSha256"] = Hashes.Of(Encoding.UTF8.GetBytes(manifest));
        await local.Store.Table("releases").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        var damage = (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage;

        Assert.Contains(
            damage,
            found => found.Release == $"{plan.About.Id}@1.0.1" && found.What.StartsWith("it follows 1.0.0 with manifest", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_release_that_was_taken_out_of_the_chain_is_missed()
    {
        var plan = await PublishedAsync();
        await local.PublishAsync(LocalStore.CorrectedReal(plan));
        await local.PublishAsync(plan);
        var taken = RowAddress.Release(plan.About.Id, new ReleaseVersion(1, 0, 1));
        await local.Store.Table("releases").DeleteEntityAsync(taken.Partition, taken.Row);

        var damage = (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage;

        Assert.Contains(damage, found => (found.Where, found.What) == ("manifest.json", "it follows 1.0.1, which is not in the store"));
        Assert.Contains(
            damage,
            found => (found.Where, found.What) == ("table releases, row 00001.00000.00001", "it is missing, and a record of the publication is kept")
        );
    }

    [Fact]
    public async Task A_changed_description_of_the_plan_is_found_out()
    {
        var plan = await PublishedAsync();
        var row = (await local.Store.Table("releases").FindAsync(RowAddress.Release(plan.About.Id, ReleaseVersion.First), default))!;
        row["about"] = row.GetString("about").Replace("\"official\":false", "\"official\":true", StringComparison.Ordinal);
        await local.Store.Table("releases").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        Assert.Equal("table releases", (await DamageAsync(plan)).Where);
    }

    [Fact]
    public async Task A_release_row_that_cannot_be_read_is_named()
    {
        var plan = await PublishedAsync();
        var row = (await local.Store.Table("releases").FindAsync(RowAddress.Release(plan.About.Id, ReleaseVersion.First), default))!;
        var status = row["status"];
        row["status"] = "half done";
        await local.Store.Table("releases").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        Assert.Equal("table releases, row 00001.00000.00000", (await DamageAsync(plan)).Where);
        row["status"] = status;
        await local.Store.Table("releases").UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }

    [Fact]
    public async Task A_pointer_that_points_nowhere_is_found()
    {
        var plan = await PublishedAsync();
        var pointer = (await local.Store.Table("pointers").FindAsync(RowAddress.Pointer(plan.About.Id), default))!;
        pointer["version"] = "7.0.0";
        await local.Store.Table("pointers").UpdateEntityAsync(pointer, ETag.All, TableUpdateMode.Replace);

        var damage = await DamageAsync(plan);

        Assert.Equal("pointer", damage.Where);
        Assert.Contains("7.0.0", damage.What, StringComparison.Ordinal);
        pointer["version"] = "1.0.0";
        await local.Store.Table("pointers").UpdateEntityAsync(pointer, ETag.All, TableUpdateMode.Replace);
    }

    [Fact]
    public async Task Rows_and_files_of_no_release_are_found()
    {
        var plan = await PublishedAsync();
        await local.Store.Table("nodes").AddEntityAsync(new TableEntity($"{plan.About.Id}|3.0.0", "000001|x"));
        await local
            .Store.Blobs.GetBlobContainerClient("releases")
            .GetBlobClient($"{plan.About.Id}/3.0.0/plan.txt")
            .UploadAsync(BinaryData.FromString("x"));

        var check = await new Verifier(local.Store).VerifyAsync(plan.About.Id);

        Assert.Equal(["table nodes", "blob"], check.Damage.Select(damage => damage.Where));
    }

    private async Task<Plan> PublishedAsync()
    {
        var plan = LocalStore.NewRealPlan();
        await local.PublishAsync(plan);
        return plan;
    }

    private async Task<Damage> DamageAsync(Plan plan) => (await new Verifier(local.Store).VerifyAsync(plan.About.Id)).Damage[0];

    private async Task<TableEntity> RowAsync(Plan plan, string table, string row) =>
        await local
            .Store.Table(table)
            .PartitionAsync($"{plan.About.Id}|1.0.0", default)
            .FirstAsync(entity => entity.RowKey.StartsWith(row, StringComparison.Ordinal));

    private BlobClient Blob(Plan plan, string file) =>
        local.Store.Blobs.GetBlobContainerClient("releases").GetBlobClient($"{plan.About.Id}/1.0.0/{file}");
}
