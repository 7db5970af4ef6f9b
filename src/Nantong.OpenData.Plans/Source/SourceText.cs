using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nantong.OpenData.Plans.Inputs;

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
        for (var start = 0; start < content.Length; )
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

    /// <summary>Reads a source file: UTF-8 without a byte order mark, composed characters, lines ended by a line feed, no control characters but
    /// tabs.</summary>
    /// <remarks>Characters without width are let through: the text is published with its defects, and the search passes over them.</remarks>
    public static Parsed<SourceText> Parse(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.IsEmpty)
            return At(1, "", "a text: the file is empty");
        if (span.Length > MaxBytes)
            return At(
                1,
                string.Create(CultureInfo.InvariantCulture, $"{span.Length} bytes"),
                string.Create(CultureInfo.InvariantCulture, $"at most {MaxBytes} bytes")
            );
        if (span is [0xEF, 0xBB, 0xBF, ..])
            return At(1, "U+FEFF, the byte order mark", "UTF-8 without a byte order mark");
        if (TextEncoding.Check(PlanFile.Source, span) is { } error)
            return error;

        var source = new SourceText(bytes, Encoding.UTF8.GetString(span));
        var faults = new Faults();
        faults.Add(source.Forbidden());
        return faults.Count > 0 ? faults : source;
    }

    private IEnumerable<Unreadable> Forbidden()
    {
        for (var at = 0; at < Content.Length; at++)
        {
            if (RuleFor(Content[at]) is not { } rule)
                continue;
            yield return Here(at, Characters.Name(Content, at), rule);
            if (char.IsHighSurrogate(Content[at]))
                at++;
        }

        if (Garbled.Find(Content, out var length) is >= 0 and var garbled)
            yield return Here(garbled, Content.Substring(garbled, length), Garbled.Rule);
        foreach (var line in lines.Where(line => line.Length > InputLimits.LongestText))
        {
            yield return Here(
                line.Start,
                string.Create(CultureInfo.InvariantCulture, $"{line.Length} characters"),
                string.Create(CultureInfo.InvariantCulture, $"a line of at most {InputLimits.LongestText} characters, as tables and workbooks take")
            );
        }

        Unreadable Here(int position, string found, string rule)
        {
            var line = LineOf(position);
            return At(line, found, rule) with { Column = position - lines[line - 1].Start + 1 };
        }
    }

    /// <summary>The rule that a character of the source breaks; null for one that it may have, even if it is a defect of the text.</summary>
    private static string? RuleFor(char character)
    {
        if (character is (>= ' ' and <= '~') or (>= '\u3400' and <= '\u9FFF'))
            return null; // nearly all
        if (char.IsControl(character))
            return character is '\n' or '\t' ? null : "no control characters but line feed and tab";
        if (char.IsSurrogate(character))
            return "characters of the Basic Multilingual Plane, so that offsets count code points everywhere";
        if (
            char.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
        )
            return "composed characters (Unicode normalization form C), no combining marks";
        if (character is >= '\uF900' and <= '\uFAFF')
            return "unified ideographs (Unicode normalization form C), no compatibility ideographs";
        return Characters.MisleadsInSource(character)
            ? $"{Characters.Rule}: none that turns words around, ends a line within a line, or is no character"
            : null;
    }
}
