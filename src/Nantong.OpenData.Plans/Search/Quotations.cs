using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>One place where a quotation stands.</summary>
/// <param name="Node">The node.</param>
/// <param name="Anchor">The range in its text and in the source, with what stands around it.</param>
/// <param name="Errata">Ids of the known defects of the source in whose reading the quotation and the text differ; empty when none is needed.</param>
public sealed record QuotationPlace(Node Node, Anchor Anchor, IReadOnlyList<string> Errata);

/// <summary>Where a quotation stands in a plan's text. Immutable once made.</summary>
public sealed class Quotations
{
    /// <summary>Longest quotation, in characters.</summary>
    public const int MaxLength = 500;

    private static readonly IReadOnlyList<string> NoErrata = [];

    private readonly (Node Node, QuotableText[] Readings)[] texts;

    /// <summary>Prepares the texts of a release.</summary>
    /// <param name="nodes">The nodes, in reading order.</param>
    /// <param name="errata">The known defects. Only those that are certain or applied are read into the text: a quotation that agrees with a mere
    /// guess is not what the plan prints.</param>
    public Quotations(IReadOnlyList<Node> nodes, IReadOnlyList<Erratum> errata)
    {
        var byTarget = errata
            .Where(erratum => erratum.Applied || erratum.Confidence is "certain")
            .ToLookup(erratum => erratum.Target, StringComparer.Ordinal);
        texts = [.. nodes.Select(node => (node, QuotableText.Readings(node, byTarget[node.Id]).ToArray()))];
    }

    /// <summary>Reads a quotation; spaces around it are dropped.</summary>
    /// <param name="parameter">Name of the parameter that it came in.</param>
    /// <param name="text">The quotation as written.</param>
    public static Parsed<string> Parse(string parameter, string text)
    {
        if (text.Length > MaxLength)
            return Refused($"at most {MaxLength} characters; check a longer quotation in parts");
        if (!Readable.Is(text))
            return Refused(Readable.Rule);
        return Folding.Typographic(text) is "" ? Refused("the words to check: at least one character that is no white space") : text.Trim();

        Unreadable Refused(string rule) => new(parameter, text, rule);
    }

    /// <summary>A range of a node's text as the place of a quotation.</summary>
    public static QuotationPlace At(Node node, SourceSpan range) => new(node, new Anchors(node).Of(new TextSpan(range.Start, range.End)), []);

    /// <summary>Every place where it stands, character for character, in reading order; a number is found whole or not at all: 4% is not in
    /// 74%.</summary>
    public IReadOnlyList<QuotationPlace> FindExact(string quote) =>
        [
            .. texts.SelectMany(text =>
                Places(
                    text.Node,
                    [.. Occurrences.Of(quote, text.Node.Text).Where(span => !Numbers.Cuts(text.Node.Text, span)).Select(span => (span, NoErrata))]
                )
            ),
        ];

    /// <summary>
    /// Every place where it stands but for width, white space, forms of punctuation, and known defects of the source, in reading order.
    /// </summary>
    public IReadOnlyList<QuotationPlace> FindFolded(string quote)
    {
        var folded = Folding.Typographic(quote);
        if (folded is "")
            return [];
        return
        [
            .. texts.SelectMany(text =>
                Places(
                    text.Node,
                    [
                        .. text
                            .Readings.SelectMany(reading => reading.Find(folded))
                            .Where(found => !Numbers.Cuts(text.Node.Text, found.Span))
                            .DistinctBy(found => found.Span)
                            .OrderBy(found => found.Span.Start),
                    ]
                )
            ),
        ];
    }

    private static IEnumerable<QuotationPlace> Places(Node node, (TextSpan Span, IReadOnlyList<string> Errata)[] found)
    {
        if (found is [])
            return [];
        var anchors = new Anchors(node);
        return found.Select(place => new QuotationPlace(node, anchors.Of(place.Span), place.Errata));
    }
}
