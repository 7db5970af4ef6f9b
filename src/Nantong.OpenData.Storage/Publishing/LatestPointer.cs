using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>Where the pointer of a plan stood when it was read.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">The latest release.</param>
/// <param name="ETag">Changes with every write, so that nobody moves a pointer that somebody else has moved.</param>
/// <param name="MovedAt">When it was last written, by the store's clock.</param>
internal sealed record PointerPosition(string Plan, ReleaseVersion Version, ETag ETag, DateTimeOffset? MovedAt)
{
    /// <summary>Hash over the records of all releases: with the version, all that readers can tell of a move.</summary>
    public string? RecordsSha256 { get; init; }

    /// <summary>True when nothing has moved that readers see: a publisher may have taken the pointer meanwhile.</summary>
    public bool ShowsWhat(PointerPosition other) => (Plan, Version, RecordsSha256) == (other.Plan, other.Version, other.RecordsSha256);
}

/// <summary>The pointer's row as publishers see it.</summary>
/// <param name="Values">What it says.</param>
/// <param name="ETag">Changes with every write.</param>
internal sealed record PointerAt(PointerValues Values, ETag ETag);

/// <summary>The pointer of a plan to its latest release: the one thing that makes a release visible, moved last.</summary>
internal sealed class LatestPointer(Store store)
{
    private TableClient Table => store.Table(TableNames.Pointers);

    /// <summary>Reads the pointer of a plan; null when nothing was ever published.</summary>
    public async Task<PointerPosition?> FindAsync(string plan, CancellationToken cancellationToken) =>
        await Table.FindAsync(RowAddress.Pointer(plan), cancellationToken) is { } row ? Position(row) : null;

    /// <summary>Reads the pointer's row, also one that names no release yet; null when there is none.</summary>
    public async Task<PointerAt?> FindRowAsync(string plan, CancellationToken cancellationToken) =>
        await Table.FindAsync(RowAddress.Pointer(plan), cancellationToken) is { } row ? new PointerAt(PointerRow.Read(row), row.ETag) : null;

    /// <summary>Reads the pointers of all plans, in plan order.</summary>
    public async Task<RowsRead<PointerPosition>> AllAsync(CancellationToken cancellationToken)
    {
        List<PointerPosition> pointers = [];
        List<Damage> damage = [];
        await foreach (var row in Table.RowsAsync(null, cancellationToken))
        {
            try
            {
                if (!RowAddress.IsSlug(row.PartitionKey))
                    throw new BrokenReleaseException(
                        new Damage(row.PartitionKey, "pointer", "that is not the id of a plan: lower-case letters, digits and hyphens")
                    );
                if (Position(row) is { } position)
                    pointers.Add(position);
            }
            catch (BrokenReleaseException broken)
            {
                damage.Add(broken.Damage);
            }
        }

        return new(pointers, damage);
    }

    /// <summary>Writes the pointer where it was seen, and nowhere else.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="values">What it shall say.</param>
    /// <param name="seen">Where it stood; null when there was none.</param>
    /// <param name="cancellationToken">Stops before anything is sent.</param>
    /// <returns>The row as written; null when somebody else has written it since.</returns>
    public async Task<PointerAt?> WriteAsync(string plan, PointerValues values, PointerAt? seen, CancellationToken cancellationToken)
    {
        var row = PointerRow.Write(plan, values);
        try
        {
            var answer = seen is null
                ? await Table.AddEntityAsync(row, cancellationToken)
                : await Table.UpdateEntityAsync(row, seen.ETag, TableUpdateMode.Replace, cancellationToken);
            return new PointerAt(values, answer.Headers.ETag ?? throw new InvalidDataException("the table service returned no ETag"));
        }
        catch (RequestFailedException error) when (error is { Status: 412 } or { ErrorCode: "EntityAlreadyExists" or "ResourceNotFound" })
        {
            // A retry after a lost answer meets its own write: that is a success. So is a pointer that somebody has moved to this very release in the
            // writer's stead.
            return await FindRowAsync(plan, cancellationToken) is { } now && Shows(now.Values, values) ? now : null;
        }
    }

    private static bool Shows(PointerValues now, PointerValues wanted) =>
        (now.Version, now.ManifestSha256, now.RecordsSha256) == (wanted.Version, wanted.ManifestSha256, wanted.RecordsSha256)
        && now.Turns.SequenceEqual(wanted.Turns);

    private static PointerPosition? Position(TableEntity row) =>
        PointerRow.Read(row) is { Version: { } version } values
            ? new PointerPosition(row.PartitionKey, version, row.ETag, row.Timestamp) { RecordsSha256 = values.RecordsSha256 }
            : null;
}
