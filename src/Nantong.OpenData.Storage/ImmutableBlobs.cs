using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage;

/// <summary>Blobs that are written once and never changed. Their hash stands in their metadata.</summary>
internal static class ImmutableBlobs
{
    private const string HashName = "sha256";
    private const int BlockSize = 4 * 1024 * 1024; // what one file takes in memory while it is uploaded

    extension(BlobContainerClient container)
    {
        /// <summary>Writes a blob that must not exist yet, or exists with the same content.</summary>
        /// <exception cref="OtherContentException">It exists with other content.</exception>
        public async Task PutOnceAsync(string name, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken)
        {
            await using var stream = new BinaryData(content).ToStream();
            await container.PutOnceAsync(name, stream, Hashes.Of(content.Span), mediaType, cancellationToken);
        }

        /// <summary>Writes a file of a release as a blob that must not exist yet, or exists with the same content. The file is uploaded while it is
        /// written, block by block, and appears only when it is whole.</summary>
        /// <exception cref="OtherContentException">It exists with other content.</exception>
        /// <exception cref="InvalidDataException">It is not written as it was measured.</exception>
        public async Task PutOnceAsync(string name, ReleaseFile file, CancellationToken cancellationToken)
        {
            await using var content = file.OpenRead();
            await container.PutOnceAsync(name, content, file.Entry.Sha256, file.MediaType, cancellationToken);
        }

        private async Task PutOnceAsync(string name, Stream content, string sha256, string mediaType, CancellationToken cancellationToken)
        {
            var blob = container.GetBlobClient(name);
            try
            {
                await blob.UploadAsync(
                    content,
                    new BlobUploadOptions
                    {
                        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                        HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
                        Metadata = new Dictionary<string, string> { [HashName] = sha256 },
                        TransferOptions = new StorageTransferOptions
                        {
                            InitialTransferSize = BlockSize,
                            MaximumTransferSize = BlockSize,
                            MaximumConcurrency = 1,
                        },
                    },
                    cancellationToken
                );
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists || error.Status == 412)
            {
                var there = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata.TryGetValue(HashName, out var hash)
                    ? hash
                    : "none";
                if (there != sha256)
                    throw new OtherContentException($"The blob {container.Name}/{name}", $" (sha256 {there}, ours {sha256})", error);
            }
        }

        /// <summary>Writes a blob in the place of one that is lost or damaged: the one thing that ever overwrites, and only to repair.</summary>
        public Task ReplaceAsync(string name, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken) =>
            container
                .GetBlobClient(name)
                .UploadAsync(
                    new BinaryData(content),
                    new BlobUploadOptions
                    {
                        HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
                        Metadata = new Dictionary<string, string> { [HashName] = Hashes.Of(content.Span) },
                    },
                    cancellationToken
                );

        /// <summary>Writes a file of a release in the place of one that is lost or damaged.</summary>
        public async Task ReplaceAsync(string name, ReleaseFile file, CancellationToken cancellationToken)
        {
            await using var content = file.OpenRead();
            await container
                .GetBlobClient(name)
                .UploadAsync(
                    content,
                    new BlobUploadOptions
                    {
                        HttpHeaders = new BlobHttpHeaders { ContentType = file.MediaType },
                        Metadata = new Dictionary<string, string> { [HashName] = file.Entry.Sha256 },
                        TransferOptions = new StorageTransferOptions
                        {
                            InitialTransferSize = BlockSize,
                            MaximumTransferSize = BlockSize,
                            MaximumConcurrency = 1,
                        },
                    },
                    cancellationToken
                );
        }

        /// <summary>Reads a blob without keeping it: its hash, and the one that its metadata states; null when there is no such blob.</summary>
        public async Task<(string Sha256, string? Stated)?> FindHashAsync(string name, CancellationToken cancellationToken)
        {
            try
            {
                using var answer = await container.GetBlobClient(name).OpenAsync(null, cancellationToken);
                return (
                    Convert.ToHexStringLower(await SHA256.HashDataAsync(answer.Content, cancellationToken)),
                    answer.Details.Metadata.TryGetValue(HashName, out var hash) ? hash : null
                );
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }

        /// <summary>Reads a whole blob with the hash that its metadata states; null when there is none.</summary>
        public async Task<(BinaryData Content, string? Sha256)?> FindAsync(string name, CancellationToken cancellationToken)
        {
            try
            {
                var answer = await SoundAnswers.ReadAsync(async () =>
                    Sound(await container.GetBlobClient(name).DownloadContentAsync(cancellationToken))
                );
                return (answer.Content, answer.Details.Metadata.TryGetValue(HashName, out var hash) ? hash : null);
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }

        /// <summary>The names of the folders right below another one, in order.</summary>
        /// <param name="prefix">The folder, ended by a slash; empty for the container itself.</param>
        /// <param name="cancellationToken">Stops reading.</param>
        public async Task<IReadOnlyList<string>> FoldersAsync(string prefix, CancellationToken cancellationToken)
        {
            List<string> folders = [];
            var level = container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", prefix, cancellationToken);
            await foreach (var item in SoundAnswers.EachAsync(level, cancellationToken))
            {
                if (item.IsPrefix)
                    folders.Add(item.Prefix[prefix.Length..^1]);
            }

            return folders;
        }

        /// <summary>The releases of a plan of which the container holds any blob.</summary>
        public async Task<IReadOnlySet<ReleaseVersion>> VersionsAsync(string plan, CancellationToken cancellationToken)
        {
            HashSet<ReleaseVersion> versions = [];
            foreach (var folder in await container.FoldersAsync($"{RowAddress.Slug(plan)}/", cancellationToken))
            {
                if (ReleaseVersion.TryParse(folder, out var version))
                    versions.Add(version);
            }

            return versions;
        }

        /// <summary>The names of all blobs that begin so, in order.</summary>
        public async IAsyncEnumerable<string> NamesAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
            await foreach (var blob in SoundAnswers.EachAsync(blobs, cancellationToken))
                yield return blob.Name;
        }
    }

    extension(BlobClient blob)
    {
        /// <summary>Opens the content of a blob, or a part of it.</summary>
        /// <exception cref="StoreAnswerException">The answer is none to such a question.</exception>
        public Task<BlobDownloadStreamingResult> OpenAsync(BlobDownloadOptions? part, CancellationToken cancellationToken) =>
            SoundAnswers.ReadAsync(async () => Sound(await blob.DownloadStreamingAsync(part, cancellationToken)));
    }

    /// <summary>The content that was asked for: the SDK takes other statuses for a success, too.</summary>
    private static T Sound<T>(Response<T> answer) =>
        answer.GetRawResponse().Status is 200 or 206
            ? answer.Value
            : throw new StoreAnswerException(answer.GetRawResponse().Status, "the content of a blob was asked for");
}
