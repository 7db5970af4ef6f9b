using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage;

/// <summary>Table <c>changes</c>: what each release changed against its predecessor, proven against the release's manifest.</summary>
/// <remarks>What was read of late is kept, within a budget: a release never changes, so neither does its part of the log.</remarks>
public sealed class ChangeLog(Store store, KnownDamage known)
{
    private const string Where = $"table {TableNames.Changes}";
    private const long MostKept = 20_000; // changes: with their values and sentences some 20 MB
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    /// <summary>How many releases are read at once.</summary>
    public const int ReadsAtOnce = 8;

    private readonly SnapshotLoader loader = new(store);
    private readonly LruCache<(string Plan, ReleaseVersion Version, string ManifestSha256), IReadOnlyList<Change>> recent = new(
        MostKept,
        ReadsAtOnce,
        changes => 1 + changes.Count
    );

    /// <summary>The changes of a release, in order; empty for the first. A withdrawn release keeps its changes: whoever follows the log must not miss
    /// a step. Who asks at the same time waits for the same read, which goes on for the next one when nobody waits any more.</summary>
    /// <exception cref="BrokenReleaseException">The rows are not those that the manifest proves, or the manifest is not the one that the release
    /// names.</exception>
    /// <exception cref="TimeoutException">The store did not answer in time.</exception>
    public Task<IReadOnlyList<Change>> ReadAsync(ReleaseEntry release) =>
        release.Predecessor is null
            ? Task.FromResult<IReadOnlyList<Change>>([])
            : recent.GetAsync((release.Plan, release.Version, release.ManifestSha256), () => LoadAsync(release));

    /// <summary>Nobody's request stops it, so that a store which hangs must not.</summary>
    private async Task<IReadOnlyList<Change>> LoadAsync(ReleaseEntry release)
    {
        using var limit = new CancellationTokenSource(LongestRead);
        try
        {
            return await LoadAsync(release, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The changes of {release.Key} were not read within {LongestRead.TotalSeconds} seconds.");
        }
    }

    private async Task<IReadOnlyList<Change>> LoadAsync(ReleaseEntry release, CancellationToken cancellationToken)
    {
        try
        {
            var changes = await ProvenAsync(release, cancellationToken);
            known.Clear(release.Key.ToString(), Where);
            return changes;
        }
        catch (BrokenReleaseException broken)
        {
            known.Report(
                new Damage(
                    release.Key.ToString(),
                    Where,
                    broken.Damage.Where == Where ? broken.Damage.What : $"{broken.Damage.Where}: {broken.Damage.What}"
                ),
                stop => LoadAsync(release, stop)
            );
            throw;
        }
    }

    private async Task<IReadOnlyList<Change>> ProvenAsync(ReleaseEntry release, CancellationToken cancellationToken)
    {
        var key = release.Key;
        var file = await store.Container(ContainerNames.Releases).FindAsync($"{key.Folder}{ReleaseFile.ManifestName}", cancellationToken);
        var manifest = SnapshotLoader.ReadManifest(release, file?.Content);
        if (manifest.Tables.FirstOrDefault(table => table.Name == TableNames.Changes) is not { } expected)
            return [];

        var changes = await loader.RecordsAsync(ChangeRow.Format, key, cancellationToken);
        var found = Hashes.Changes(changes);
        return found == expected
            ? changes
            : throw new BrokenReleaseException(
                key,
                Where,
                $"{found.Rows} rows with hash {found.Sha256}, the manifest says {expected.Rows} with {expected.Sha256}"
            );
    }
}
