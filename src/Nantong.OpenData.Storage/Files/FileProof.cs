using System.Buffers;
using System.Security.Cryptography;
using Azure;

namespace Nantong.OpenData.Storage.Files;

/// <summary>What a blob held when it was proven: its tag, and the hash of each of its chunks, by which every byte that is read later is proven,
/// too.</summary>
/// <param name="Tag">The tag that the blob had.</param>
/// <param name="Chunks">SHA-256 of the chunks, one behind the other.</param>
internal sealed record FileProof(ETag Tag, byte[] Chunks)
{
    /// <summary>Length of a chunk in bytes, all but the last: what a reader costs in memory, and what is read in vain for a part that begins or
    /// ends within one.</summary>
    public const int ChunkBytes = 32 * 1024;

    /// <summary>What the proof takes in memory, roughly, in bytes.</summary>
    public long Bytes => Chunks.Length + 512;

    /// <summary>Reads a whole file once: its hash, and those of its chunks.</summary>
    /// <returns>The hash of the file, its length, and the hashes of its chunks.</returns>
    public static async Task<(string Sha256, long Length, byte[] Chunks)> HashAsync(
        Stream content,
        long expected,
        CancellationToken cancellationToken
    )
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunks = new List<byte>((int)Math.Min(expected / ChunkBytes * SHA256.HashSizeInBytes, 1024 * 1024));
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            long length = 0;
            while (
                length <= expected
                && await content.ReadAtLeastAsync(buffer.AsMemory(0, ChunkBytes), ChunkBytes, false, cancellationToken) is > 0 and var read
            )
            {
                whole.AppendData(buffer, 0, read);
                chunks.AddRange(SHA256.HashData(buffer.AsSpan(0, read)));
                length += read;
            }

            return (Convert.ToHexStringLower(whole.GetHashAndReset()), length, [.. chunks]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>True when a chunk holds the bytes that were proven.</summary>
    public bool Proves(long chunk, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        var at = checked((int)(chunk * SHA256.HashSizeInBytes));
        return at + SHA256.HashSizeInBytes <= Chunks.Length && hash.SequenceEqual(Chunks.AsSpan(at, SHA256.HashSizeInBytes));
    }
}
