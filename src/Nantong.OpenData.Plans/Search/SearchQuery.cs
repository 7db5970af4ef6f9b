namespace Nantong.OpenData.Plans.Search;

/// <summary>One thing that a search asks for.</summary>
/// <param name="Text">What is looked for, folded: see <see cref="Folding.ForSearch"/>.</param>
/// <param name="Excluded">True when records that hold it are left out.</param>
public sealed record SearchTerm(string Text, bool Excluded);

/// <summary>What a search asks for: all of its terms, none of the excluded ones.</summary>
/// <param name="Terms">The terms in the order of the query, each once.</param>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms)
{
    /// <summary>Longest query, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Most terms of a query.</summary>
    public const int MaxTerms = 10;

    private const string Openers = "\"“「『＂";
    private const string Closers = "\"”」』＂";

    /// <summary>
    /// Reads a query: white space parts terms, quotation marks hold a phrase together, a minus in front of a term excludes it.
    /// There are no wildcards: every other character stands for itself.
    /// </summary>
    /// <param name="parameter">Name of the parameter that it came in.</param>
    /// <param name="text">The query as written.</param>
    public static Parsed<SearchQuery> Parse(string parameter, string text)
    {
        if (text.Length > MaxLength)
            return Refused($"at most {MaxLength} characters");
        if (!Readable.Is(text))
            return Refused(Readable.Rule);

        List<SearchTerm> terms = [];
        for (var at = 0; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var excluded = text[at] is '-' or '－';
            if (excluded)
                at++;
            if (Word(text, ref at) is not { } word)
                return Refused("quotation marks in pairs");
            var folded = Folding.ForSearch(word).Text;
            if (excluded && folded is "")
                return Refused("a word or phrase right behind each minus");
            if (folded is not "" && !terms.Contains(new(folded, excluded)))
                terms.Add(new(folded, excluded));
        }

        if (terms is [])
            return Refused("at least one character to look for");
        if (terms.TrueForAll(term => term.Excluded))
            return Refused("at least one term without a minus in front");
        return terms.Count <= MaxTerms ? new SearchQuery(terms) : Refused($"at most {MaxTerms} terms");

        Unreadable Refused(string rule) => new(parameter, text, rule);
    }

    /// <summary>The phrase or word that begins at a place, without its quotation marks; null for a phrase that never ends.</summary>
    private static string? Word(string text, ref int at)
    {
        var start = at;
        if (at < text.Length && Openers.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var kind)
        {
            var end = text.IndexOf(Closers[kind], at + 1);
            at = end + 1;
            return end < 0 ? null : text[(start + 1)..end];
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]) && Openers.IndexOf(text[at], StringComparison.Ordinal) < 0)
            at++;
        return text[start..at];
    }
}
