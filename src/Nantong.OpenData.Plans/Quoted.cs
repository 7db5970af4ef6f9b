using System.Globalization;
using System.Text;

namespace Nantong.OpenData.Plans;

/// <summary>Writes a text so that a reader sees every character of it: one without a shape of its own stands as its number,
/// <c>[U+200B]</c>.</summary>
/// <remarks>A refusal that shows the cell <c>nantong</c> with a zero-width space at its end as <c>nantong</c> helps nobody.</remarks>
public static class Quoted
{
    /// <summary>The text with numbers in the place of characters that cannot be seen, or that are seen as a common space.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        if (text.Length is 1 or 2 && Find(text, 0, out var whole) && whole == text.Length)
            return NumberAt(text, 0);

        var seen = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; )
        {
            if (Find(text, at, out var length))
                seen.Append('[').Append(NumberAt(text, at)).Append(']');
            else
                seen.Append(text, at, length);
            at += length;
        }

        return seen.ToString();
    }

    /// <summary>The number of a character: <c>U+FEFF</c>; of half a surrogate pair its own.</summary>
    internal static string NumberAt(string text, int at) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{(Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : text[at]):X4}");

    /// <summary>True for a character without a shape.</summary>
    private static bool Find(string text, int at, out int length)
    {
        length = 1;
        if (!Rune.TryGetRuneAt(text, at, out var rune))
            return true;
        length = rune.Utf16SequenceLength;
        return rune.Value != ' '
            && (
                Characters.IsBlankLetter(rune.Value)
                || Characters.IsVariationSelector(rune.Value)
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.SpaceSeparator
                        or UnicodeCategory.OtherNotAssigned
                        or UnicodeCategory.PrivateUse
            );
    }
}
