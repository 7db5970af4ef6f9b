using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Repairing;

/// <summary>Mends a damaged plan from what the store itself still holds: rows from the sealed records, files and rows from the inputs that each
/// release keeps, the pointer from the rows.</summary>
/// <remarks>Nothing is invented: a file or a table is written only when its hash is the one that was sealed, and no release is ever
/// deleted.</remarks>
public sealed class ReleaseRepair(Store store, TimeProvider clock)
{
    private readonly ReleaseRows releases = new(store);
    private readonly Verifier verifier = new(store);
    private readonly AggregateTable aggregates = new(store, clock);

    /// <summary>What could be mended, and what could not. Writes nothing.</summary>
    /// <param name="plan">Id of the plan; null for the whole store.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<RepairReport> ProposeAsync(string? plan, CancellationToken cancellationToken = default)
    {
        var log = new RepairLog(apply: false, progress: null);
        foreach (var id in await PlansAsync(plan, cancellationToken))
            await MendAsync(id, log, null, cancellationToken);
        if (plan is null)
            await RemoveForeignPointersAsync(log, cancellationToken);
        return new RepairReport(log.Actions, log.Left);
    }

    /// <summary>Mends what can be mended, and verifies it.</summary>
    /// <param name="plan">Id of the plan; null for the whole store.</param>
    /// <param name="progress">Told of each thing before it is done.</param>
    /// <param name="cancellationToken">Stops between two requests; what is mended stays so.</param>
    /// <returns>What was done and what is still broken; null when another process has the turn of a plan.</returns>
    public async Task<RepairReport?> RepairAsync(
        string? plan,
        IProgress<RepairAction>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var log = new RepairLog(apply: true, progress);
        foreach (var id in await PlansAsync(plan, cancellationToken))
        {
            await using var turn = await PublishTurn.TakeAsync(store, id, PublishTurn.LongestWait, clock, cancellationToken);
            if (turn is null)
                return null;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
            await MendAsync(id, log, turn, stop.Token);
        }

        if (plan is null)
            await RemoveForeignPointersAsync(log, cancellationToken);
        return new RepairReport(log.Actions, (await verifier.VerifyAsync(plan, cancellationToken: cancellationToken)).Damage);
    }

    private async Task<IReadOnlyList<string>> PlansAsync(string? plan, CancellationToken cancellationToken) =>
        plan is null ? await verifier.PlansAsync(cancellationToken) : [plan];

    private async Task MendAsync(string plan, RepairLog log, PublishTurn? turn, CancellationToken cancellationToken)
    {
        var pointer = await store.Table(TableNames.Pointers).FindAsync(RowAddress.Pointer(plan), cancellationToken);
        var history = await ReadAsync(plan, pointer, cancellationToken);
        var records = await RecordRepair.ReadAsync(store, history, cancellationToken);
        var rebuilt = new RebuiltReleases(store, records);
        List<ReleaseEntry> entries = [];
        foreach (var record in records.Values)
        {
            turn?.EnsureHeld();
            if (await MendRowAsync(record, history, rebuilt, log, cancellationToken) is not { } entry)
                continue;
            entries.Add(entry);
            await MendRecordsAsync(record, log, cancellationToken);
            var check = await verifier.CheckAsync(entry, cancellationToken);
            if (!check.Damage.Any(damage => IsContent(damage.Where)))
            {
                await MendFiguresAsync(entry.Key, check.Damage, log, cancellationToken);
                continue;
            }

            if (await rebuilt.FindAsync(record.Version, cancellationToken) is { } release)
            {
                await new ContentRepair(store, entry, release, log).RunAsync(
                    check.Damage,
                    await rebuilt.FindManifestAsync(record, cancellationToken),
                    cancellationToken
                );
                if (log.Applies)
                    await MendFiguresAsync(entry.Key, (await verifier.CheckAsync(entry, cancellationToken)).Damage, log, cancellationToken);
            }
            else
                foreach (var damage in check.Damage)
                    log.Leave(entry.Key, damage.Where, $"{damage.What}; and {rebuilt.WhyNot(record.Version)}");
        }

        await RemoveStrayRowsAsync(plan, [.. records.Keys, .. history.Releases.Select(release => release.Entry.Version)], log, cancellationToken);
        await MendPointerAsync(plan, pointer, history, entries, log, cancellationToken);
    }

    /// <summary>Computes the aggregates again where they are not those that the rows give: once these are whole.</summary>
    private async Task MendFiguresAsync(ReleaseKey release, IReadOnlyList<Damage> found, RepairLog log, CancellationToken cancellationToken)
    {
        if (!found.Any(damage => IsOfFigures(damage.Where)))
            return;
        await log.DoAsync(
            release,
            AggregateTable.Where,
            "computed again from the rows of the release",
            () => aggregates.RebuildAsync(release.Plan, release.Version, cancellationToken)
        );
    }

    private static bool IsOfFigures(string where) => where.StartsWith(AggregateTable.Where, StringComparison.Ordinal);

    /// <summary>Removes rows of releases that were never announced: no record, no file and no row of table <c>releases</c> knows of them. Blobs of no
    /// release are named and stay.</summary>
    private async Task RemoveStrayRowsAsync(string plan, IReadOnlyList<ReleaseVersion> known, RepairLog log, CancellationToken cancellationToken)
    {
        var files = await store.Container(ContainerNames.Releases).VersionsAsync(plan, cancellationToken);
        var strays = await OrphanedRows.FindAsync(
            store,
            plan,
            [.. known.Distinct().Select(version => new ReleaseKey(plan, version))],
            cancellationToken
        );
        foreach (var stray in strays)
        {
            if (!stray.Where.StartsWith("table ", StringComparison.Ordinal))
            {
                log.Leave(stray); // a blob may be all that is left of a release: nobody but a person may remove it
                continue;
            }

            var (table, named) = (stray.Where["table ".Length..], stray.Release.Split('@')[^1]);
            if (!ReleaseVersion.TryParse(named, out var version) || files.Contains(version))
                continue;
            await log.DoAsync(
                new RepairAction(stray.Release, stray.Where, "removed: no release was ever announced that they belong to"),
                () => store.Table(table).DeleteAsync(RecordTables.Partitions(table, new ReleaseKey(plan, version)), cancellationToken)
            );
        }
    }

    /// <summary>Removes pointers of what is not the id of a plan.</summary>
    private async Task RemoveForeignPointersAsync(RepairLog log, CancellationToken cancellationToken)
    {
        var table = store.Table(TableNames.Pointers);
        var rows = await table.RowsAsync(null, cancellationToken, ["PartitionKey", "RowKey"]).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => !RowAddress.IsSlug(row.PartitionKey)))
            await log.DoAsync(
                new RepairAction(row.PartitionKey, "pointer", "removed: that is not the id of a plan"),
                () => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken)
            );
    }

    /// <summary>Rows of no release, the copies of a record and the chain are mended elsewhere.</summary>
    private static bool IsContent(string where) =>
        !where.StartsWith("record ", StringComparison.Ordinal) && where is not "predecessor" && !IsOfFigures(where);

    private async Task<PublishHistory> ReadAsync(string plan, TableEntity? pointer, CancellationToken cancellationToken)
    {
        var rows = await releases.AllAsync(plan, cancellationToken);
        PointerAt? at = null;
        try
        {
            at = pointer is null ? null : new PointerAt(PointerRow.Read(pointer), pointer.ETag);
        }
        catch (BrokenReleaseException)
        {
            // It is written anew below.
        }

        return new PublishHistory(plan, at, rows.Rows, rows.Damage);
    }

    /// <summary>Writes the row of a release where it is missing, cannot be read, or says something else than was sealed.</summary>
    /// <returns>What the row says now; null when it cannot be written: its plan is not known.</returns>
    private async Task<ReleaseEntry?> MendRowAsync(
        ReleaseRecord record,
        PublishHistory history,
        RebuiltReleases rebuilt,
        RepairLog log,
        CancellationToken cancellationToken
    )
    {
        var key = new ReleaseKey(record.Plan, record.Version);
        var there = history.Releases.FirstOrDefault(release => release.Entry.Version == record.Version)?.Entry;
        var manifest = await rebuilt.FindManifestAsync(record, cancellationToken);
        var head = manifest?.Tables.FirstOrDefault(table => table.Name == TableNames.Releases);
        if (there?.Record?.Sha256 == record.Sha256 && (head is null || Hashes.Head(there.Head) == head))
            return there;
        if (await rebuilt.FindAsync(record.Version, cancellationToken) is not { } release)
        {
            log.Leave(key, RecordCheck.RowOf(key), $"it cannot be written again: {rebuilt.WhyNot(record.Version)}");
            return null;
        }

        var row = RecordRepair.RowOf(record, release);
        await log.DoAsync(
            key,
            RecordCheck.RowOf(key),
            "written again from the sealed record",
            () => store.Table(TableNames.Releases).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)
        );
        return ReleaseRow.Read(row);
    }

    private async Task MendRecordsAsync(ReleaseRecord record, RepairLog log, CancellationToken cancellationToken)
    {
        var kept = new ReleaseRecords(store);
        var key = new ReleaseKey(record.Plan, record.Version);
        var known = (await kept.ReadAsync(key, cancellationToken)).Rows.Select(state => state.Sha256).ToHashSet(StringComparer.Ordinal);
        for (var events = 1; events <= record.Events.Count; events++)
        {
            var state = record.After(events);
            if (!known.Contains(state.Sha256))
                await log.DoAsync(key, RecordCheck.Where(events), "written again", () => kept.ReplaceAsync(state, cancellationToken));
        }
    }

    private async Task MendPointerAsync(
        string plan,
        TableEntity? pointer,
        PublishHistory history,
        IReadOnlyList<ReleaseEntry> entries,
        RepairLog log,
        CancellationToken cancellationToken
    )
    {
        var mended = history with
        {
            Releases = [.. entries.OrderBy(entry => entry.Version).Select(entry => new ReleaseAt(entry, default))],
            Damage = [],
        };
        if (mended.FindPointerDamage() is null && (history.Pointer is not null || entries is []))
            return;
        var right = PointerRow.Write(plan, mended.RightPointer(clock.GetUtcNow()));
        await log.DoAsync(
            new RepairAction(plan, "pointer", $"set to {mended.RightPointer(default).Version?.ToString() ?? "no release"}"),
            async () =>
            {
                if (pointer is null)
                    await store.Table(TableNames.Pointers).AddEntityAsync(right, cancellationToken);
                else
                    await store.Table(TableNames.Pointers).UpdateEntityAsync(right, pointer.ETag, TableUpdateMode.Replace, cancellationToken);
            }
        );
    }
}
