using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>A passage of a record with the hits in it. Offsets count Unicode code points from 0, the end not included; no markup is ever
/// added.</summary>
/// <param name="Field">Path of the member that it is taken from: <c>text</c>, <c>label.en</c>.</param>
/// <param name="Start">Where the passage begins in that member.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">The passage as it stands there.</param>
/// <param name="Highlights">The hits, in order, none overlapping another.</param>
public sealed record Snippet(string Field, int Start, int End, string Text, IReadOnlyList<Highlight> Highlights)
{
    private const int Most = 3;
    private const int Before = 24;
    private const int Length = 120;

    /// <summary>Up to three passages of a record that show where it holds the terms, in the order of its members.</summary>
    public static IReadOnlyList<Snippet> Of(SearchDocument document, SearchQuery query) =>
        [.. document.Fields.SelectMany(field => Cut(field, Hits(field.Text, query))).Take(Most)];

    /// <summary>The ranges of the original text that fold to a term; where two overlap the first and longer one stays.</summary>
    private static List<TextSpan> Hits(string text, SearchQuery query)
    {
        var folded = Folding.ForSearch(text);
        List<TextSpan> hits = [];
        var found = query
            .Terms.Where(term => !term.Excluded)
            .SelectMany(term => Occurrences.Of(term.Text, folded.Text))
            .OrderBy(span => span.Start)
            .ThenByDescending(span => span.Length);
        foreach (var span in found)
        {
            var (start, end) = folded.Original(span.Start, span.End);
            if (hits is not [.., var last] || start >= last.End)
                hits.Add(new(start, end));
        }

        return hits;
    }

    private static IEnumerable<Snippet> Cut(SearchField field, List<TextSpan> hits)
    {
        for (var at = 0; at < hits.Count; )
        {
            var start = field.Text.Length <= Length ? 0 : Math.Max(0, hits[at].Start - Before);
            var end = Math.Min(field.Text.Length, Math.Max(start + Length, hits[at].End));
            var inside = hits.Skip(at).TakeWhile(hit => hit.End <= end).ToList();
            at += inside.Count;
            yield return new(
                field.Member,
                start,
                end,
                field.Text[start..end],
                [.. inside.Select(hit => new Highlight(hit.Start - start, hit.End - start, hit.Start, hit.End))]
            );
        }
    }
}

/// <summary>A hit.</summary>
/// <param name="Start">First character in the snippet's <c>text</c>.</param>
/// <param name="End">One past the last character there.</param>
/// <param name="CharStart">First character in the member that the snippet is taken from: for a node, in its <c>text</c>.</param>
/// <param name="CharEnd">One past the last character there.</param>
public sealed record Highlight(int Start, int End, int CharStart, int CharEnd);
