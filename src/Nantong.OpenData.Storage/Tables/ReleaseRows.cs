using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>A release's row with its version mark.</summary>
/// <param name="Entry">What the row says.</param>
/// <param name="ETag">Changes with every write of the row.</param>
/// <param name="WrittenAt">When it was last written, by the store's clock; null right after a write.</param>
internal sealed record ReleaseAt(ReleaseEntry Entry, ETag ETag, DateTimeOffset? WrittenAt = null);

/// <summary>Table <c>releases</c> as publishers see it: with the releases that are still being built.</summary>
internal sealed class ReleaseRows(Store store)
{
    private TableClient Table => store.Table(TableNames.Releases);

    /// <summary>The row of a release; null when there is none.</summary>
    public async Task<ReleaseAt?> FindAsync(ReleaseKey release, CancellationToken cancellationToken) =>
        await Table.FindAsync(RowAddress.Release(release.Plan, release.Version), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>What the row of a release says of its manifest, even if the rest of the row cannot be read; null when there is no row.</summary>
    public async Task<string?> FindManifestSha256Async(ReleaseKey release, CancellationToken cancellationToken) =>
        await Table.FindAsync(RowAddress.Release(release.Plan, release.Version), cancellationToken) is { } row
            ? ReleaseRow.FindManifestSha256(row)
            : null;

    /// <summary>All releases of a plan, in the order of versions; of every plan when it is null.</summary>
    public async Task<RowsRead<ReleaseAt>> AllAsync(string? plan, CancellationToken cancellationToken)
    {
        List<ReleaseAt> releases = [];
        List<Damage> damage = [];
        var rows = plan is null ? Table.RowsAsync(null, cancellationToken) : Table.PartitionAsync(RowAddress.Slug(plan), cancellationToken);
        await foreach (var row in rows)
        {
            try
            {
                releases.Add(Read(row));
            }
            catch (BrokenReleaseException broken)
            {
                damage.Add(broken.Damage);
            }
        }

        return new(releases, damage);
    }

    /// <summary>Writes a row that must not exist, or must not have changed since it was read.</summary>
    /// <returns>The row as written; null when another process was there first.</returns>
    public async Task<ReleaseAt?> WriteAsync(ReleaseEntry entry, ETag? seen, CancellationToken cancellationToken)
    {
        var row = ReleaseRow.Write(entry);
        try
        {
            var answer = seen is { } etag
                ? await Table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellationToken)
                : await Table.AddEntityAsync(row, cancellationToken);
            return new ReleaseAt(entry, answer.Headers.ETag ?? throw new InvalidDataException("the table service returned no ETag"));
        }
        catch (RequestFailedException error) when (error is { Status: 412 } or { ErrorCode: "EntityAlreadyExists" or "ResourceNotFound" })
        {
            // A retry after a lost answer meets its own write: that is a success.
            return await FindAsync(entry.Key, cancellationToken) is { } now && ReleaseRow.Same(now.Entry, entry) ? now : null;
        }
    }

    /// <summary>The versions that the table has a row of, whether or not it can be read.</summary>
    public async Task<IReadOnlySet<ReleaseVersion>> VersionsAsync(string plan, CancellationToken cancellationToken)
    {
        HashSet<ReleaseVersion> versions = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RowAddress.Slug(plan)}");
        await foreach (var row in Table.RowsAsync(filter, cancellationToken, ["PartitionKey", "RowKey"]))
        {
            if (ReleaseVersion.TryParseSortKey(row.RowKey, out var version))
                versions.Add(version);
        }

        return versions;
    }

    /// <summary>True when any table has a row of a release.</summary>
    public async Task<bool> HasRecordsAsync(ReleaseKey release, CancellationToken cancellationToken)
    {
        foreach (var table in store.Records.Names)
        {
            var rows = store.Table(table).RowsAsync(RecordTables.Partitions(table, release).Filter, cancellationToken, ["RowKey"], pageSize: 1);
            if (await rows.AnyAsync(cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Removes everything of a release that is still being built: what was ever sealed is never removed.</summary>
    /// <remarks>Its row is written anew first: a publisher that was stopped, and goes on, can seal it no more. Then goes what it consists of, and the
    /// row last.</remarks>
    /// <returns>False when its publisher went on meanwhile; nothing was removed.</returns>
    public async Task<bool> SweepAsync(ReleaseAt release, string turn, CancellationToken cancellationToken)
    {
        if (release.Entry.Status is not ReleaseStatus.Building)
            throw new InvalidOperationException($"{release.Entry.Key} was sealed: it is never removed.");
        if ((await new ReleaseRecords(store).VersionsAsync(release.Entry.Plan, cancellationToken)).Contains(release.Entry.Version))
            throw new BrokenReleaseException(
                release.Entry.Key,
                "row",
                "it says that the release is being built, but a record of its publication is kept"
            );
        if (await WriteAsync(release.Entry with { Turn = turn }, release.ETag, cancellationToken) is not { } taken)
            return false;
        await ClearAsync(release.Entry.Key, cancellationToken);
        var address = RowAddress.Release(release.Entry.Plan, release.Entry.Version);
        await Table.DeleteEntityAsync(address.Partition, address.Row, taken.ETag, cancellationToken);
        return true;
    }

    /// <summary>Removes the rows and blobs of a release that is being built.</summary>
    public async Task ClearAsync(ReleaseKey release, CancellationToken cancellationToken)
    {
        foreach (var table in store.Records.Names)
            await store.Table(table).DeleteAsync(RecordTables.Partitions(table, release), cancellationToken);
        var container = store.Container(ContainerNames.Releases);
        await foreach (var name in container.NamesAsync(release.Folder, cancellationToken))
            await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
    }

    private static ReleaseAt Read(TableEntity row)
    {
        try
        {
            return new ReleaseAt(ReleaseRow.Read(row), row.ETag, row.Timestamp);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or FormatException or System.Text.Json.JsonException)
        {
            throw new BrokenReleaseException(new Damage(row.PartitionKey, $"table {TableNames.Releases}, row {row.RowKey}", error.Message));
        }
    }
}
