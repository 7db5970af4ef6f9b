using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tables;

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
/// <param name="store">Where they are.</param>
/// <param name="clock">Tells when figures were computed.</param>
/// <param name="known">Rows that are found broken are noted there, and forgotten when they are whole again; null where nobody asks.</param>
public sealed class AggregateStore(Store store, TimeProvider clock, KnownDamage? known = null)
{
    /// <summary>How many runs of each timer are kept: a week of the one that fires every five minutes.</summary>
    public const int KeptRuns = 2_000;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1); // by which the clocks of two instances may differ

    private readonly SnapshotLoader loader = new(store);
    private readonly ObservationTable observations = new(store);

    /// <summary>Reads the stored rows of a release, computes every aggregate, and writes those that are not stored, or otherwise.</summary>
    /// <returns>How many were written; 0 when all were up to date.</returns>
    public async Task<int> RebuildAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken = default)
    {
        var release = new ReleaseKey(plan, version);
        var computed = await ComputeAsync(release, cancellationToken);
        var stored = (await ReadAsync(plan, version, cancellationToken)).ToDictionary(
            old => old.Aggregate.Id,
            old => Hash(old.Aggregate),
            StringComparer.Ordinal
        );
        TableEntity[] changed =
        [
            .. from aggregate in computed
            where stored.GetValueOrDefault(aggregate.Id) != Hash(aggregate)
            select StoredAggregateRow.Write(release, new StoredAggregate(aggregate, clock.GetUtcNow()), computed.Count),
        ];
        foreach (var batch in TableRows.Batches(changed))
            await store.Table(TableNames.Aggregates).PutAsync(batch, cancellationToken);
        foreach (var aggregate in computed)
            known?.Clear(release.ToString(), WhereOf(aggregate.Id));
        known?.Clear(release.ToString(), Where);
        return changed.Length;
    }

    /// <summary>Computes every aggregate of a release and compares it with what is stored: finds figures that were forged together with their
    /// hash.</summary>
    /// <returns>What is stored otherwise than it should be; an aggregate that is not stored yet is no damage. Empty when all is right.</returns>
    /// <exception cref="BrokenReleaseException">The rows that the figures come from are damaged themselves.</exception>
    public async Task<IReadOnlyList<Damage>> VerifyAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken = default)
    {
        var release = new ReleaseKey(plan, version);
        List<Damage> damage = [];
        var rows = await RowsAsync(release, damage, cancellationToken);
        if (rows is [] && damage is [])
            return [];

        var computed = (await ComputeAsync(release, cancellationToken)).ToDictionary(aggregate => aggregate.Id, Hash, StringComparer.Ordinal);
        foreach (var id in rows.Select(stored => stored.Aggregate).Where(stored => computed[stored.Id] != Hash(stored)).Select(stored => stored.Id))
            damage.Add(new Damage(release.ToString(), WhereOf(id), "its figures are not those that the rows of the release give"));
        return damage;
    }

    /// <summary>The aggregates of a release whose rows have their hash, in id order; empty before the first rebuild. A row that does not is
    /// noted as damage and left out.</summary>
    public async Task<IReadOnlyList<StoredAggregate>> ReadAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken = default)
    {
        var (rows, _) = await ReportAsync(plan, version, cancellationToken);
        return rows;
    }

    /// <summary>The aggregates of a release, all of them; empty before the first rebuild.</summary>
    /// <exception cref="BrokenReleaseException">One of them is lost or broken: whoever got the others alone would take them for all.</exception>
    public async Task<IReadOnlyList<StoredAggregate>> ReadWholeAsync(
        string plan,
        ReleaseVersion version,
        CancellationToken cancellationToken = default
    )
    {
        var (rows, damage) = await ReportAsync(plan, version, cancellationToken);
        return damage is [var first, ..] ? throw new BrokenReleaseException(first) : rows;
    }

    /// <summary>Records a run of a timer.</summary>
    public Task RecordAsync(TimerRun run, CancellationToken cancellationToken = default) =>
        store.Table(TableNames.Runs).UpsertEntityAsync(RunRow.Write(run), TableUpdateMode.Replace, cancellationToken);

    /// <summary>The last run of a timer, and its last successful one; null where there is none. One that starts in the future was recorded by a clock
    /// that is ahead: it hides no other.</summary>
    public async Task<(TimerRun? Last, TimerRun? LastSuccess)> LastRunsAsync(string timer, CancellationToken cancellationToken = default)
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
    public async Task<int> PruneRunsAsync(int keep = KeptRuns, CancellationToken cancellationToken = default)
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

    /// <summary>Where the damage of figures is, as damage names it.</summary>
    internal const string Where = $"table {TableNames.Aggregates}";

    private static string WhereOf(string id) => $"{Where}, row {id}";

    /// <summary>Reads the rows, notes what is broken, and forgets what is whole again.</summary>
    private async Task<(IReadOnlyList<StoredAggregate> Rows, IReadOnlyList<Damage> Damage)> ReportAsync(
        string plan,
        ReleaseVersion version,
        CancellationToken cancellationToken
    )
    {
        var release = new ReleaseKey(plan, version);
        List<Damage> damage = [];
        var rows = await RowsAsync(release, damage, cancellationToken);
        var places = rows.Select(stored => WhereOf(stored.Aggregate.Id)).Append(Where);
        foreach (var whole in places.Where(where => !damage.Exists(found => found.Where == where)))
            known?.Clear(release.ToString(), whole);
        foreach (var found in damage)
            known?.Report(found, stop => ReportAsync(plan, version, stop));
        return (rows, damage);
    }

    /// <summary>The rows that can be served. Those of aggregates that this program does not know, another one may: they are passed over.</summary>
    private async Task<List<StoredAggregate>> RowsAsync(ReleaseKey release, List<Damage> damage, CancellationToken cancellationToken)
    {
        List<StoredAggregate> aggregates = [];
        var (seen, together) = (0, 0);
        await foreach (var row in store.Table(TableNames.Aggregates).PartitionAsync(release.Partition, cancellationToken))
        {
            if (!AggregateRecipe.All.Any(recipe => recipe.Id == row.RowKey))
                continue;
            (seen, together) = (seen + 1, Math.Max(together, StoredAggregateRow.TogetherOf(row)));
            var (stored, what) = StoredAggregateRow.Read(release, row);
            if (stored is not null)
                aggregates.Add(stored);
            if (what is not null)
                damage.Add(new Damage(release.ToString(), WhereOf(row.RowKey), what));
        }

        if (seen < Math.Min(together, AggregateRecipe.All.Count))
            damage.Add(new Damage(release.ToString(), Where, $"{together - seen} of its {together} rows are missing"));
        return aggregates;
    }

    private async Task<IReadOnlyList<Aggregate>> ComputeAsync(ReleaseKey release, CancellationToken cancellationToken)
    {
        var entry =
            (await new ReleaseRows(store).FindAsync(release, cancellationToken))?.Entry
            ?? throw new BrokenReleaseException(release, "release", "there is no such release");
        var rows = await loader.LoadAsync(entry, cancellationToken);
        var inputs = new AggregateInputs(release.Version, rows.Nodes, rows.Indicators, rows.Columns, rows.Facts)
        {
            Observed = await observations.ReadAsync(release, rows.Observations, Attainment.AreasOf(rows.Places), cancellationToken),
            Observations = Hashes.Observations(rows.Observations),
        };
        return [.. AggregateRecipe.All.Select(recipe => recipe.Compute(inputs))];
    }

    private static string Hash(Aggregate aggregate) => Hashes.OfRecord(aggregate, RecordJson.Line.Aggregate);
}
