using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Nantong.OpenData.Plans;

/// <summary>Which characters a text may have: those that each of our formats can carry and that a reader sees.</summary>
/// <remarks>
/// Sources: XML 1.0 §2.2 (no control characters but tab and line ends, no U+FFFE and U+FFFF), ECMA-376 Part 1 §22.9.2.19 (a workbook is XML),
/// RFC 8259 §8.2 (halves of surrogate pairs), Unicode 17 §23 (what has no shape, and what turns the direction of the text around it).
/// </remarks>
public static class Characters
{
    /// <summary>The rule, as a noun phrase.</summary>
    public const string Rule = "characters that can be seen and that every format can carry";

    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [0x00] = "NULL",
        [0x07] = "BELL",
        [0x08] = "BACKSPACE",
        [0x0B] = "LINE TABULATION",
        [0x0C] = "FORM FEED",
        [0x0D] = "CARRIAGE RETURN",
        [0x1A] = "SUBSTITUTE",
        [0x1B] = "ESCAPE",
        [0x1F] = "INFORMATION SEPARATOR ONE",
        [0x7F] = "DELETE",
        [0x85] = "NEXT LINE",
        [0xAD] = "SOFT HYPHEN",
        [0x61C] = "ARABIC LETTER MARK",
        [0x115F] = "HANGUL CHOSEONG FILLER",
        [0x1160] = "HANGUL JUNGSEONG FILLER",
        [0x180E] = "MONGOLIAN VOWEL SEPARATOR",
        [0x200B] = "ZERO WIDTH SPACE",
        [0x200C] = "ZERO WIDTH NON-JOINER",
        [0x200D] = "ZERO WIDTH JOINER",
        [0x200E] = "LEFT-TO-RIGHT MARK",
        [0x200F] = "RIGHT-TO-LEFT MARK",
        [0x2028] = "LINE SEPARATOR",
        [0x2029] = "PARAGRAPH SEPARATOR",
        [0x202A] = "LEFT-TO-RIGHT EMBEDDING",
        [0x202B] = "RIGHT-TO-LEFT EMBEDDING",
        [0x202C] = "POP DIRECTIONAL FORMATTING",
        [0x202D] = "LEFT-TO-RIGHT OVERRIDE",
        [0x202E] = "RIGHT-TO-LEFT OVERRIDE",
        [0x2060] = "WORD JOINER",
        [0x2061] = "FUNCTION APPLICATION",
        [0x2062] = "INVISIBLE TIMES",
        [0x2063] = "INVISIBLE SEPARATOR",
        [0x2064] = "INVISIBLE PLUS",
        [0x2066] = "LEFT-TO-RIGHT ISOLATE",
        [0x2067] = "RIGHT-TO-LEFT ISOLATE",
        [0x2068] = "FIRST STRONG ISOLATE",
        [0x2069] = "POP DIRECTIONAL ISOLATE",
        [0x2800] = "BRAILLE PATTERN BLANK",
        [0x3164] = "HANGUL FILLER",
        [0xFEFF] = "ZERO WIDTH NO-BREAK SPACE, the byte order mark",
        [0xFFA0] = "HALFWIDTH HANGUL FILLER",
        [0xFFFC] = "OBJECT REPLACEMENT CHARACTER",
        [0xFFFD] = "REPLACEMENT CHARACTER: a conversion lost what stood here, so start again from the original",
    }.ToFrozenDictionary();

    /// <summary>The places in a text of editors with characters that it may not have, each with the character's length in UTF-16 units.</summary>
    public static IEnumerable<(int At, int Length)> Refused(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is (>= ' ' and <= '~') or (>= '\u3400' and <= '\u9FFF') or '\t' or '\n' or '\r')
                continue; // nearly all
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                yield return (at, 1);
                continue;
            }

            if (IsRefused(rune))
                yield return (at, rune.Utf16SequenceLength);
            at += rune.Utf16SequenceLength - 1;
        }
    }

    /// <summary>What a text from outside does wrong by its characters; null when nothing.</summary>
    /// <param name="where">What the text is: <c>--message</c>.</param>
    /// <param name="text">The text.</param>
    public static Unreadable? Check(string where, string text)
    {
        foreach (var (at, _) in Refused(text))
            return new Unreadable(where, Name(text, at), Rule);
        return null;
    }

    /// <summary>A character as a refusal names it: <c>U+200B ZERO WIDTH SPACE</c>.</summary>
    public static string Name(string text, int at)
    {
        var number = Quoted.NumberAt(text, at);
        var code = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : text[at];
        return Names.TryGetValue(code, out var name) ? $"{number} {name}"
            : KindOf(code) is { } kind ? $"{number}, {kind}"
            : number;
    }

    /// <summary>True for a character that deceives the eye even in a text that is published with its defects: it turns words around, or breaks a
    /// line where none ends.</summary>
    internal static bool MisleadsInSource(char character) =>
        IsNoncharacter(character)
        || character is '\uFFFD'
        || IsBlankLetter(character)
        || (
            char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            && !IsPassedOver(character)
        );

    /// <summary>True for the characters without width that a source may have: the search passes over them, and the text is published as it
    /// is.</summary>
    internal static bool IsPassedOver(char character) => character is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>True for letters and signs that print nothing.</summary>
    internal static bool IsBlankLetter(int code) => code is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;

    private static bool IsRefused(Rune rune) =>
        IsNoncharacter(rune.Value)
        || IsBlankLetter(rune.Value)
        || IsVariationSelector(rune.Value)
        || rune.Value is 0xFFFC or 0xFFFD
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static bool IsNoncharacter(int code) => code is >= 0xFDD0 and <= 0xFDEF || (code & 0xFFFE) == 0xFFFE;

    /// <summary>True for a sign that only chooses another shape of the character before it.</summary>
    internal static bool IsVariationSelector(int code) =>
        code is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180F);

    private static string? KindOf(int code) =>
        code switch
        {
            < 0x20 or (>= 0x7F and < 0xA0) => "a control character",
            >= 0xD800 and <= 0xDFFF => "half of a surrogate pair",
            >= 0xE0000 and <= 0xE007F => "a tag character",
            _ when IsVariationSelector(code) => "a variation selector",
            _ when IsNoncharacter(code) => "a noncharacter",
            _ when Rune.IsValid(code) && Rune.GetUnicodeCategory(new Rune(code)) is UnicodeCategory.Format => "a character without shape",
            _ => null,
        };
}
