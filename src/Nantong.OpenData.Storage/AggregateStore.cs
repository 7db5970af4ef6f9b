using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;

namespace Nantong.OpenData.Storage;

/// <summary>An aggregate as stored, with the time when it was built.</summary>
/// <param name="Aggregate">The figures.</param>
/// <param name="BuiltAt">When they were computed, in UTC.</param>
public sealed record StoredAggregate(Aggregate Aggregate, DateTimeOffset BuiltAt);

/// <summary>One run of a timer, as table <c>runs</c> keeps it.</summary>
/// <param name="Timer">Name of the timer.</param>
/// <param name="StartedAt">Start, in UTC.</param>
/// <param name="FinishedAt">End, in UTC.</param>
/// <param name="Succeeded">True when it did what it is for.</param>
/// <param name="Outcome">What it did or why it failed, in a sentence.</param>
public sealed record TimerRun(string Timer, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, bool Succeeded, string Outcome);

/// <summary>Tables <c>aggregates</c> and <c>runs</c>: what the timers write.</summary>
public sealed class AggregateStore(Store store, TimeProvider clock)
{
    /// <summary>Reads the stored rows of a release, computes every aggregate, and writes those whose inputs changed.</summary>
    /// <returns>How many were written; 0 when all were up to date.</returns>
    public Task<int> RebuildAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken = default) => throw new NotSupportedException($"{store}{clock}");

    /// <summary>The aggregates of a release, in id order; empty before the first rebuild.</summary>
    public Task<IReadOnlyList<StoredAggregate>> ReadAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Records a run of a timer.</summary>
    public Task RecordAsync(TimerRun run, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>The last run of a timer, and its last successful one; null where there is none.</summary>
    public Task<(TimerRun? Last, TimerRun? LastSuccess)> LastRunsAsync(string timer, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
