using System.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>What a text from a caller must be before it is looked for.</summary>
public static class Readable
{
    /// <summary>The rule, as a noun phrase.</summary>
    public const string Rule =
        "characters that a text can hold: no control characters but white space, no half of a surrogate pair, nothing that is not UTF-8";

    /// <summary>True for a text of such characters. What a decoder could not read arrives as U+FFFD.</summary>
    public static bool Is(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xFFFD or 0xFFFE or 0xFFFF || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)))
                return false;
        }

        return true;
    }
}
