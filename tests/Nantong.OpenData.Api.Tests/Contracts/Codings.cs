using System.IO.Compression;

namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>The content codings that the service sends.</summary>
internal static class Codings
{
    /// <summary>What was packed.</summary>
    public static byte[] Unpack(byte[] packed, string? coding)
    {
        if (coding is null)
            return packed;
        using var bytes = new MemoryStream(packed);
        using Stream unpacking = coding switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"an unknown coding: {coding}"),
        };
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }
}
