using System.Text.Json;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Repairing;

/// <summary>Finds out what was said of each release of a plan, from its row, the record sealed in the row, and the blobs that keep the
/// record.</summary>
internal static class RecordRepair
{
    /// <summary>The record of each release that was ever sealed, by version.</summary>
    public static async Task<IReadOnlyDictionary<ReleaseVersion, ReleaseRecord>> ReadAsync(
        Store store,
        PublishHistory history,
        CancellationToken cancellationToken
    )
    {
        var kept = new ReleaseRecords(store);
        var announced = await kept.VersionsAsync(history.Plan, cancellationToken);
        var rows = await new ReleaseRows(store).VersionsAsync(history.Plan, cancellationToken);
        var rowsAreBelieved = history.Pointer is { Values.RecordsSha256: not null } && history.FindPointerDamage() is null;
        SortedDictionary<ReleaseVersion, ReleaseRecord> records = [];
        foreach (var version in announced.Union(rows).Order())
        {
            var key = new ReleaseKey(history.Plan, version);
            var row = history.Releases.FirstOrDefault(release => release.Entry.Version == version);
            if (row?.Entry.Status is ReleaseStatus.Building && !announced.Contains(version))
                continue;
            var states = await kept.ReadAsync(key, cancellationToken);
            var inRow = row?.Entry.Record ?? await SealedInRowAsync(store, key, cancellationToken);
            if (
                Choose(states.Rows.LastOrDefault(), inRow, Unsealed(row?.Entry, records), rowsAreBelieved) is { } record
                && (record.Plan, record.Version) == (key.Plan, version)
            )
                records[version] = record;
        }

        return records;
    }

    /// <summary>The record to believe: that of the row unless the pointer's seal speaks against it; then the one that is kept, which nobody
    /// overwrites.</summary>
    private static ReleaseRecord? Choose(ReleaseRecord? kept, ReleaseRecord? inRow, ReleaseRecord? unsealed, bool rowsAreBelieved)
    {
        if (inRow?.FindBreak() is not null)
            inRow = null;
        if (kept is null || inRow is null)
            return kept ?? inRow ?? unsealed;
        return rowsAreBelieved && inRow.Events.Count >= kept.Events.Count ? inRow : kept;
    }

    /// <summary>What is sealed in a row of which other columns cannot be read.</summary>
    private static async Task<ReleaseRecord?> SealedInRowAsync(Store store, ReleaseKey release, CancellationToken cancellationToken)
    {
        var row = await store.Table(TableNames.Releases).FindAsync(RowAddress.Release(release.Plan, release.Version), cancellationToken);
        try
        {
            return row is null ? null : ReleaseRow.FindRecord(row);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What a row says that was written before there were records.</summary>
    private static ReleaseRecord? Unsealed(ReleaseEntry? row, SortedDictionary<ReleaseVersion, ReleaseRecord> records)
    {
        if (row is not { Record: null, PublishedAt: not null })
            return null;
        var first = ReleaseRecord.Publish(row, row.Predecessor is { } before ? records.GetValueOrDefault(before) : null);
        return row.Note is { } note ? first.With(row.Status, note) : first;
    }

    /// <summary>The row that a record seals.</summary>
    public static TableEntity RowOf(ReleaseRecord record, Release rebuilt) =>
        ReleaseRow.Write(
            record.ApplyTo(
                new ReleaseEntry(
                    record.Plan,
                    record.Version,
                    ReleaseStatus.Published,
                    null,
                    "",
                    record.ContentHash,
                    record.ManifestSha256,
                    record.Predecessor,
                    rebuilt.Plan.About,
                    rebuilt.Plan.TitleBlock
                )
            )
        );
}
