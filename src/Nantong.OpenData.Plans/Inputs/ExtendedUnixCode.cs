using System.Text.Unicode;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Recognises Japanese and Korean in their extended Unix codes, whose bytes are those of GB 2312, too.</summary>
internal static class ExtendedUnixCode
{
    private const int MostBytes = 1 << 16;
    private const int FewestPairs = 10; // of fewer, Chinese may by chance be all within the rows of Hangul

    /// <summary>EUC-JP or EUC-KR; null when the lines that are no UTF-8 are neither, or Chinese.</summary>
    public static string? Guess(ReadOnlySpan<byte> file)
    {
        var (pairs, kana, hangul, words, read) = (0, 0, 0, 0, 0);
        foreach (var range in file.Split((byte)'\n'))
        {
            var line = file[range];
            if (read > MostBytes)
                break;
            if (Utf8.IsValid(line))
                continue;
            read += line.Length;
            for (var at = 0; at < line.Length; at++)
            {
                if (line[at] < 0x80)
                    continue;
                switch (line[at..])
                {
                    case [0x8F, >= 0xA1 and <= 0xFE, >= 0xA1 and <= 0xFE, ..]: // JIS X 0212
                        at++;
                        break;
                    case [0x8E, >= 0xA1 and <= 0xDF, ..]: // narrow katakana
                    case [0xA4, >= 0xA1 and <= 0xF3, ..]:
                    case [0xA5, >= 0xA1 and <= 0xF6, ..]:
                        kana++;
                        break;
                    case [>= 0xB0 and <= 0xC8, >= 0xA1 and <= 0xFE, ..]:
                        hangul++;
                        words++;
                        break;
                    case [> 0xC8 and <= 0xFE, >= 0xA1 and <= 0xFE, ..]:
                        words++;
                        break;
                    case [>= 0xA1 and < 0xB0, >= 0xA1 and <= 0xFE, ..]:
                        break;
                    default:
                        return null;
                }

                pairs++;
                at++;
            }
        }

        if (kana * 4 >= pairs && pairs > 0)
            return "EUC-JP";
        return hangul >= FewestPairs && hangul * 20 >= words * 19 && words * 2 >= pairs ? "EUC-KR" : null;
    }
}
