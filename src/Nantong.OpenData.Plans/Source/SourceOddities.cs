using System.Globalization;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Source;

/// <summary>Finds what a source may have and that is mostly left by a program on the way: characters without width, a private character, remains of
/// HTML, two full stops, a bracket or quotation mark without its other half. It is published as it is.</summary>
internal static partial class SourceOddities
{
    private static readonly (char Open, char Close)[] Pairs = [('（', '）'), ('“', '”'), ('《', '》'), ('〔', '〕'), ('【', '】')];

    /// <summary>Each with its line.</summary>
    public static IEnumerable<Unreadable> Find(SourceText source)
    {
        foreach (var (index, span) in source.Lines.Index())
        {
            var text = source[span].ToString();
            for (var at = 0; at < text.Length; at++)
            {
                if (RuleFor(text[at]) is { } rule)
                    yield return SourceText.At(index + 1, Characters.Name(text, at), rule) with
                    {
                        Column = at + 1,
                    };
            }

            if (Remains().Match(text) is { Success: true } remains)
                yield return SourceText.At(index + 1, remains.Value, "text without what a page or a program has left, or an erratum for it");
            if (text.Contains("。。", StringComparison.Ordinal) || text.Contains("，，", StringComparison.Ordinal))
                yield return SourceText.At(index + 1, text, "one mark, or an erratum for it");
        }
    }

    /// <summary>The passages in which a bracket or quotation mark has no other half.</summary>
    /// <param name="passages">Each passage with its line.</param>
    public static IEnumerable<Unreadable> Unpaired(IEnumerable<(int Line, string Text)> passages)
    {
        foreach (var (line, text) in passages)
        {
            foreach (var (open, close) in Pairs)
            {
                var (opened, closed) = (text.Count(character => character == open), text.Count(character => character == close));
                if (opened != closed && !(close is '）' && Enumerator().IsMatch(text)))
                    yield return SourceText.At(
                        line,
                        text,
                        string.Create(CultureInfo.InvariantCulture, $"{open} and {close} in pairs, or an erratum: there are {opened} and {closed}")
                    );
            }
        }
    }

    /// <summary>1） at the head of an item needs no other half.</summary>
    [GeneratedRegex("(?:^|[。；，])[0-9a-z]{1,2}）", RegexOptions.CultureInvariant)]
    private static partial Regex Enumerator();

    private static string? RuleFor(char character) =>
        Characters.IsPassedOver(character) ? "no character without width, or an erratum for it: readers cannot see it, and searches pass over it"
        : character is '\u00A0' or '\u202F' or '\u2007' ? "an ordinary space"
        : char.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse ? "a character of Unicode: what this one shows depends on a font"
        : character is >= '\u2E80' and <= '\u2FDF' ? "an ideograph, and no radical that only looks like one: nobody finds the word"
        : null;

    [GeneratedRegex(
        "&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#\\d+);|</?(?:br|p|div|span|td|tr|strong|font|b|i)\\b[^>]*>|\\\\[nrt]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Remains();
}
