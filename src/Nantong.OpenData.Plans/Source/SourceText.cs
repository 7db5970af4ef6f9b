using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Nantong.OpenData.Plans.Source;

/// <summary>The source file as text, with its lines.</summary>
public sealed class SourceText
{
    /// <summary>Largest source that is read, in bytes. This plan has 95,351; the room is for longer ones, not for noise.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private readonly List<SourceSpan> lines = [];

    private SourceText(ReadOnlyMemory<byte> bytes, string content)
    {
        Bytes = bytes;
        Content = content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        for (var start = 0; start < content.Length;)
        {
            var feed = content.IndexOf('\n', start);
            var end = feed < 0 ? content.Length : feed;
            lines.Add(new SourceSpan(start, end));
            start = end + 1;
        }
    }

    /// <summary>The file, byte for byte.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The file, decoded.</summary>
    public string Content { get; }

    /// <summary>SHA-256 of the file, as lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The lines in order, without their line feeds.</summary>
    public IReadOnlyList<SourceSpan> Lines => lines;

    /// <summary>The characters of a range.</summary>
    public ReadOnlySpan<char> this[SourceSpan span] => Content.AsSpan(span.Start, span.Length);

    /// <summary>Number of the line, from 1, that a character stands in.</summary>
    public int LineOf(int position)
    {
        var found = lines.BinarySearch(new SourceSpan(position, position), Comparer<SourceSpan>.Create((a, b) => a.Start.CompareTo(b.Start)));
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>An error at a line of the source.</summary>
    /// <param name="line">Line number, from 1.</param>
    /// <param name="found">What stands there; the error quotes its beginning when it is long.</param>
    /// <param name="rule">What is allowed there.</param>
    public static Unreadable At(int line, ReadOnlySpan<char> found, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"source.txt line {line}"), found.ToString(), rule);

    /// <summary>Reads a source file: UTF-8 without a byte order mark, composed characters, lines ended by a line feed, no control characters but tabs.</summary>
    public static Parsed<SourceText> Parse(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.IsEmpty) return At(1, "", "a text: the file is empty");
        if (span.Length > MaxBytes)
            return At(1, string.Create(CultureInfo.InvariantCulture, $"{span.Length} bytes"), string.Create(CultureInfo.InvariantCulture, $"at most {MaxBytes} bytes"));
        if (span is [0xEF, 0xBB, 0xBF, ..]) return At(1, "EF BB BF", "UTF-8 without a byte order mark");
        if (span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return At(1, Convert.ToHexString(span[..2]), "UTF-8; the file looks like UTF-16");
        if (Utf8Error(span) is { } error) return error;

        var source = new SourceText(bytes, Encoding.UTF8.GetString(span));
        return source.FirstForbidden() is { } forbidden ? forbidden : source;
    }

    private static Unreadable? Utf8Error(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return null;
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) is System.Buffers.OperationStatus.Done)
        {
            if (rune.Value == '\n') line++;
            bytes = bytes[length..];
        }

        return At(line, $"byte {bytes[0]:X2}", "UTF-8; this byte belongs to another encoding, such as GB 18030");
    }

    private Unreadable? FirstForbidden()
    {
        foreach (var (position, character) in Content.Index())
        {
            if (char.IsControl(character) && character is not ('\n' or '\t'))
                return At(LineOf(position), $"U+{(int)character:X4}", "no control characters but line feed and tab");
            if (char.IsSurrogate(character))
                return At(LineOf(position), $"U+{char.ConvertToUtf32(Content, position):X4}", "characters of the Basic Multilingual Plane, so that offsets count code points everywhere");
            if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
                return At(LineOf(position), $"U+{(int)character:X4}", "composed characters (Unicode normalization form C), no combining marks");
            if (character is >= '\uF900' and <= '\uFAFF')
                return At(LineOf(position), $"U+{(int)character:X4}", "unified ideographs (Unicode normalization form C), no compatibility ideographs");
        }

        return null;
    }
}
