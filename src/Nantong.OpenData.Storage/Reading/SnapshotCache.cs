using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>Releases that somebody pinned: the most recently used ones, as many as fit into a budget of memory.</summary>
/// <param name="budget">What they may take together, in bytes as <see cref="Snapshot.Bytes"/> estimates them; the last one asked for stays even when
/// it is larger.</param>
/// <param name="load">Reads a release from the store.</param>
internal sealed class SnapshotCache(long budget, Func<ReleaseEntry, Task<Snapshot>> load)
{
    private const int LoadsAtOnce = 2;

    private readonly LruCache<ReleaseKey, Snapshot> recent = new(budget, LoadsAtOnce, snapshot => snapshot.Bytes);

    /// <summary>The release from memory, or loaded; many callers at once cause one load.</summary>
    public async Task<Snapshot> GetAsync(ReleaseEntry release)
    {
        var held = await recent.GetAsync(release.Key, () => load(release)).ConfigureAwait(false);
        var now = held.Under(release);
        if (now != held)
            recent.Replace(release.Key, now);
        return now;
    }
}
