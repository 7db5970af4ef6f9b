using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Rows;

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
    /// <summary>How many runs of each timer are kept: a week of the one that fires every five minutes.</summary>
    public const int KeptRuns = 2_000;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1); // by which the clocks of two instances may differ

    private readonly SnapshotLoader loader = new(store);
    private readonly ObservationTable observations = new(store);

    /// <summary>Reads the stored rows of a release, computes every aggregate, and writes those whose inputs or figures changed.</summary>
    /// <returns>How many were written; 0 when all were up to date.</returns>
    public async Task<int> RebuildAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken = default)
    {
        var release = new ReleaseKey(plan, version);
        var entry = (await new ReleaseRows(store).FindAsync(release, cancellationToken))?.Entry ?? throw new BrokenReleaseException(release, "release", "there is no such release");
        var rows = await loader.LoadAsync(entry, cancellationToken);
        var stored = (await ReadAsync(plan, version, cancellationToken)).ToDictionary(old => old.Aggregate.Id, old => Hash(old.Aggregate), StringComparer.Ordinal);
        var inputs = new AggregateInputs(version, rows.Nodes, rows.Indicators, rows.Columns, rows.Facts)
        {
            Observed = await observations.ReadAsync(release, rows.Observations, Attainment.AreasOf(rows.Places), cancellationToken),
            Observations = Hashes.Observations(rows.Observations),
        };

        TableEntity[] changed =
        [
            .. from recipe in AggregateRecipe.All
               let aggregate = recipe.Compute(inputs)
               where stored.GetValueOrDefault(aggregate.Id) != Hash(aggregate)
               select StoredAggregateRow.Write(release, new StoredAggregate(aggregate, clock.GetUtcNow())),
        ];
        foreach (var batch in TableRows.Batches(changed)) await store.Table(TableNames.Aggregates).PutAsync(batch, cancellationToken);
        return changed.Length;
    }

    /// <summary>The aggregates of a release, in id order; empty before the first rebuild.</summary>
    public async Task<IReadOnlyList<StoredAggregate>> ReadAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken = default)
    {
        List<StoredAggregate> aggregates = [];
        await foreach (var row in store.Table(TableNames.Aggregates).PartitionAsync(new ReleaseKey(plan, version).Partition, cancellationToken))
            aggregates.Add(StoredAggregateRow.Read(row));
        return aggregates;
    }

    /// <summary>Records a run of a timer.</summary>
    public Task RecordAsync(TimerRun run, CancellationToken cancellationToken = default) =>
        store.Table(TableNames.Runs).UpsertEntityAsync(RunRow.Write(run), TableUpdateMode.Replace, cancellationToken);

    /// <summary>The last run of a timer, and its last successful one; null where there is none. One that starts in the future was recorded by a clock that is ahead: it hides no other.</summary>
    public async Task<(TimerRun? Last, TimerRun? LastSuccess)> LastRunsAsync(string timer, CancellationToken cancellationToken = default)
    {
        var newest = RowAddress.Run(timer, clock.GetUtcNow() + ClockTolerance).Row;
        var last = await FirstAsync(TableClient.CreateQueryFilter($"PartitionKey eq {timer} and RowKey ge {newest}"), cancellationToken);
        if (last is null or { Succeeded: true }) return (last, last);
        return (last, await FirstAsync(TableClient.CreateQueryFilter($"PartitionKey eq {timer} and RowKey ge {newest} and succeeded eq {true}"), cancellationToken));
    }

    /// <summary>Removes runs that nobody asks for any more: of each timer all but the newest, and the last that succeeded.</summary>
    /// <param name="keep">How many runs of a timer stay.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> PruneRunsAsync(int keep = KeptRuns, CancellationToken cancellationToken = default)
    {
        var (timer, seen, succeeded, removed) = ("", 0, false, 0);
        List<TableEntity> old = [];
        await foreach (var row in store.Table(TableNames.Runs).RowsAsync(null, cancellationToken, ["PartitionKey", "RowKey", "succeeded"]))
        {
            if (row.PartitionKey != timer || old.Count == TableRows.MaxBatchRows) await RemoveAsync();
            if (row.PartitionKey != timer) (timer, seen, succeeded) = (row.PartitionKey, 0, false);
            var lastSuccess = !succeeded && row.GetBoolean("succeeded") is true;
            succeeded |= lastSuccess;
            if (++seen > keep && !lastSuccess) old.Add(row);
        }

        await RemoveAsync();
        return removed;

        async Task RemoveAsync()
        {
            if (old is not []) await store.Table(TableNames.Runs).DeleteAsync(old, cancellationToken);
            removed += old.Count;
            old.Clear();
        }
    }

    private async Task<TimerRun?> FirstAsync(string filter, CancellationToken cancellationToken)
    {
        await foreach (var row in store.Table(TableNames.Runs).RowsAsync(filter, cancellationToken, pageSize: 1)) return RunRow.Read(row); // the newest sorts first
        return null;
    }

    private static string Hash(Aggregate aggregate) => Hashes.OfRecord(aggregate, RecordJson.Line.Aggregate);
}
