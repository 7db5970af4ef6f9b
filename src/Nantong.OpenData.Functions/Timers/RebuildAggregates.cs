using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Computes the aggregates of every plan's latest release from its stored rows. Does nothing where they are up to date.</summary>
internal sealed class RebuildAggregates(Snapshots snapshots, AggregateStore store)
{
    /// <summary>Name of the timer.</summary>
    public const string Name = "RebuildAggregates";

    /// <summary>The work as a timer.</summary>
    public TimerFunction Timer => new(Name, RunAsync);

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await snapshots.RefreshAsync(cancellationToken); // the host may fire before the first poll
        if (snapshots.Condition is { Problem: { } problem }) throw new TimerCannotRunException(problem);

        var written = 0;
        foreach (var release in snapshots.Latest.Select(snapshot => snapshot.Release))
            written += await store.RebuildAsync(release.Plan, release.Version, cancellationToken);
        return $"{written} aggregates written; plans looked at: {snapshots.Latest.Count}.";
    }
}

/// <summary>A timer found the world in a state that it cannot work in.</summary>
internal sealed class TimerCannotRunException(string reason) : Exception(reason);
