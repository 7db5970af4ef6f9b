using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Search;

/// <summary>How a search that found nothing was widened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WideningKind>))]
public enum WideningKind
{
    /// <summary>Traditional characters were read as simplified ones.</summary>
    [JsonStringEnumMemberName("simplified")]
    Simplified,

    /// <summary>A word was replaced by one that plans use for the same thing.</summary>
    [JsonStringEnumMemberName("synonym")]
    Synonym,

    /// <summary>A compound was taken apart into words that stand in the release.</summary>
    [JsonStringEnumMemberName("apart")]
    Apart,

    /// <summary>Records were looked for by the English names that the editors gave them: the text is Chinese.</summary>
    [JsonStringEnumMemberName("english")]
    English,

    /// <summary>Records are shown that hold most of what was asked for, and not all of it.</summary>
    [JsonStringEnumMemberName("nearest")]
    Nearest,
}

/// <summary>One step that widened a search.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="From">The term as asked.</param>
/// <param name="To">What was looked for instead; several words are parted by spaces.</param>
/// <param name="Reason">Why, for a synonym; null otherwise.</param>
public sealed record WideningStep(WideningKind Kind, string From, string To, string? Reason);

/// <summary>A search, and what was done when it found nothing as it was asked.</summary>
/// <param name="Query">The query whose hits these are.</param>
/// <param name="Matches">The records found, the best first.</param>
/// <param name="Steps">The steps taken, of at most two kinds; empty when the query was answered as asked, and then nothing was added to its
/// hits.</param>
public sealed record WidenedSearch(SearchQuery Query, IReadOnlyList<SearchMatch> Matches, IReadOnlyList<WideningStep> Steps)
{
    private const int MostKinds = 2;
    private const int ShortestWord = 2;
    private const double MostLeft = 0.6; // of the characters of a query, that belong to no word of the release

    /// <summary>Answers a query as asked; where that finds nothing, each term that no record holds is widened.</summary>
    public static WidenedSearch Of(SearchIndex index, SearchQuery query)
    {
        var found = index.Find(query);
        var english = IsEnglish(query) && !found.Any(match => IsInText(match, query)) ? InEnglish(index, query, found.Count) : null;
        if (english is not null)
            return english;
        if (found is not [])
            return new(query, found, []);

        List<WideningStep> steps = [];
        var before = query;
        foreach (var (kind, widen) in Ways(index))
        {
            if (Kinds() < MostKinds)
                before = query;
            var terms = new List<SearchTerm>();
            foreach (var term in query.Terms)
            {
                var step = term.Excluded || index.Count(term) > 0 ? null : widen(term.Text);
                if (step is not null)
                    steps.Add(step);
                terms.AddRange(step is null ? [term] : step.To.Split(' ').Select(word => new SearchTerm(word, false)));
            }

            query = new SearchQuery([.. terms.Distinct().Take(SearchQuery.MaxTerms)]);
            found = index.Find(query);
            if (found is not [])
                return new(query, found, steps);
            if (Kinds() == MostKinds)
                break;
        }

        // Of two steps that found nothing the second gives way to what is nearest.
        if (Kinds() == MostKinds)
        {
            var second = steps[^1].Kind;
            steps.RemoveAll(step => step.Kind == second);
            query = before;
        }

        return Nearest(index, query, steps);

        int Kinds() => steps.Select(step => step.Kind).Distinct().Count();
    }

    /// <summary>What English names give beyond what was found, if anything: all that hold the terms, else those that hold most of them.</summary>
    private static WidenedSearch? InEnglish(SearchIndex index, SearchQuery query, int found)
    {
        if (index.English is not { } names)
            return null;
        var terms = string.Join(' ', query.Terms.Where(term => !term.Excluded).Select(term => term.Text));
        List<WideningStep> steps = [new(WideningKind.English, terms, terms, null)];
        var matches = names.Find(query);
        if (matches.Count > found)
            return new(query, matches, steps);
        return found is 0 && Nearest(names, query, steps) is { Matches: not [] } nearest ? nearest : null;
    }

    /// <summary>True for a query of words in Latin letters: abbreviations of two letters, and what has digits in it, stand in Chinese texts
    /// too.</summary>
    private static bool IsEnglish(SearchQuery query) =>
        query.Terms.Any(term => !term.Excluded)
        && query.Terms.All(term =>
            term.Text.Length > ShortestWord && term.Text.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '-' or '\'')
        );

    /// <summary>True when a record holds a term in Chinese words of its own, and not in an English name alone.</summary>
    private static bool IsInText(SearchMatch match, SearchQuery query) =>
        match
            .Document.Fields.Where(field => field.Member is not "label.en")
            .Any(field =>
                query.Terms.Any(term => !term.Excluded && Folding.ForSearch(field.Text).Text.Contains(term.Text, StringComparison.Ordinal))
            );

    private static IEnumerable<(WideningKind Kind, Func<string, WideningStep?> Widen)> Ways(SearchIndex index)
    {
        yield return (
            WideningKind.Simplified,
            text =>
                TraditionalCharacters.Simplify(text) is var simple && simple != text
                    ? new WideningStep(WideningKind.Simplified, text, simple, null)
                    : null
        );
        yield return (
            WideningKind.Synonym,
            text =>
                Synonyms
                    .All.Where(synonym => Folding.ForSearch(synonym.Word).Text == text && index.Count(Term(synonym.Instead)) > 0)
                    .Select(synonym => new WideningStep(WideningKind.Synonym, text, Term(synonym.Instead).Text, synonym.Reason))
                    .FirstOrDefault()
        );
        yield return (
            WideningKind.Apart,
            text => Apart(index, text) is { Count: > 1 } words ? new WideningStep(WideningKind.Apart, text, string.Join(' ', words), null) : null
        );
    }

    /// <summary>The longest words of the release that make up a compound, from the left; null when a part of it is no word there.</summary>
    private static List<string>? Apart(SearchIndex index, string text) => WordsOf(index, text) is var (words, left) && left == 0 ? words : null;

    /// <summary>The longest words of the release in a compound, from the left; a resident's word stands for that of plans.</summary>
    /// <returns>The words, and how many characters belong to none.</returns>
    private static (List<string> Words, int Left) WordsOf(SearchIndex index, string text)
    {
        var (words, left) = (new List<string>(), 0);
        for (var at = 0; at < text.Length; )
        {
            if (text[at] is '的' or '和' or '与' or '及' or '、' or ' ')
            {
                at++;
                continue;
            }

            if (SynonymAt(index, text, at) is { } synonym)
            {
                words.Add(Term(synonym.Instead).Text);
                at += synonym.Word.Length;
                continue;
            }

            var run = Latin(text, at);
            var (least, length) = run > 0 ? (run, run) : (ShortestWord, text.Length - at);
            while (length >= least && index.Count(new SearchTerm(text.Substring(at, length), false)) == 0)
                length--;
            if (length < least)
            {
                (at, left) = (at + Math.Max(run, 1), left + Math.Max(run, 1));
                continue;
            }

            words.Add(text.Substring(at, length));
            at += length;
        }

        return (words, left);
    }

    /// <summary>The length of the Latin word or number at a place, which is found whole or not at all; 0 for Chinese.</summary>
    private static int Latin(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return end - at;
    }

    /// <summary>The longest resident's word at a place of a compound that the release does not hold; null when none stands there.</summary>
    private static Synonym? SynonymAt(SearchIndex index, string text, int at) =>
        Synonyms
            .All.Where(synonym =>
                string.CompareOrdinal(text, at, synonym.Word, 0, synonym.Word.Length) == 0
                && index.Count(Term(synonym.Word)) == 0
                && index.Count(Term(synonym.Instead)) > 0
            )
            .MaxBy(synonym => synonym.Word.Length);

    /// <summary>The records that hold most of the terms, and of the words in them where no record holds the term.</summary>
    private static WidenedSearch Nearest(SearchIndex index, SearchQuery query, List<WideningStep> steps)
    {
        var excluded = query.Terms.Where(term => term.Excluded).ToList();
        var asked = query.Terms.Where(term => !term.Excluded).ToList();
        var found = asked.ConvertAll(term => index.Count(term) > 0 ? ([term.Text], 0) : WordsOf(index, term.Text));
        var parts = found.SelectMany(term => term.Words).Distinct().Take(SearchQuery.MaxTerms).ToList();
        if (found.Sum(term => term.Left) > MostLeft * asked.Sum(term => term.Text.Length))
            return new(query, [], steps); // what is left says nothing of what was asked

        var ranked = parts
            .SelectMany(part => index.Find(new SearchQuery([new SearchTerm(part, false), .. excluded])))
            .GroupBy(match => match.Document)
            .Select(group => (Parts: group.Count(), Match: new SearchMatch(group.Key, group.Sum(match => match.Score))))
            .ToList();
        if (ranked is [] || parts is [])
            return new(query, [], steps);
        var most = ranked.Max(one => one.Parts);
        var terms = string.Join(' ', query.Terms.Where(term => !term.Excluded).Select(term => term.Text));
        steps.Add(new WideningStep(WideningKind.Nearest, terms, string.Join(' ', parts), null));
        return new(
            new SearchQuery([.. parts.Select(part => new SearchTerm(part, false)), .. excluded]),
            [
                .. ranked
                    .Where(one => one.Parts == most)
                    .OrderByDescending(one => one.Match.Score)
                    .ThenBy(one => one.Match.Document.Order)
                    .Select(one => one.Match),
            ],
            steps
        );
    }

    private static SearchTerm Term(string text) => new(Folding.ForSearch(text).Text, false);
}
