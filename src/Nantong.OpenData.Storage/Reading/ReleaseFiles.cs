using Azure;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Files;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>The files of releases, as they stand in blobs: no byte leaves here that is not the manifest's.</summary>
/// <remarks>
/// A file is proven as a whole once for each tag that its blob has. A store may lie without changing a tag: so the hashes of its chunks are
/// kept, and what is read later is proven chunk by chunk.
/// </remarks>
public sealed class ReleaseFiles(Store store, KnownDamage damage, TimeProvider clock) : IDisposable
{
    private const int Tries = 3; // of a blob that is written while it is read

    private readonly FileProofs proofs = new(store, damage, clock);

    /// <summary>Waits until a file is proven. A proof that was begun is ended, also when nobody waits any more.</summary>
    /// <exception cref="BrokenReleaseException">The store does not have the file, or holds another one than the manifest lists.</exception>
    public Task ProveAsync(ReleaseKey release, FileEntry file, CancellationToken cancellationToken = default) =>
        proofs.GetAsync(FileKey.Of(release, file), cancellationToken);

    /// <summary>Opens a part of a file at whose first chunk was looked already: what is wrong from the start is told before anything is
    /// sent.</summary>
    /// <param name="release">The release.</param>
    /// <param name="file">The file, as the manifest lists it.</param>
    /// <param name="offset">The first byte wanted.</param>
    /// <param name="length">How many bytes are wanted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="BrokenReleaseException">The store does not have the file, or holds another one than the manifest lists; also while it is
    /// read.</exception>
    public async Task<ProvenPart> OpenAsync(
        ReleaseKey release,
        FileEntry file,
        long offset,
        long length,
        CancellationToken cancellationToken = default
    )
    {
        var key = FileKey.Of(release, file);
        for (var attempt = 1; ; attempt++)
        {
            var proof = await proofs.GetAsync(key, cancellationToken);
            try
            {
                return await ProvenPart.OpenAsync(
                    await DownloadAsync(key, proof, offset, length, cancellationToken),
                    key,
                    proof,
                    proofs,
                    offset,
                    length,
                    cancellationToken
                );
            }
            catch (RequestFailedException error) when (error.Status is 404 or 412)
            {
                proofs.Forget(key, proof); // changed or gone since it was proven
                if (attempt == Tries)
                    throw proofs.Refuse(key, "it changes again and again while it is read");
            }
            catch (RequestFailedException error) when (error.Status is 416)
            {
                throw proofs.Refuse(key, $"the store does not have the {length} bytes from {offset}");
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => proofs.Dispose();

    private async Task<Stream> DownloadAsync(FileKey file, FileProof proof, long offset, long length, CancellationToken cancellationToken)
    {
        if (length == 0)
            return Stream.Null; // an empty file has no range
        var first = offset / FileProof.ChunkBytes * FileProof.ChunkBytes;
        var end = Math.Min((offset + length + FileProof.ChunkBytes - 1) / FileProof.ChunkBytes * FileProof.ChunkBytes, file.Bytes);
        var part = new BlobDownloadOptions
        {
            Range = new HttpRange(first, end - first),
            Conditions = new BlobRequestConditions { IfMatch = proof.Tag },
        };
        return (await store.Container(ContainerNames.Releases).GetBlobClient(file.Blob).OpenAsync(part, cancellationToken)).Content;
    }
}
