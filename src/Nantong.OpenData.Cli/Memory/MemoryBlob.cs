using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Nantong.OpenData.Cli.Memory;

/// <summary>A blob in memory: what <see cref="Storage.Store"/> asks of a blob client, and nothing more.</summary>
/// <param name="name">Its name in the container.</param>
/// <param name="container">Where it is kept.</param>
internal sealed class MemoryBlob(string name, MemoryContainer container) : BlobClient
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(MemoryAnswer.Of(container.Find(name) is not null));

    /// <inheritdoc />
    public override async Task<Response<BlobContentInfo>> UploadAsync(
        Stream content,
        BlobUploadOptions options,
        CancellationToken cancellationToken = default
    )
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return await UploadAsync(new BinaryData(bytes.ToArray()), options, cancellationToken);
    }

    /// <inheritdoc />
    public override Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content,
        BlobUploadOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var kept = container.Put(name, content, options);
        return Task.FromResult(
            MemoryAnswer.Of(BlobsModelFactory.BlobContentInfo(kept.ETag, kept.Written, null, null, null, null, 0), 201, kept.ETag)
        );
    }

    /// <inheritdoc />
    public override Task<Response<BlobProperties>> GetPropertiesAsync(
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default
    )
    {
        var blob = Require();
        var properties = BlobsModelFactory.BlobProperties(
            lastModified: blob.Written,
            contentLength: blob.Content.ToMemory().Length,
            contentType: blob.MediaType,
            eTag: blob.ETag,
            metadata: blob.Metadata
        );
        return Task.FromResult(MemoryAnswer.Of(properties, 200, blob.ETag));
    }

    /// <inheritdoc />
    public override Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken)
    {
        var blob = Require();
        return Task.FromResult(MemoryAnswer.Of(BlobsModelFactory.BlobDownloadResult(blob.Content, Details(blob, blob.Content.ToMemory().Length))));
    }

    /// <inheritdoc />
    public override Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var blob = Require();
        if (options?.Conditions?.IfMatch is { } tag && tag != blob.ETag)
            throw MemoryAnswer.Refusal(412, BlobErrorCode.ConditionNotMet.ToString(), name);
        var content = blob.Content.ToMemory();
        var from = (int)(options?.Range.Offset ?? 0);
        var length = (int)Math.Min(options?.Range.Length ?? content.Length, content.Length - from);
        var part = new BinaryData(content.Slice(from, length)).ToStream();
        return Task.FromResult(
            MemoryAnswer.Of(
                BlobsModelFactory.BlobDownloadStreamingResult(part, Details(blob, length)),
                length == content.Length ? 200 : 206,
                blob.ETag
            )
        );
    }

    /// <inheritdoc />
    protected override BlobLeaseClient GetBlobLeaseClientCore(string leaseId) => new MemoryLease(container, name);

    private KeptBlob Require() => container.Find(name) ?? throw MemoryAnswer.Refusal(404, BlobErrorCode.BlobNotFound.ToString(), name);

    private static BlobDownloadDetails Details(KeptBlob blob, long length) =>
        BlobsModelFactory.BlobDownloadDetails(
            blobType: BlobType.Block,
            contentLength: length,
            contentType: blob.MediaType,
            lastModified: blob.Written,
            metadata: blob.Metadata,
            eTag: blob.ETag
        );
}
