namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Finds text in UTF-8 that a program read as another encoding and saved again: 城 has become åŸŽ, or 鍩.</summary>
internal static class Garbled
{
    /// <summary>The rule, as a noun phrase.</summary>
    public const string Rule = "text as it was written: this was UTF-8, opened as another encoding and saved again, so start again from the original";

    /// <summary>What Windows-1252 has at 80 to 9F, in that order; a program may also leave these as control characters.</summary>
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Characters that common Chinese becomes when UTF-8 is read as GBK, and that are rare otherwise.</summary>
    private const string FromGbk = "鐨鍦鏄鍩锛銆鈥鏂鏈鍥鍏绗鍙鍜闂鎴鍒";

    /// <summary>Where such text begins; -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Its length, as far as it can be told.</param>
    public static int Find(string text, out int length)
    {
        length = 0;
        var rare = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] < 0xC2)
                continue;
            if (text[at] <= 0xF4)
            {
                length = Sequence(text, at);
                if (length > 0)
                    return at;
            }
            else if (text.AsSpan(at).StartsWith("锟斤拷", StringComparison.Ordinal))
            {
                length = 3;
                return at;
            }
            else if (FromGbk.Contains(text[at], StringComparison.Ordinal))
            {
                length = 1;
                if (rare >= 0 && at - rare < 12 && text[rare] != text[at])
                    return rare;
                rare = at;
            }
        }

        return -1;
    }

    /// <summary>The length of the characters from a place on that are the bytes of one character in UTF-8; 0 when they are not.</summary>
    private static int Sequence(string text, int at)
    {
        var lead = text[at];
        // other leads of two are letters in front of a mark
        var length =
            lead is 'Â' or 'Ã' ? 2
            : lead is >= 'à' and <= 'ï' ? 3
            : lead is >= 'ð' and <= 'ô' ? 4
            : 0;
        if (length == 0 || at + length > text.Length)
            return 0;
        for (var next = at + 1; next < at + length; next++)
            if (!Continues(text[next]))
                return 0;
        return length;
    }

    private static bool Continues(char character) =>
        character is >= '\u0080' and <= '\u00BF' || Windows.Contains(character, StringComparison.Ordinal);
}
