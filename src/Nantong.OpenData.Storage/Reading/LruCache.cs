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
internal sealed class LruCache<TKey, T>(long budget, int loadsAtOnce, Func<T, long> sizeOf)
    where TKey : IEquatable<TKey>
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim loading = new(loadsAtOnce); // never disposed: whoever waits for it then would wait for ever
    private readonly Dictionary<TKey, Entry> entries = [];
    private readonly LinkedList<Entry> recent = []; // the last used first
    private long held;

    /// <summary>What a key stands for, from memory or loaded; many callers at once cause one load, and one that failed is forgotten.</summary>
    public Task<T> GetAsync(TKey key, Func<Task<T>> load)
    {
        Entry entry;
        lock (gate)
        {
            if (entries.TryGetValue(key, out var known))
            {
                recent.Remove(known.Place);
                recent.AddFirst(known.Place);
                return known.Value;
            }

            entries[key] = entry = new Entry(key);
            recent.AddFirst(entry.Place);
        }

        _ = LoadAsync(entry, load);
        return entry.Value;
    }

    /// <summary>True for what is held, or on its way.</summary>
    public bool Holds(TKey key)
    {
        lock (gate)
            return entries.ContainsKey(key);
    }

    /// <summary>Puts another value of the same size in the place of one that is held.</summary>
    public void Replace(TKey key, T value)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var entry))
                entry.Value = Task.FromResult(value);
        }
    }

    private async Task LoadAsync(Entry entry, Func<Task<T>> load)
    {
        try
        {
            await loading.WaitAsync().ConfigureAwait(false);
            try
            {
                Keep(entry, await load().ConfigureAwait(false));
            }
            finally
            {
                loading.Release();
            }
        }
        catch (Exception error)
        {
            lock (gate)
                Forget(entry);
            entry.Fail(error);
        }
    }

    /// <summary>Lets go of what was not used for longest; what is being loaded makes room when it has come.</summary>
    private void Keep(Entry entry, T value)
    {
        lock (gate)
        {
            held += entry.Size = sizeOf(value);
            for (var (old, newer) = (recent.Last, recent.Last?.Previous); old is not null && held > budget; (old, newer) = (newer, newer?.Previous))
            {
                if (old.Value != entry && old.Value.Size > 0)
                    Forget(old.Value);
            }
        }

        entry.Succeed(value);
    }

    private void Forget(Entry entry)
    {
        held -= entry.Size;
        recent.Remove(entry.Place);
        entries.Remove(entry.Key);
    }

    /// <summary>What stands for a key.</summary>
    private sealed class Entry
    {
        private readonly TaskCompletionSource<T> loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Entry(TKey key) => (Key, Place, Value) = (key, new LinkedListNode<Entry>(this), loaded.Task);

        public TKey Key { get; }

        public LinkedListNode<Entry> Place { get; }

        public Task<T> Value { get; set; }

        /// <summary>What it takes; 0 until it is loaded.</summary>
        public long Size { get; set; }

        public void Succeed(T value) => loaded.SetResult(value);

        public void Fail(Exception error) => loaded.SetException(error);
    }
}
