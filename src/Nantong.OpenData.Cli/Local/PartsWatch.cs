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
    /// <returns>To be disposed before the part is: from then on the whole is over, and an end of any part is what was asked for.</returns>
    public IDisposable Add(Part part)
    {
        _ = part.Exited.ContinueWith(
            _ => NoticeEnd(part),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return new Leaving(over);
    }

    /// <summary>Everything is up: waits for the end.</summary>
    /// <exception cref="OperationCanceledException">Always: there is no other way out.</exception>
    public Task UntilOverAsync()
    {
        IsUp = true;
        return Task.Delay(Timeout.Infinite, over.Token);
    }

    /// <inheritdoc />
    public void Dispose() => over.Cancel();

    private void NoticeEnd(Part part)
    {
        if (over.IsCancellationRequested)
            return;
        Interlocked.CompareExchange(ref ended, part, null);
        over.Cancel();
    }

    private sealed class Leaving(CancellationTokenSource over) : IDisposable
    {
        public void Dispose() => over.Cancel();
    }
}
