using System.Text.Unicode;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Recognises the encodings that programs in China and around it save by default, from the lines that are no UTF-8.</summary>
/// <remarks>By the bytes that common characters have there: level 1 of GB 2312 begins with B0 to D7, level 1 of Big5 with A4 to C6, kana of
/// Shift_JIS with 82 and 83. What is written in pairs from A1 to FE alone is told apart by its rows: A4 and A5 are kana in EUC-JP, and nearly all
/// that stands above is Hangul, B0 to C8, in EUC-KR, where Chinese goes on to D7 and beyond.</remarks>
internal static class EightBitEncoding
{
    private const int MostBytes = 1 << 16;

    /// <summary>The encoding that fits best; null when none does.</summary>
    public static string? Guess(ReadOnlySpan<byte> file)
    {
        var (gb, big5, japanese, western, all) = (0, 0, 0, 0, 0);
        foreach (var range in file.Split((byte)'\n'))
        {
            var line = file[range];
            if (all > MostBytes)
                break;
            if (Utf8.IsValid(line))
                continue;
            gb += Pairs(line, IsChinese);
            big5 += Pairs(line, IsTraditional);
            japanese += Pairs(line, IsJapanese);
            western += Lone(line);
            all += High(line);
        }

        if (western * 10 > all * 6)
            return "Windows-1252 (Latin 1)";
        if (ExtendedUnixCode.Guess(file) is { } extended)
            return extended;
        var best = Math.Max(gb, Math.Max(big5, japanese));
        if (best * 2 * 10 < all * 5)
            return null; // fewer than half of the bytes are part of a common character
        return best == gb ? "GB 18030 (GBK)"
            : best == big5 ? "Big5"
            : "Shift_JIS";
    }

    private static bool IsChinese(byte lead, byte trail) => lead is (>= 0xB0 and <= 0xD7) or 0xA1 or 0xA3 && trail is >= 0xA1 and <= 0xFE;

    private static bool IsTraditional(byte lead, byte trail) =>
        lead is >= 0xA1 and <= 0xC6 && trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE);

    private static bool IsJapanese(byte lead, byte trail) =>
        lead is (>= 0x81 and <= 0x83) or (>= 0x88 and <= 0x97) && trail is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC);

    /// <summary>The pairs that are a common character, the line read from its beginning: a byte above 7F begins a pair.</summary>
    private static int Pairs(ReadOnlySpan<byte> line, Func<byte, byte, bool> isCommon)
    {
        var found = 0;
        for (var at = 0; at + 1 < line.Length; at++)
        {
            if (line[at] < 0x80)
                continue;
            if (isCommon(line[at], line[at + 1]))
                found++;
            at++;
        }

        return found;
    }

    private static int High(ReadOnlySpan<byte> line)
    {
        var found = 0;
        foreach (var one in line)
            if (one >= 0x80)
                found++;
        return found;
    }

    /// <summary>The bytes above 7F that stand alone, as accented letters do in words.</summary>
    private static int Lone(ReadOnlySpan<byte> line)
    {
        var found = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] >= 0x80 && (at == 0 || line[at - 1] < 0x80) && (at + 1 == line.Length || line[at + 1] < 0x80))
                found++;
        }

        return found;
    }
}
