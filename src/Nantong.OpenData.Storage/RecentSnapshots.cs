namespace Nantong.OpenData.Storage;

/// <summary>Releases that somebody pinned: the most recently used ones, as many as fit into a budget of memory.</summary>
/// <param name="budget">What they may take together, in bytes as <see cref="Snapshot.Bytes"/> estimates them; the last one asked for stays even when it is larger.</param>
/// <param name="load">Reads a release from the store.</param>
internal sealed class RecentSnapshots(long budget, Func<ReleaseEntry, Task<Snapshot>> load) : IDisposable
{
    private const int LoadsAtOnce = 2;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim loading = new(LoadsAtOnce);
    private readonly LinkedList<(ReleaseKey Key, Task<Snapshot> Snapshot)> recent = []; // the last used first

    /// <summary>The release from memory, or loaded; many callers at once cause one load.</summary>
    public async Task<Snapshot> GetAsync(ReleaseEntry release)
    {
        var held = await FindOrLoad(release).ConfigureAwait(false);
        var now = held.Under(release);
        if (now != held) Replace(release.Key, now);
        return now;
    }

    /// <inheritdoc />
    public void Dispose() => loading.Dispose();

    private Task<Snapshot> FindOrLoad(ReleaseEntry release)
    {
        lock (gate)
        {
            for (var entry = recent.First; entry is not null; entry = entry.Next)
            {
                if (entry.Value.Key != release.Key) continue;
                recent.Remove(entry);
                if (entry.Value.Snapshot is { IsFaulted: true } or { IsCanceled: true }) break; // try again
                recent.AddFirst(entry);
                return entry.Value.Snapshot;
            }

            var snapshot = LoadAsync(release);
            recent.AddFirst((release.Key, snapshot));
            return snapshot;
        }
    }

    private void Replace(ReleaseKey release, Snapshot snapshot)
    {
        lock (gate)
        {
            for (var entry = recent.First; entry is not null; entry = entry.Next)
            {
                if (entry.Value.Key == release) entry.Value = (release, Task.FromResult(snapshot));
            }
        }
    }

    private async Task<Snapshot> LoadAsync(ReleaseEntry release)
    {
        await loading.WaitAsync().ConfigureAwait(false);
        try
        {
            var snapshot = await load(release).ConfigureAwait(false);
            lock (gate) MakeRoom(snapshot.Bytes);
            return snapshot;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Lets go of what was not used for longest; what is being loaded makes room when it has come.</summary>
    private void MakeRoom(long arriving)
    {
        var held = arriving + recent.Sum(BytesOf);
        for (var (entry, newer) = (recent.Last, recent.Last?.Previous); entry is not null && held > budget; (entry, newer) = (newer, newer?.Previous))
        {
            if (BytesOf(entry.Value) is 0) continue;
            held -= BytesOf(entry.Value);
            recent.Remove(entry);
        }
    }

    private static long BytesOf((ReleaseKey Key, Task<Snapshot> Snapshot) entry) => entry.Snapshot.IsCompletedSuccessfully ? entry.Snapshot.Result.Bytes : 0;
}
