using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>Words of a node's text that name a record.</summary>
/// <param name="Start">First character in the text, from 0.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Kind">What they name, as a class of the style sheet: <c>promise</c>, <c>place-name</c>.</param>
/// <param name="Href">The page of the record.</param>
/// <param name="Title">What the record is called.</param>
public sealed record NamedRange(int Start, int End, string Kind, string Href, string Title);

/// <summary>What helps readers of a text: words that lead to records, and an address for each sentence.</summary>
/// <param name="NamesIn">The words of a node that name records, in any order; where two overlap the one that begins first is shown, of those the
/// longer.</param>
/// <param name="CiteHref">The page that cites a sentence, by the target of its citation (<c>ch5.s5.p2~3</c>); null where none is linked.</param>
public sealed record ReadingAids(Func<Node, IEnumerable<NamedRange>> NamesIn, Func<string, string>? CiteHref)
{
    /// <summary>The words of a part of a node that are shown as links: none crosses another, or the end of the part.</summary>
    internal IEnumerable<NamedRange> Within(Node node, int start, int end)
    {
        var at = start;
        foreach (var range in NamesIn(node).OrderBy(range => range.Start).ThenByDescending(range => range.End))
        {
            if (range.Start < at || range.End > end || range.End <= range.Start)
                continue;
            yield return range;
            at = range.End;
        }
    }
}
