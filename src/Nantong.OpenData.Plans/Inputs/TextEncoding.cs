using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Tells a file in UTF-8 from one in another encoding, and which that is.</summary>
public static class TextEncoding
{
    /// <summary>How to save a file rightly.</summary>
    internal const string SaveAs = "save it as UTF-8 (Excel and WPS: \"CSV UTF-8 (comma delimited)\"; Notepad: encoding UTF-8)";

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The file without the byte order mark that editors on Windows put before UTF-8; RFC 8259 §8.1 lets a reader pass over it.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) => file.Span.StartsWith(Mark) ? file[Mark.Length..] : file;

    /// <summary>Checks that a file is UTF-8.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="file">Its bytes, without a byte order mark.</param>
    /// <returns>Null, or the line of the first byte that is not, with the encoding that the file seems to have.</returns>
    internal static Unreadable? Check(string name, ReadOnlySpan<byte> file)
    {
        if (Wide(file) is { } wide)
            return At(name, 1, wide.Found, $"UTF-8; the file looks like {wide.Encoding}: {SaveAs}");
        if (Shifted(file) is { } shifted)
            return At(
                name,
                1 + file[..shifted.At].Count((byte)'\n'),
                shifted.Found,
                $"UTF-8; this belongs to another encoding, it looks like {shifted.Encoding}: {SaveAs}"
            );
        if (Utf8.IsValid(file))
            return null;

        var line = 1;
        var rest = file;
        while (Rune.DecodeFromUtf8(rest, out var rune, out var length) is OperationStatus.Done)
        {
            if (rune.Value == '\n')
                line++;
            rest = rest[length..];
        }

        var found = $"byte {rest[0]:X2}";
        if (rest is [0xED, >= 0xA0 and <= 0xBF, ..])
            return At(name, line, found, "UTF-8, which has no halves of surrogate pairs (RFC 3629 §3)");
        return EightBitEncoding.Guess(file) is { } guess
            ? At(name, line, found, $"UTF-8; this byte belongs to another encoding, it looks like {guess}: {SaveAs}")
            : At(name, line, found, $"UTF-8; this byte belongs to another encoding, such as GB 18030: {SaveAs}");
    }

    /// <summary>An encoding that shifts between sets of characters by escape sequences (ISO/IEC 2022): its bytes are all ASCII, and so they would
    /// be valid UTF-8; null when the file has no such sequence.</summary>
    private static (int At, string Found, string Encoding)? Shifted(ReadOnlySpan<byte> file)
    {
        const byte Escape = 0x1B;
        for (var at = file.IndexOf(Escape); at >= 0; )
        {
            switch (file[(at + 1)..])
            {
                case [(byte)'$', (byte)'@' or (byte)'B', ..]:
                case [(byte)'$', (byte)'(', (byte)'D', ..]:
                case [(byte)'(', (byte)'J' or (byte)'I', ..]:
                    return (at, "an escape sequence", "ISO-2022-JP");
                case [(byte)'$', (byte)')', (byte)'C', ..]:
                    return (at, "an escape sequence", "ISO-2022-KR");
                case [(byte)'$', (byte)')', (byte)'A' or (byte)'G', ..]:
                    return (at, "an escape sequence", "ISO-2022-CN");
            }

            var next = file[(at + 1)..].IndexOf(Escape);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>An encoding of two or four bytes for each character; null when the file is in none of them.</summary>
    private static (string Found, string Encoding)? Wide(ReadOnlySpan<byte> file)
    {
        switch (file)
        {
            case [0xFF, 0xFE, 0, 0, ..]:
                return ("bytes FF FE 00 00", "UTF-32 (little endian)");
            case [0, 0, 0xFE, 0xFF, ..]:
                return ("bytes 00 00 FE FF", "UTF-32 (big endian)");
            case [0xFF, 0xFE, ..]:
                return ("bytes FF FE", "UTF-16 (little endian, \"Unicode\" in Notepad)");
            case [0xFE, 0xFF, ..]:
                return ("bytes FE FF", "UTF-16 (big endian)");
        }

        var sample = file[..Math.Min(file.Length, 1 << 16)];
        if (sample.Length < 4)
            return null;
        Span<int> zeros = stackalloc int[4];
        for (var at = 0; at < sample.Length; at++)
            if (sample[at] == 0)
                zeros[at % 4]++;

        var quarter = sample.Length / 4;
        if (zeros[2] > quarter * 9 / 10 && zeros[3] > quarter * 9 / 10 && zeros[0] < quarter / 2)
            return ("bytes 00 00", "UTF-32 (little endian)");
        if (zeros[0] > quarter * 9 / 10 && zeros[1] > quarter * 9 / 10 && zeros[3] < quarter / 2)
            return ("bytes 00 00", "UTF-32 (big endian)");
        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        if ((odd > sample.Length / 16 && even < odd / 8) || LooksWide(sample, high: 1))
            return ("bytes without a mark", "UTF-16 (little endian)");
        if ((even > sample.Length / 16 && odd < even / 8) || LooksWide(sample, high: 0))
            return ("bytes without a mark", "UTF-16 (big endian)");
        return null;
    }

    /// <summary>True for bytes that are no UTF-8 and that, taken in pairs, are Chinese with its marks and line ends.</summary>
    private static bool LooksWide(ReadOnlySpan<byte> sample, int high)
    {
        if (Utf8.IsValid(sample))
            return false;
        var (pairs, known) = (sample.Length / 2, 0);
        for (var at = 0; at + 1 < sample.Length; at += 2)
        {
            if (sample[at + high] is (>= 0x4E and <= 0x9F) or 0x30 or 0xFF or 0)
                known++;
        }

        return known > pairs * 19 / 20;
    }

    private static Unreadable At(string name, int line, string found, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} line {line}"), found, rule);
}
