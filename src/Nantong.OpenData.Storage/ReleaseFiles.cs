using Azure;
using Azure.Storage.Blobs.Models;

namespace Nantong.OpenData.Storage;

/// <summary>The files of releases, as they stand in blobs.</summary>
public sealed class ReleaseFiles(Store store)
{
    /// <summary>Opens a part of a file for reading: no byte before it is fetched. What the file holds and how long it is stands in the manifest.</summary>
    /// <param name="release">The release.</param>
    /// <param name="path">Name of the file.</param>
    /// <param name="offset">The first byte wanted.</param>
    /// <param name="length">How many bytes are wanted; at least one, or none of an empty file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="BrokenReleaseException">The manifest lists the file, but the store does not have it.</exception>
    public async Task<Stream> OpenAsync(ReleaseKey release, string path, long offset, long length, CancellationToken cancellationToken = default)
    {
        try
        {
            var blob = store.Container(ContainerNames.Releases).GetBlobClient(release.Folder + path);
            var part = new BlobDownloadOptions { Range = length > 0 ? new HttpRange(offset, length) : default }; // an empty file has no range
            return (await blob.DownloadStreamingAsync(part, cancellationToken)).Value.Content;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw new BrokenReleaseException(release, path, "the store does not have it");
        }
    }
}
