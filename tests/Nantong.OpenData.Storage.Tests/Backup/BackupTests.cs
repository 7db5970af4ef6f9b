using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Storage.Backup;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Backup;

/// <summary>A whole store into a folder, and into another store. These tests need stores of their own.</summary>
public sealed class BackupTests(LocalStore local) : IClassFixture<LocalStore>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opendata-backup-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_restored_store_is_whole_and_a_damaged_backup_or_a_full_store_is_refused()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await local.PublishAsync(LocalStore.Corrected(plan));
        var before = await new Verifier(local.Store).VerifyAsync();
        await using var azurite = await Azurite.StartAsync();
        var other = Store.Connect(azurite.ConnectionString);

        var made = await new StoreBackup(local.Store, TimeProvider.System).BackUpAsync(folder);
        var restored = await new StoreRestore(other, TimeProvider.System).RestoreAsync(folder, overwrite: false);

        Assert.Equal((made.Rows, made.Blobs), (restored.Rows, restored.Blobs));
        var check = await new Verifier(other).VerifyAsync();
        Assert.Empty(check.Damage);
        Assert.Equal(
            before.Releases.Select(release => release.Release.ManifestSha256),
            check.Releases.Select(release => release.Release.ManifestSha256)
        );
        await RefusedAsync(other, overwrite: false, "The store is not empty");
        Assert.Equal(made.Rows, (await new StoreRestore(other, TimeProvider.System).RestoreAsync(folder, overwrite: true)).Rows);

        await File.AppendAllTextAsync(Path.Combine(folder.FullName, "tables", "nodes.ndjson"), " ");
        File.Delete(Path.Combine(folder.FullName, made.Containers.First(container => container.Blobs.Count > 0).Blobs[0].File));
        await RefusedAsync(other, overwrite: true, "tables/nodes.ndjson has hash", " is missing.");
        File.Delete(Path.Combine(folder.FullName, BackupIndex.FileName));
        await RefusedAsync(other, overwrite: true, "is no backup");
    }

    [Fact]
    public async Task A_backup_wants_a_folder_of_its_own()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "notes.txt"), "mine");

        var refused = await Assert.ThrowsAsync<BackupException>(() => new StoreBackup(local.Store, TimeProvider.System).BackUpAsync(folder));

        Assert.Contains("is not empty", Assert.Single(refused.Faults), StringComparison.Ordinal);
    }

    private async Task RefusedAsync(Store store, bool overwrite, params string[] faults)
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() => new StoreRestore(store, TimeProvider.System).RestoreAsync(folder, overwrite));
        Assert.All(faults, fault => Assert.Contains(fault, refused.Message, StringComparison.Ordinal));
    }
}
