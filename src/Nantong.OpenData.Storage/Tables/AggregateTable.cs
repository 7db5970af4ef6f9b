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

/// <summary>Table <c>aggregates</c>: what is computed of a release once it is published.</summary>
/// <param name="store">Where they are.</param>
/// <param name="clock">Tells when figures were computed.</param>
/// <param name="known">Rows that are found broken are noted there, and forgotten when they are whole again; null where nobody asks.</param>
public sealed class AggregateTable(Store store, TimeProvider clock, KnownDamage? known = null)
{
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
