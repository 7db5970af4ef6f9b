using System.Globalization;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Api.Representations;

/// <summary>A part of a file.</summary>
/// <param name="First">Its first byte, counted from 0.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct BytePart(long First, long Length)
{
    /// <summary>The part as <c>Content-Range</c> names it.</summary>
    public string Of(long whole) => $"bytes {First}-{First + Length - 1}/{whole}";
}

/// <summary>Which bytes of a file a client wants (RFC 9110, 14): the grammar and no more than it, with numbers of any size.</summary>
internal static partial class ByteRanges
{
    private const int Most = 16;

    /// <summary>The parts to send, in the order in which they were asked for.</summary>
    /// <param name="header">The header <c>Range</c>; null when absent.</param>
    /// <param name="length">Length of the file.</param>
    /// <returns>Null for the whole file, empty when the file has none of what was asked for.</returns>
    /// <remarks>Ignored, as the RFC allows: another unit, what cannot be read, many parts, and parts that together are more than the file.</remarks>
    public static IReadOnlyList<BytePart>? Choose(string? header, long length)
    {
        const string Unit = "bytes=";
        if (header?.StartsWith(Unit, StringComparison.OrdinalIgnoreCase) is not true)
            return null;

        List<BytePart> parts = [];
        foreach (var element in header[Unit.Length..].Split(','))
        {
            if (element.Trim(' ', '\t') is not { Length: > 0 } written)
                continue; // a list may have empty elements (5.6.1)
            if (parts.Count == Most || Range().Match(written) is not { Success: true } range || Cut(range, length) is not { } part)
                return null;
            parts.Add(part);
        }

        if (parts is [])
            return null;
        parts.RemoveAll(part => part.Length == 0);
        return parts.Sum(part => part.Length) > length ? null : parts;
    }

    /// <summary>The bytes of a range that the file has, none where it lies behind the end; null for one that ends before it begins.</summary>
    private static BytePart? Cut(Match range, long length)
    {
        if (range.Groups["suffix"] is { Success: true } suffix)
        {
            var last = Math.Min(Number(suffix), length);
            return new BytePart(length - last, last);
        }

        var first = Number(range.Groups["first"]);
        var end = range.Groups["last"] is { Success: true } stated ? Number(stated) : long.MaxValue;
        if (end < first)
            return null;
        return first >= length ? new BytePart(first, 0) : new BytePart(first, Math.Min(end, length - 1) - first + 1);
    }

    /// <summary>A number; one that is larger than any file is the largest.</summary>
    private static long Number(Group digits) =>
        long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    [GeneratedRegex(@"\A((?<first>[0-9]+)-(?<last>[0-9]+)?|-(?<suffix>[0-9]+))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
