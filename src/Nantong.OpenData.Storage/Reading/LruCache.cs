namespace Nantong.OpenData.Storage.Reading;

/// <summary>What was asked for lately, as much as fits into a budget of memory.</summary>
/// <remarks>
/// Not <c>MemoryCache</c>: with a size limit it refuses what arrives when there is no room, and makes room afterwards, in the background. Here what
/// was asked for last stays, and what was not used for longest goes; callers who ask at once share one load.
/// </remarks>
/// <typeparam name="TKey">What it is asked for by.</typeparam>
/// <typeparam name="T">What is held.</typeparam>
/// <param name="budget">What all may take together; the last one asked for stays even when it is larger.</param>
/// <param name="loadsAtOnce">Loads that run beside each other; others wait.</param>
/// <param name="sizeOf">What one takes.</param>
internal sealed class LruCache<TKey, T>(long budget, int loadsAtOnce, Func<T, long> sizeOf) : IDisposable
    where TKey : IEquatable<TKey>
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim loading = new(loadsAtOnce);
    private readonly LinkedList<(TKey Key, Task<T> Value)> recent = []; // the last used first
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, Task<T> Value)>> entries = [];

    /// <summary>What a key stands for, from memory or loaded; many callers at once cause one load.</summary>
    public Task<T> GetAsync(TKey key, Func<Task<T>> load)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var entry))
            {
                if (entry.Value.Value is not ({ IsFaulted: true } or { IsCanceled: true }))
                {
                    recent.Remove(entry);
                    recent.AddFirst(entry);
                    return entry.Value.Value;
                }

                Forget(entry); // try again
            }

            var value = LoadAsync(load);
            entries[key] = recent.AddFirst((key, value));
            return value;
        }
    }

    /// <summary>Puts another value of the same size in the place of one that is held.</summary>
    public void Replace(TKey key, T value)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var entry))
                entry.Value = (key, Task.FromResult(value));
        }
    }

    /// <inheritdoc />
    public void Dispose() => loading.Dispose();

    private async Task<T> LoadAsync(Func<Task<T>> load)
    {
        await loading.WaitAsync().ConfigureAwait(false);
        try
        {
            var value = await load().ConfigureAwait(false);
            lock (gate)
                MakeRoom(sizeOf(value));
            return value;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Lets go of what was not used for longest; what is being loaded makes room when it has come.</summary>
    private void MakeRoom(long arriving)
    {
        var held = arriving + recent.Sum(SizeOf);
        for (var (entry, newer) = (recent.Last, recent.Last?.Previous); entry is not null && held > budget; (entry, newer) = (newer, newer?.Previous))
        {
            if (SizeOf(entry.Value) is 0)
                continue;
            held -= SizeOf(entry.Value);
            Forget(entry);
        }
    }

    private void Forget(LinkedListNode<(TKey Key, Task<T> Value)> entry)
    {
        recent.Remove(entry);
        entries.Remove(entry.Value.Key);
    }

    private long SizeOf((TKey Key, Task<T> Value) entry) => entry.Value.IsCompletedSuccessfully ? sizeOf(entry.Value.Result) : 0;
}
