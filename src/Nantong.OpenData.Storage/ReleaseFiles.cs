using Azure;
using Azure.Storage.Blobs.Models;

namespace Nantong.OpenData.Storage;

/// <summary>The files of releases, as they stand in blobs.</summary>
public sealed class ReleaseFiles(Store store)
{
    /// <summary>Opens a file for reading from its first byte. What it holds and how long it is stands in the manifest.</summary>
    /// <exception cref="BrokenReleaseException">The manifest lists the file, but the store does not have it.</exception>
    public async Task<Stream> OpenAsync(ReleaseKey release, string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await store.Container(ContainerNames.Releases).GetBlobClient(release.Folder + path).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw new BrokenReleaseException(release, path, "the store does not have it");
        }
    }
}
