using Nantong.OpenData.Plans.Commitments.Values;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Lists the digits of a node that are no commitment.</summary>
internal static class ExclusionReader
{
    /// <summary>Reads one node; ids are given when all nodes are read.</summary>
    /// <param name="node">The node.</param>
    /// <param name="anchors">Its anchors.</param>
    /// <param name="passage">What was read in its text.</param>
    /// <param name="states">True when the node states commitments; in a heading or notice no digit does.</param>
    public static IEnumerable<Exclusion> Read(Node node, Anchors anchors, PassageReader passage, bool states)
    {
        var found = passage
            .Names.Select(name => (name.Span, name.Reason))
            .Concat(passage.LooseDates.Select(span => (Span: span, Reason: ExclusionReason.Date)))
            .Concat(passage.Circumstantial);
        if (!states)
            found = found.Concat(passage.Promises.SelectMany(Unstated));

        return found
            .DistinctBy(exclusion => exclusion.Span)
            .OrderBy(exclusion => exclusion.Span.Start)
            .Where(exclusion => Digits.Run().IsMatch(exclusion.Span.Of(node.Text)))
            .Select(exclusion => (exclusion.Reason, Anchor: anchors.Of(exclusion.Span)))
            .Concat(PrintedOnly(node).Select(span => (Reason: ExclusionReason.Heading, Anchor: anchors.OfSource(span))))
            .Select(exclusion => new Exclusion(
                "",
                exclusion.Reason,
                exclusion.Anchor.Quote.Exact,
                Digits.Run().Count(exclusion.Anchor.Quote.Exact),
                exclusion.Anchor
            ));
    }

    /// <summary>What would be a commitment in body text: its date, and its quantity.</summary>
    private static IEnumerable<(TextSpan Span, ExclusionReason Reason)> Unstated(Promise promise)
    {
        if (promise.DeadlineSpan is { } date)
            yield return (date, ExclusionReason.Date);
        if (promise.Quantity is not null)
            yield return (promise.Span, ExclusionReason.Heading);
    }

    /// <summary>Digits that the node prints but its text does not carry: the first cell of a table column's row, and its column heads.</summary>
    private static IEnumerable<SourceSpan> PrintedOnly(Node node)
    {
        var verbatim = node.Source.Verbatim;
        var cell = node.Type switch
        {
            NodeType.ColumnItem => verbatim[..(verbatim.IndexOf('\t', StringComparison.Ordinal) + 1)],
            NodeType.Column when verbatim.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var feed => verbatim[feed..],
            _ => "",
        };
        var start = node.Source.CharStart + (node.Type is NodeType.Column ? verbatim.Length - cell.Length : 0);
        return Digits.Run().Matches(cell).Select(match => new SourceSpan(start + match.Index, start + match.Index + match.Length));
    }
}
