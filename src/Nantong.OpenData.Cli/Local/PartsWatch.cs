namespace Nantong.OpenData.Cli.Local;

/// <summary>A running part of the whole.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Exited">Completes with its exit code.</param>
/// <param name="LastLines">The last lines that it wrote, oldest first.</param>
internal sealed record Part(string Name, Task<int> Exited, Func<IReadOnlyList<string>> LastLines);

/// <summary>Notices when one of several parts ends by itself, or when the whole is to stop.</summary>
/// <param name="interrupted">Cancelled when the user wants an end.</param>
internal sealed class PartsWatch(CancellationToken interrupted) : IDisposable
{
    private readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
    private Part? ended;

    /// <summary>Cancelled when the whole is over, for whichever reason.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>The part that ended first and by itself; null while all run, and when the user stopped them.</summary>
    public Part? Ended => Volatile.Read(ref ended);

    /// <summary>True once everything was brought up, when an interruption is the way to end it.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Watches one more part.</summary>
    public void Add(Part part) => _ = part.Exited.ContinueWith(
        _ =>
        {
            if (over.IsCancellationRequested) return; // it was asked to stop
            Interlocked.CompareExchange(ref ended, part, null);
            over.Cancel();
        },
        CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Everything is up: waits for the end.</summary>
    /// <exception cref="OperationCanceledException">Always: there is no other way out.</exception>
    public Task UntilOverAsync()
    {
        IsUp = true;
        return Task.Delay(Timeout.Infinite, over.Token);
    }

    /// <summary>Stops watching; an end after this is nobody's concern.</summary>
    public void Dispose() => over.Cancel();
}
