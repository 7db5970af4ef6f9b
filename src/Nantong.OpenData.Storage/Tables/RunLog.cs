using Azure.Data.Tables;
using Nantong.OpenData.Storage.Rows;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>One run of a timer, as table <c>runs</c> keeps it.</summary>
/// <param name="Timer">Name of the timer.</param>
/// <param name="StartedAt">Start, in UTC.</param>
/// <param name="FinishedAt">End, in UTC.</param>
/// <param name="Succeeded">True when it did what it is for.</param>
/// <param name="Outcome">What it did or why it failed, in a sentence.</param>
public sealed record TimerRun(string Timer, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, bool Succeeded, string Outcome);

/// <summary>Table <c>runs</c>: what each timer did and when.</summary>
/// <param name="store">Where it is.</param>
/// <param name="clock">Tells what is in the future.</param>
public sealed class RunLog(Store store, TimeProvider clock)
{
    /// <summary>How many runs of each timer are kept: a week of the one that fires every five minutes.</summary>
    public const int KeptRuns = 2_000;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1); // by which the clocks of two instances may differ

    /// <summary>Records a run of a timer.</summary>
    public Task RecordAsync(TimerRun run, CancellationToken cancellationToken = default) =>
        store.Table(TableNames.Runs).UpsertEntityAsync(RunRow.Write(run), TableUpdateMode.Replace, cancellationToken);

    /// <summary>The last run of a timer, and its last successful one; null where there is none. One that starts in the future was recorded by a clock
    /// that is ahead: it hides no other.</summary>
    public async Task<(TimerRun? Last, TimerRun? LastSuccess)> LastAsync(string timer, CancellationToken cancellationToken = default)
    {
        var newest = RowAddress.Run(timer, clock.GetUtcNow() + ClockTolerance).Row;
        var last = await FirstAsync(TableClient.CreateQueryFilter($"PartitionKey eq {timer} and RowKey ge {newest}"), cancellationToken);
        if (last is null or { Succeeded: true })
            return (last, last);
        return (
            last,
            await FirstAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {timer} and RowKey ge {newest} and succeeded eq {true}"),
                cancellationToken
            )
        );
    }

    /// <summary>Removes runs that nobody asks for any more: of each timer all but the newest, and the last that succeeded.</summary>
    /// <param name="keep">How many runs of a timer stay.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> PruneAsync(int keep = KeptRuns, CancellationToken cancellationToken = default)
    {
        var (timer, seen, succeeded, removed) = ("", 0, false, 0);
        List<TableEntity> old = [];
        await foreach (var row in store.Table(TableNames.Runs).RowsAsync(null, cancellationToken, ["PartitionKey", "RowKey", "succeeded"]))
        {
            if (row.PartitionKey != timer || old.Count == TableRows.MaxBatchRows)
                await RemoveAsync();
            if (row.PartitionKey != timer)
                (timer, seen, succeeded) = (row.PartitionKey, 0, false);
            var lastSuccess = !succeeded && row.GetBoolean("succeeded") is true;
            succeeded |= lastSuccess;
            if (++seen > keep && !lastSuccess)
                old.Add(row);
        }

        await RemoveAsync();
        return removed;

        async Task RemoveAsync()
        {
            if (old is not [])
                await store.Table(TableNames.Runs).DeleteAsync(old, cancellationToken);
            removed += old.Count;
            old.Clear();
        }
    }

    private async Task<TimerRun?> FirstAsync(string filter, CancellationToken cancellationToken)
    {
        await foreach (var row in store.Table(TableNames.Runs).RowsAsync(filter, cancellationToken, pageSize: 1))
            return RunRow.Read(row); // the newest sorts first
        return null;
    }
}
