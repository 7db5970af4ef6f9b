using Azure;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Rows;

namespace Nantong.OpenData.Storage;

/// <summary>Where the pointer of a plan stood when it was read.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">The latest release.</param>
/// <param name="ETag">Changes with every move, so that nobody moves a pointer that somebody else has moved.</param>
/// <param name="MovedAt">When it last moved, by the store's clock.</param>
internal sealed record PointerPosition(string Plan, ReleaseVersion Version, ETag ETag, DateTimeOffset? MovedAt);

/// <summary>The pointer of a plan to its latest release: the one thing that makes a release visible, moved last.</summary>
internal sealed class LatestPointer(Store store)
{
    /// <summary>Reads the pointer of a plan; null when nothing was ever published.</summary>
    public async Task<PointerPosition?> FindAsync(string plan, CancellationToken cancellationToken) =>
        await store.Table(TableNames.Pointers).FindAsync(RowAddress.Pointer(plan), cancellationToken) is { } row
            ? new PointerPosition(plan, PointerRow.Read(row), row.ETag, row.Timestamp)
            : null;

    /// <summary>Reads the pointers of all plans, in plan order.</summary>
    public async Task<RowsRead<PointerPosition>> AllAsync(CancellationToken cancellationToken)
    {
        List<PointerPosition> pointers = [];
        List<Damage> damage = [];
        await foreach (var row in store.Table(TableNames.Pointers).RowsAsync(null, cancellationToken))
        {
            try
            {
                if (!RowAddress.IsSlug(row.PartitionKey)) throw new BrokenReleaseException(new Damage(row.PartitionKey, "pointer", "that is not the id of a plan: lower-case letters, digits and hyphens"));
                pointers.Add(new PointerPosition(row.PartitionKey, PointerRow.Read(row), row.ETag, row.Timestamp));
            }
            catch (BrokenReleaseException broken)
            {
                damage.Add(broken.Damage);
            }
        }

        return new(pointers, damage);
    }

    /// <summary>Moves the pointer from where it was seen.</summary>
    /// <param name="to">The release to point to.</param>
    /// <param name="seen">Where it stood; null when there was none.</param>
    /// <param name="movedAt">The time of the move.</param>
    /// <param name="cancellationToken">Stops before anything is sent.</param>
    /// <returns>False when somebody else has moved it since.</returns>
    public async Task<bool> MoveAsync(ReleaseKey to, PointerPosition? seen, DateTimeOffset movedAt, CancellationToken cancellationToken)
    {
        var table = store.Table(TableNames.Pointers);
        var row = PointerRow.Write(to, movedAt);
        try
        {
            if (seen is null) await table.AddEntityAsync(row, cancellationToken);
            else await table.UpdateEntityAsync(row, seen.ETag, Azure.Data.Tables.TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error is { Status: 412 } or { ErrorCode: "EntityAlreadyExists" or "ResourceNotFound" })
        {
            // A retry after a lost answer meets its own write: that is a success.
            return await FindAsync(to.Plan, cancellationToken) is { } now && now.Version == to.Version;
        }
    }
}
