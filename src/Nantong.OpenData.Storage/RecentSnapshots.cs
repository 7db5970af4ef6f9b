namespace Nantong.OpenData.Storage;

/// <summary>Older releases that somebody asked for: the most recently used ones, and no more than a given number.</summary>
internal sealed class RecentSnapshots(int capacity, Func<ReleaseEntry, Task<Snapshot>> load) : IDisposable
{
    private const int LoadsAtOnce = 2;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim loading = new(LoadsAtOnce);
    private readonly LinkedList<(ReleaseKey Key, Task<Snapshot> Snapshot)> recent = [];

    /// <summary>The release from memory, or loaded; many callers at once cause one load.</summary>
    public Task<Snapshot> GetAsync(ReleaseEntry release)
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
            if (recent.Count > capacity) recent.RemoveLast();
            return snapshot;
        }
    }

    /// <inheritdoc />
    public void Dispose() => loading.Dispose();

    private async Task<Snapshot> LoadAsync(ReleaseEntry release)
    {
        await loading.WaitAsync().ConfigureAwait(false);
        try
        {
            return await load(release).ConfigureAwait(false);
        }
        finally
        {
            loading.Release();
        }
    }
}
