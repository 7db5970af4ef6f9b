using System.Buffers;

namespace Nantong.OpenData.Storage.Files;

/// <summary>A part of a file while it is read: each chunk is proven before any of its bytes is given out.</summary>
public sealed class ProvenPart : IAsyncDisposable
{
    private readonly Stream content;
    private readonly FileKey file;
    private readonly FileProof proof;
    private readonly FileProofs proofs;
    private readonly long end;
    private readonly byte[] buffer;
    private long at; // where the next chunk is wanted from
    private bool disposed;

    private ProvenPart(Stream content, FileKey file, FileProof proof, FileProofs proofs, long offset, long length)
    {
        (this.content, this.file, this.proof, this.proofs) = (content, file, proof, proofs);
        (at, end) = (offset, offset + length);
        buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(FileProof.ChunkBytes, Math.Max(file.Bytes, 1)));
    }

    /// <summary>The next bytes of the part, proven; empty at its end. They hold until more is read.</summary>
    public ReadOnlyMemory<byte> Ready { get; private set; }

    /// <summary>Reads the next bytes.</summary>
    /// <exception cref="BrokenReleaseException">The store gave other bytes than those that were proven.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        Ready = default;
        if (at >= end)
            return;

        var chunk = at / FileProof.ChunkBytes;
        var first = chunk * FileProof.ChunkBytes;
        var whole = (int)Math.Min(FileProof.ChunkBytes, file.Bytes - first);
        var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, whole), whole, throwOnEndOfStream: false, cancellationToken);
        if (read < whole)
            throw proofs.Refuse(file, $"the store breaks off within the {whole} bytes from {first}");
        if (!proof.Proves(chunk, buffer.AsSpan(0, whole)))
            throw proofs.Refuse(file, $"the {whole} bytes from {first} are not those that were proven");

        var until = Math.Min(first + whole, end);
        Ready = buffer.AsMemory((int)(at - first), (int)(until - at));
        at = until;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        await content.DisposeAsync();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    internal static async Task<ProvenPart> OpenAsync(
        Stream content,
        FileKey file,
        FileProof proof,
        FileProofs proofs,
        long offset,
        long length,
        CancellationToken cancellationToken
    )
    {
        var part = new ProvenPart(content, file, proof, proofs, offset, length);
        try
        {
            await part.ReadAsync(cancellationToken);
            return part;
        }
        catch
        {
            await part.DisposeAsync();
            throw;
        }
    }
}
