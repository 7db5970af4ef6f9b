namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>Work that several requests may wait for: done once for all who ask for the same, a few at a time, and stopped when all of them have
/// gone.</summary>
/// <typeparam name="T">What comes of it.</typeparam>
/// <param name="atOnce">Works that run beside each other.</param>
/// <param name="mostWaiting">Works that may wait besides those; one more is refused.</param>
internal sealed class SharedWork<T>(int atOnce, int mostWaiting) : IDisposable
    where T : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Work> under = [];
    private readonly SemaphoreSlim places = new(atOnce);
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Joins the work of that name, or begins it.</summary>
    /// <returns>What came of it; null when too many wait already.</returns>
    public async Task<T?> TryGetAsync(string name, Func<CancellationToken, Task<T>> begin, CancellationToken cancellationToken)
    {
        Work? work;
        lock (gate)
        {
            if (!under.TryGetValue(name, out work))
            {
                if (under.Count >= atOnce + mostWaiting)
                    return null;
                under[name] = work = new Work(CancellationTokenSource.CreateLinkedTokenSource(stopping.Token));
                work.Result = RunAsync(name, work, begin);
            }

            work.Waiting++;
        }

        try
        {
            return await work.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (gate)
            {
                if (--work.Waiting == 0 && !work.Result.IsCompleted)
                {
                    Forget(name, work); // who asks now begins anew
                    work.Stop.Cancel();
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => stopping.Cancel();

    private async Task<T> RunAsync(string name, Work work, Func<CancellationToken, Task<T>> begin)
    {
        await Task.Yield(); // whoever asks first holds the gate
        try
        {
            await places.WaitAsync(work.Stop.Token);
            try
            {
                return await begin(work.Stop.Token);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            lock (gate)
                Forget(name, work);
        }
    }

    private void Forget(string name, Work work)
    {
        if (under.TryGetValue(name, out var now) && ReferenceEquals(now, work))
            under.Remove(name);
    }

    private sealed class Work(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop => stop;

        public Task<T> Result { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
