namespace Nantong.OpenData.Storage.Publishing;

/// <summary>The steps of publishing, in order. A publisher may die before, in or after any of them.</summary>
public enum PublishStep
{
    /// <summary>Wait for the turn: one publisher of a plan at a time.</summary>
    Wait,

    /// <summary>Compare with the latest release, and decide about the version.</summary>
    Compare,

    /// <summary>Take the pointer: whoever held the turn before, and goes on late, can move it no more.</summary>
    Fence,

    /// <summary>Remove what others left unfinished, and write the release's row with status <c>building</c>.</summary>
    Announce,

    /// <summary>Write the files.</summary>
    WriteFiles,

    /// <summary>Write the rows.</summary>
    WriteRows,

    /// <summary>Read every file and row back and check it against the manifest.</summary>
    ReadBack,

    /// <summary>Turn the release's status to <c>published</c>.</summary>
    Seal,

    /// <summary>Move the pointer: readers see the release from here on.</summary>
    MovePointer,
}

/// <summary>How far a publisher has come.</summary>
/// <param name="Step">The step.</param>
/// <param name="Done">How many of its parts are done: 0 before it begins.</param>
/// <param name="Total">How many parts it has; the step is over when <paramref name="Done"/> reaches it.</param>
public readonly record struct PublishProgress(PublishStep Step, int Done, int Total)
{
    /// <summary>True when the step is over.</summary>
    public bool Finished => Done == Total;
}

/// <summary>Tells of steps, one call at a time.</summary>
internal sealed class StepReport(IProgress<PublishProgress>? progress)
{
    private const int PartsAtOnce = 4;

    private readonly Lock gate = new();

    /// <summary>Does a step as a whole, and tells of it before and after.</summary>
    public async Task<T> AroundAsync<T>(PublishStep step, Func<Task<T>> work)
    {
        Begin(step);
        var result = await work();
        End(step);
        return result;
    }

    /// <summary>Tells that a step begins.</summary>
    public void Begin(PublishStep step) => Tell(new PublishProgress(step, 0, 1));

    /// <summary>Tells that a step is over.</summary>
    public void End(PublishStep step) => Tell(new PublishProgress(step, 1, 1));

    /// <summary>Does the parts of a step, some at once, and tells of it before the first and after each.</summary>
    public async Task EachAsync<T>(
        PublishStep step,
        IReadOnlyList<T> parts,
        CancellationToken cancellationToken,
        Func<T, CancellationToken, Task> work
    )
    {
        var done = 0;
        Tell(new PublishProgress(step, 0, parts.Count));
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken },
            async (part, stop) =>
            {
                await work(part, stop);
                lock (gate)
                    progress?.Report(new PublishProgress(step, ++done, parts.Count));
            }
        );
    }

    private void Tell(PublishProgress now)
    {
        lock (gate)
            progress?.Report(now);
    }
}
