using System.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>A text in a form that is equal for texts which a reader would call the same.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Origins">For each character of <paramref name="Text"/> the position of the character that it came from; one more entry holds the
/// length of the original.</param>
public sealed record Folded(string Text, IReadOnlyList<int> Origins)
{
    /// <summary>Where a range of the folded text stands in the original, its end excluded.</summary>
    public (int Start, int End) Original(int start, int end) => (Origins[start], end > start ? Origins[end - 1] + 1 : Origins[start]);
}

/// <summary>Folds away how a text is set: full and half width, spaces, forms of the same mark.</summary>
/// <remarks>
/// Written as rules and a table because the product runs with invariant globalisation, where <c>string.Normalize</c> leaves Chinese as it is.
/// Characters that are followed by combining marks are not composed: the sources hold none.
/// </remarks>
public static class Folding
{
    /// <summary>For searching: compatibility characters replaced (Ｇ is G, ㎡ is m2), Latin letters in lower case, every white space one
    /// space.</summary>
    public static Folded ForSearch(string text) => Fold(text, Steps.Search);

    /// <summary>
    /// For telling whether two texts differ in typography alone: compatibility characters replaced, white space dropped, marks of one kind made one.
    /// Digits stay apart where white space or a raised digit parts them (10² is not 102), and so do Latin words.
    /// </summary>
    public static string Typographic(string text) => TypographicWithOrigins(text).Text;

    /// <summary>The same, with the place that each character came from.</summary>
    public static Folded TypographicWithOrigins(string text) => Fold(text, Steps.Typographic);

    /// <summary>True when two texts differ, but in typography alone.</summary>
    public static bool DifferInTypographyAlone(string one, string other) =>
        !string.Equals(one, other, StringComparison.Ordinal) && string.Equals(Typographic(one), Typographic(other), StringComparison.Ordinal);

    private const char TwoDotLeader = '︰'; // NFKC makes it two full stops, but law texts set it where they mean the colon that it looks like

    private enum Steps
    {
        Search,
        Typographic,
    }

    private static Folded Fold(string text, Steps steps)
    {
        var folded = new StringBuilder(text.Length);
        List<int> origins = new(text.Length + 1);
        var (space, edge) = (false, false); // white space, or a numeral such as ² and ①, ends right before the next character
        for (var at = 0; at < text.Length; at++)
        {
            if (IsInvisible(text[at]) || (steps is Steps.Search && text[at] is '\'' or '’'))
                continue; // Hai'an is looked for as Haian
            if (char.IsWhiteSpace(text[at]))
            {
                space = true;
                continue;
            }

            var form = text[at] is TwoDotLeader ? ":" : CompatibilityCharacters.Find(text[at]);
            var numeral = form is not null && text[at] is not (>= '\uFF10' and <= '\uFF19') && form.Any(char.IsAsciiDigit);
            edge |= numeral;
            foreach (var character in form ?? text.AsSpan(at, 1))
            {
                if (folded.Length > 0 && Parted(folded[^1], character))
                    Append(' ', at);
                Append(steps is Steps.Search ? char.ToLowerInvariant(character) : Mark(character), at);
                (space, edge) = (false, false);
            }

            edge = numeral;
        }

        origins.Add(text.Length);
        return new Folded(folded.ToString(), origins);

        bool Parted(char last, char next) =>
            steps is Steps.Search
                ? space
                : ((space || edge) && char.IsAsciiDigit(last) && char.IsAsciiDigit(next))
                    || (space && char.IsAsciiLetter(last) && char.IsAsciiLetter(next));

        void Append(char character, int origin)
        {
            folded.Append(character);
            origins.Add(origin);
        }
    }

    /// <summary>One mark for all that are read alike.</summary>
    private static char Mark(char character) =>
        character switch
        {
            '“' or '”' or '„' or '‟' or '〝' or '〞' or '«' or '»' or '「' or '」' or '『' or '』' => '"',
            '‘' or '’' or '‚' or '‛' or '`' or '´' => '\'',
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '─' or '━' => '-',
            '•' or '‧' or '∙' or '⋅' or '・' or '●' => '·',
            '〔' or '【' or '〖' => '[',
            '〕' or '】' or '〗' => ']',
            '∼' or '〜' => '~',
            '。' => '.',
            '○' or '◯' or '〇' => '0', // the zero of 二〇二一 is set in all of these
            _ => character,
        };

    private static bool IsInvisible(char character) => character is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';
}
