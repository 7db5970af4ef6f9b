using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Nantong.OpenData.Cli.Memory;

/// <summary>A lease on a blob in memory. It does not run out: whoever has it lives as long as the store.</summary>
/// <param name="container">Where the blob is kept.</param>
/// <param name="blob">Its name.</param>
internal sealed class MemoryLease(MemoryContainer container, string blob) : BlobLeaseClient
{
    /// <inheritdoc />
    public override Task<Response<BlobLease>> AcquireAsync(
        TimeSpan duration,
        RequestConditions? conditions = null,
        CancellationToken cancellationToken = default
    )
    {
        lock (container.Leased)
        {
            if (!container.Leased.Add(blob))
                throw MemoryAnswer.Refusal(409, BlobErrorCode.LeaseAlreadyPresent.ToString(), blob);
        }

        return Task.FromResult(Lease(201));
    }

    /// <inheritdoc />
    public override Task<Response<BlobLease>> RenewAsync(RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(Lease(200));

    /// <inheritdoc />
    public override Task<Response<ReleasedObjectInfo>> ReleaseAsync(
        RequestConditions? conditions = null,
        CancellationToken cancellationToken = default
    )
    {
        lock (container.Leased)
            container.Leased.Remove(blob);
        return Task.FromResult(MemoryAnswer.Of(new ReleasedObjectInfo(default, DateTimeOffset.UtcNow)));
    }

    private Response<BlobLease> Lease(int status) => MemoryAnswer.Of(BlobsModelFactory.BlobLease(default, DateTimeOffset.UtcNow, blob), status);
}
