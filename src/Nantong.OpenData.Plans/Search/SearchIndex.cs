using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>A record that a search found.</summary>
/// <param name="Document">The record.</param>
/// <param name="Score">How well it fits, rounded to three places: larger is better. Only scores of one search of one release can be compared.</param>
public sealed record SearchMatch(SearchDocument Document, decimal Score);

/// <summary>Finds records by what they say: pairs of neighbouring characters and single ones lead to candidates, which are then read.</summary>
/// <remarks>
/// Chinese has no spaces between words, so words are not cut out: 户籍 is found in 户籍制度 because the pair stands there. Immutable once made.
/// Rank: Okapi BM25 (k1 1.2, b 0.75) over whole records, where a hit in a name, heading or lead counts three times; ties stand in reading order.
/// </remarks>
public sealed class SearchIndex
{
    private const double Saturation = 1.2;
    private const double LengthNorm = 0.75;
    private const int NameWeight = 3;

    private readonly SearchDocument[] documents;
    private readonly double[] norms;
    private readonly Entry[] entries;
    private readonly long[] postings; // the pair or single character above, the entry below; sorted, each once

    private SearchIndex(SearchDocument[] documents, SearchIndex? english = null)
    {
        English = english;
        this.documents = documents;
        entries = [.. documents.Index().SelectMany(document => document.Item.Fields.Select(field => Entry.Of(document.Index, field)))];
        HashSet<long> grams = [];
        foreach (var (at, entry) in entries.Index())
            grams.UnionWith(GramsOf(entry.Folded).Select(gram => ((long)gram << 32) | (uint)at));
        postings = [.. grams.Order()];

        var lengths = new double[documents.Length];
        foreach (var entry in entries)
            lengths[entry.Document] += entry.Folded.Length;
        var average = lengths.DefaultIfEmpty(1).Average();
        norms = [.. lengths.Select(length => Saturation * (1 - LengthNorm + (LengthNorm * length / average)))];
    }

    /// <summary>Indexes the records of a release.</summary>
    public static SearchIndex Of(
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<Commitment> commitments,
        IReadOnlyList<Place> places
    )
    {
        var reader = new SearchDocuments(nodes);
        IEnumerable<SearchDocument> all =
        [
            .. nodes.Select(reader.Of),
            .. indicators.Select(reader.Of),
            .. commitments.Select(reader.Of),
            .. places.Select(reader.Of),
        ];
        IEnumerable<SearchDocument?> named =
        [
            .. nodes.Select(reader.InEnglish),
            .. indicators.Select(reader.InEnglish),
            .. commitments.Select(reader.InEnglish),
            .. places.Select(reader.InEnglish),
        ];
        var english = new SearchIndex([.. named.OfType<SearchDocument>().OrderBy(document => document.Order)]);
        return new SearchIndex([.. all.OrderBy(document => document.Order)], english); // stable: what stands in one node keeps its order
    }

    /// <summary>The same records by their English names alone, which the editors gave them; null in that index itself.</summary>
    public SearchIndex? English { get; }

    /// <summary>Number of bytes that the index itself takes, roughly.</summary>
    public long Bytes => (postings.Length * sizeof(long)) + entries.Sum(entry => (entry.Folded.Length * sizeof(char)) + 48L) + (English?.Bytes ?? 0);

    /// <summary>Number of records that hold a term.</summary>
    public int Count(SearchTerm term) => Hits(term.Text).Count;

    /// <summary>Every record that holds all terms and none of the excluded ones, the best first.</summary>
    public IReadOnlyList<SearchMatch> Find(SearchQuery query)
    {
        var (scores, held) = (new double[documents.Length], new int[documents.Length]);
        foreach (var term in query.Terms)
        {
            var hits = Hits(term.Text);
            var rarity = Math.Log(1 + ((documents.Length - hits.Count + 0.5) / (hits.Count + 0.5)));
            foreach (var (document, weight) in hits)
            {
                held[document] += term.Excluded ? -query.Terms.Count : 1;
                scores[document] += rarity * weight * (Saturation + 1) / (weight + norms[document]);
            }
        }

        var wanted = query.Terms.Count(term => !term.Excluded);
        return
        [
            .. documents
                .Index()
                .Where(document => held[document.Index] == wanted)
                .Select(document => new SearchMatch(document.Item, decimal.Round((decimal)scores[document.Index], 3)))
                .OrderByDescending(match => match.Score),
        ];
    }

    /// <summary>The records that hold a term, with how much its hits weigh.</summary>
    private Dictionary<int, int> Hits(string term)
    {
        Dictionary<int, int> hits = [];
        foreach (var at in Candidates(term))
        {
            var entry = entries[at];
            var weight = Occurrences.Of(term, entry.Folded).Sum(span => span.Start < entry.NameEnd ? NameWeight : 1);
            if (weight > 0)
                hits[entry.Document] = hits.GetValueOrDefault(entry.Document) + weight;
        }

        return hits;
    }

    /// <summary>The entries that hold every pair of a term, or its single character.</summary>
    private IEnumerable<int> Candidates(string term)
    {
        if (term.Length is 1)
            return Posted(term[0] << 16);
        IEnumerable<int>? common = null;
        foreach (var gram in PairsOf(term).Distinct())
        {
            var posted = Posted(gram);
            common = common is null ? posted : common.Intersect(posted).ToList();
        }

        return common ?? [];
    }

    private List<int> Posted(int gram)
    {
        var first = Array.BinarySearch(postings, (long)gram << 32);
        List<int> found = [];
        for (var at = first < 0 ? ~first : first; at < postings.Length && postings[at] >> 32 == gram; at++)
            found.Add((int)postings[at]);
        return found;
    }

    private static IEnumerable<int> GramsOf(string text) => PairsOf(text).Concat(text.Select(character => character << 16));

    private static IEnumerable<int> PairsOf(string text)
    {
        for (var at = 0; at + 1 < text.Length; at++)
            yield return (text[at] << 16) | text[at + 1];
    }

    /// <summary>A field, folded.</summary>
    private readonly record struct Entry(int Document, string Folded, int NameEnd)
    {
        public static Entry Of(int document, SearchField field)
        {
            var folded = Folding.ForSearch(field.Text);
            return new(
                document,
                folded.Text == field.Text ? field.Text : folded.Text,
                folded.Origins.Take(folded.Text.Length).Count(origin => origin < field.NameEnd)
            );
        }
    }
}
