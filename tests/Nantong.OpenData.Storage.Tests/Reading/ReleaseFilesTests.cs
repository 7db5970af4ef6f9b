using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests.Reading;

public sealed class ReleaseFilesTests(LocalStore local) : IClassFixture<LocalStore>
{
    private readonly KnownDamage damage = new();

    [Fact]
    public async Task Every_part_of_a_file_is_what_was_published()
    {
        var (key, file, whole) = await PublishAsync(local.Store);
        using var files = new ReleaseFiles(local.Store, damage, TimeProvider.System);
        foreach (var (offset, length) in new (long, long)[] { (0, whole.Length), (0, 1), (32_767, 2), (whole.Length - 1, 1), (40_000, 60_000) })
            Assert.Equal(whole.AsSpan((int)offset, (int)length).ToArray(), await ReadAsync(files, key, file, offset, length));
        Assert.Empty(damage.All);
    }

    [Fact]
    public async Task A_store_that_lies_under_the_same_tag_is_caught_before_a_wrong_byte_is_given_out()
    {
        await using var lying = new LyingStore(local.ConnectionString);
        var store = Store.Connect(lying.ConnectionString);
        var (key, file, whole) = await PublishAsync(local.Store);
        using var files = new ReleaseFiles(store, damage, TimeProvider.System);
        await files.ProveAsync(key, file);

        lying.Script = request => request.AsksForContent ? new Lie.Altered(WrongInTheLastChunk) : null;
        var read = new MemoryStream();
        var broken = await Assert.ThrowsAsync<BrokenReleaseException>(() => CopyAsync(files, key, file, 0, whole.Length, read));
        Assert.Equal($"file {file.Path}", broken.Damage.Where);
        Assert.Equal(whole.AsSpan(0, (int)read.Length).ToArray(), read.ToArray());
        Assert.InRange(read.Length, 1, whole.Length - 10);
        Assert.Equal([broken.Damage], damage.All);

        lying.Script = _ => null;
        await Assert.ThrowsAsync<BrokenReleaseException>(() => files.ProveAsync(key, file)); // before the pause is over nobody asks again
    }

    [Fact]
    public async Task A_blob_that_changes_after_its_proof_is_proven_anew()
    {
        var (key, file, whole) = await PublishAsync(local.Store);
        using var files = new ReleaseFiles(local.Store, damage, TimeProvider.System);
        await files.ProveAsync(key, file);
        var blob = local.Store.Container(ContainerNames.Releases).GetBlobClient(key.Folder + file.Path);
        await blob.UploadAsync(BinaryData.FromBytes(whole), overwrite: true); // the same bytes under another tag
        Assert.Equal(whole, await ReadAsync(files, key, file, 0, whole.Length));

        whole[7] ^= 1;
        await blob.UploadAsync(BinaryData.FromBytes(whole), overwrite: true);
        await Assert.ThrowsAsync<BrokenReleaseException>(() => ReadAsync(files, key, file, 100, 10));
        await blob.UploadAsync(BinaryData.FromBytes(whole[..^1]), overwrite: true);
        using var others = new ReleaseFiles(local.Store, damage, TimeProvider.System);
        Assert.Contains(
            "bytes, the manifest says",
            (await Assert.ThrowsAsync<BrokenReleaseException>(() => others.ProveAsync(key, file))).Message,
            StringComparison.Ordinal
        );
    }

    private static StoreAnswer WrongInTheLastChunk(StoreAnswer answer)
    {
        if (answer.Body.Length > 40_000)
            answer.Body[^10] ^= 1;
        return answer;
    }

    private async Task<(ReleaseKey Key, FileEntry File, byte[] Whole)> PublishAsync(Store store)
    {
        var release = await local.PublishAsync(LocalStore.NewRealPlan());
        var manifest = (await new SnapshotLoader(store).LoadAsync(release)).Manifest;
        var file = manifest.Files.First(file => file.Bytes is > 150_000 and < 2_000_000);
        var key = new ReleaseKey(release.Plan, release.Version);
        var blob = await store.Container(ContainerNames.Releases).GetBlobClient(key.Folder + file.Path).DownloadContentAsync();
        return (key, file, blob.Value.Content.ToArray());
    }

    private static async Task<byte[]> ReadAsync(ReleaseFiles files, ReleaseKey key, FileEntry file, long offset, long length)
    {
        var read = new MemoryStream();
        await CopyAsync(files, key, file, offset, length, read);
        return read.ToArray();
    }

    private static async Task CopyAsync(ReleaseFiles files, ReleaseKey key, FileEntry file, long offset, long length, Stream to)
    {
        await using var part = await files.OpenAsync(key, file, offset, length);
        for (; !part.Ready.IsEmpty; await part.ReadAsync(default))
            await to.WriteAsync(part.Ready);
    }
}
