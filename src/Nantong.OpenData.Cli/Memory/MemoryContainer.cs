using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Nantong.OpenData.Cli.Memory;

/// <summary>A container of blobs in memory: what <see cref="Storage.Store"/> asks of a container client, and nothing more.</summary>
/// <param name="name">Its name.</param>
internal sealed class MemoryContainer(string name) : BlobContainerClient
{
    private readonly SortedDictionary<string, KeptBlob> blobs = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int written;

    /// <inheritdoc />
    public override string Name => name;

    /// <summary>The blobs that somebody has a lease on.</summary>
    public HashSet<string> Leased { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override BlobClient GetBlobClient(string blobName) => new MemoryBlob(blobName, this);

    /// <inheritdoc />
    public override Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(MemoryAnswer.Of(true));

    /// <inheritdoc />
    public override AsyncPageable<BlobItem> GetBlobsAsync(
        BlobTraits traits,
        BlobStates states,
        string? prefix,
        CancellationToken cancellationToken
    ) => MemoryAnswer.List<BlobItem>([.. Names(prefix).Select(Item)]);

    /// <inheritdoc />
    public override AsyncPageable<BlobHierarchyItem> GetBlobsByHierarchyAsync(
        BlobTraits traits,
        BlobStates states,
        string delimiter,
        string? prefix,
        CancellationToken cancellationToken
    )
    {
        var start = prefix?.Length ?? 0;
        return MemoryAnswer.List<BlobHierarchyItem>([
            .. Names(prefix)
                .GroupBy(
                    blob => blob.IndexOf(delimiter, start, StringComparison.Ordinal) is >= 0 and var end ? blob[..(end + delimiter.Length)] : blob,
                    StringComparer.Ordinal
                )
                .Select(level =>
                    level.Key.EndsWith(delimiter, StringComparison.Ordinal)
                        ? BlobsModelFactory.BlobHierarchyItem(level.Key, null)
                        : BlobsModelFactory.BlobHierarchyItem(null, Item(level.Key))
                ),
        ]);
    }

    /// <inheritdoc />
    public override Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default
    )
    {
        lock (gate)
            return Task.FromResult(MemoryAnswer.Of(blobs.Remove(blobName), 202));
    }

    /// <summary>The blob of a name; null when there is none.</summary>
    public KeptBlob? Find(string blob)
    {
        lock (gate)
            return blobs.GetValueOrDefault(blob);
    }

    /// <summary>Keeps a blob.</summary>
    /// <exception cref="RequestFailedException">It must not exist yet, and does.</exception>
    public KeptBlob Put(string blob, BinaryData content, BlobUploadOptions options)
    {
        lock (gate)
        {
            if (options.Conditions?.IfNoneMatch == ETag.All && blobs.ContainsKey(blob))
                throw MemoryAnswer.Refusal(409, BlobErrorCode.BlobAlreadyExists.ToString(), $"{name}/{blob}");
            return blobs[blob] = new KeptBlob(
                content,
                options.HttpHeaders?.ContentType,
                options.Metadata ?? new Dictionary<string, string>(),
                new ETag($"\"{++written}\""),
                DateTimeOffset.UtcNow
            );
        }
    }

    private List<string> Names(string? prefix)
    {
        lock (gate)
            return [.. blobs.Keys.Where(blob => prefix is null || blob.StartsWith(prefix, StringComparison.Ordinal))];
    }

    private static BlobItem Item(string blob) => BlobsModelFactory.BlobItem(blob, deleted: false, properties: null!);
}

/// <summary>A blob as it is kept.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">Its content type.</param>
/// <param name="Metadata">Its metadata.</param>
/// <param name="ETag">Changes with each write.</param>
/// <param name="Written">When it was written.</param>
internal sealed record KeptBlob(BinaryData Content, string? MediaType, IDictionary<string, string> Metadata, ETag ETag, DateTimeOffset Written);
