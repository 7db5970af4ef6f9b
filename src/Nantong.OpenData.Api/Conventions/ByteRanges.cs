using Microsoft.Net.Http.Headers;

namespace Nantong.OpenData.Api.Conventions;

/// <summary>A part of a file.</summary>
/// <param name="First">Its first byte, counted from 0.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct BytePart(long First, long Length)
{
    /// <summary>The part as <c>Content-Range</c> names it.</summary>
    public string Of(long whole) => $"bytes {First}-{First + Length - 1}/{whole}";
}

/// <summary>Which bytes of a file a client wants (RFC 9110, 14).</summary>
internal static class ByteRanges
{
    private const int Most = 16;

    /// <summary>The parts to send, in the order in which they were asked for.</summary>
    /// <param name="header">The header <c>Range</c>; null when absent.</param>
    /// <param name="length">Length of the file.</param>
    /// <returns>Null for the whole file, empty when the file has none of what was asked for.</returns>
    /// <remarks>Ignored, as the RFC allows: another unit, what cannot be read, many parts, and parts that together are more than the file.</remarks>
    public static IReadOnlyList<BytePart>? Choose(string? header, long length)
    {
        if (!RangeHeaderValue.TryParse(header, out var wanted) || !wanted.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase) || wanted.Ranges.Count > Most) return null;

        BytePart[] parts = [.. wanted.Ranges.Select(range => Cut(range, length)).Where(part => part.Length > 0)];
        return parts.Sum(part => part.Length) > length ? null : parts;
    }

    private static BytePart Cut(RangeItemHeaderValue range, long length)
    {
        var first = range.From ?? length - Math.Min(range.To ?? 0, length); // without a first byte, the number is that of the last ones
        var last = range.From is null ? length - 1 : Math.Min(range.To ?? length - 1, length - 1);
        return new(first, last - first + 1);
    }
}
