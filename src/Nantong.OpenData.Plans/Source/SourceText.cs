using System.Security.Cryptography;

namespace Nantong.OpenData.Plans.Source;

/// <summary>The source file as text, with its lines.</summary>
public sealed class SourceText
{
    private readonly int[] lineStarts;

    private SourceText(ReadOnlyMemory<byte> bytes, string content)
    {
        Bytes = bytes;
        Content = content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        lineStarts = [0, .. content.Index().Where(c => c.Item == '\n').Select(c => c.Index + 1)];
    }

    /// <summary>Largest source that is read, in bytes. This plan has 95,351; the room is for longer ones, not for noise.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The file, byte for byte.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The file, decoded.</summary>
    public string Content { get; }

    /// <summary>SHA-256 of the file, as lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }
}
