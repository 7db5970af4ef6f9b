using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage;

/// <summary>Blobs that are written once and never changed. Their hash stands in their metadata.</summary>
internal static class ImmutableBlobs
{
    private const string HashName = "sha256";

    extension(BlobContainerClient container)
    {
        /// <summary>Writes a blob that must not exist yet, or exists with the same content.</summary>
        /// <exception cref="InvalidDataException">It exists with other content.</exception>
        public async Task PutOnceAsync(string name, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken)
        {
            var sha256 = Hashes.Of(content.Span);
            var blob = container.GetBlobClient(name);
            try
            {
                await blob.UploadAsync(new BinaryData(content), new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
                    Metadata = new Dictionary<string, string> { [HashName] = sha256 },
                }, cancellationToken);
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists || error.Status == 412)
            {
                var there = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata.TryGetValue(HashName, out var hash) ? hash : "none";
                if (there != sha256) throw new InvalidDataException($"The blob {container.Name}/{name} exists with other content (sha256 {there}, ours {sha256}). Blobs are never overwritten.", error);
            }
        }

        /// <summary>Reads a whole blob with the hash that its metadata states; null when there is none.</summary>
        public async Task<(BinaryData Content, string? Sha256)?> FindAsync(string name, CancellationToken cancellationToken)
        {
            try
            {
                var answer = (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value;
                return (answer.Content, answer.Details.Metadata.TryGetValue(HashName, out var hash) ? hash : null);
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }

        /// <summary>The names of all blobs that begin so, in order.</summary>
        public async IAsyncEnumerable<string> NamesAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken)) yield return blob.Name;
        }
    }
}
