using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Ties ranges of a node's text to the source: undoes the joins and errata that made the text. The node alone knows enough.</summary>
internal sealed class Anchors
{
    private const int Around = 16;

    private readonly Node node;
    private readonly SourceSpan[] places;

    /// <summary>Prepares the ranges of one node.</summary>
    public Anchors(Node node)
    {
        this.node = node;
        places = new SourceSpan[node.Text.Length];
        var verbatim = node.Source.Verbatim;
        var edits = new Queue<Normalization>(node.Source.Normalizations);
        var from = TextStart(node);
        for (var at = 0; at < places.Length; )
        {
            if (verbatim[from] == '\n')
            {
                while (verbatim[from] is '\n' or ' ')
                    from++;
            }

            var (taken, given) = edits.TryPeek(out var edit) && edit.At == at ? (edits.Dequeue().From.Length, edit.To.Length) : (1, 1);
            places.AsSpan(at, given).Fill(new SourceSpan(node.Source.CharStart + from, node.Source.CharStart + from + taken));
            (at, from) = (at + given, from + taken);
        }
    }

    /// <summary>The anchor of a range of the text; the range holds at least one character.</summary>
    public Anchor Of(TextSpan span) =>
        new(node.Id, span.Start, span.End, RangeOf(new SourceSpan(places[span.Start].Start, places[span.End - 1].End)), QuoteOf(node.Text, span));

    /// <summary>The anchor of a range that stands in the source only.</summary>
    public Anchor OfSource(SourceSpan span)
    {
        var start = node.Source.CharStart;
        return new(node.Id, null, null, RangeOf(span), QuoteOf(node.Source.Verbatim, new TextSpan(span.Start - start, span.End - start)));
    }

    /// <summary>Where the text begins in the source: behind the first cell of a row of two, or behind the heading of an item that has it on a line of
    /// its own.</summary>
    private static int TextStart(Node node)
    {
        if (node.Type is not NodeType.ColumnItem || node.Heading is not { } heading)
            return 0;
        var verbatim = node.Source.Verbatim;
        var from = verbatim.Length - verbatim.TrimStart().Length + heading.Length;
        if (from >= verbatim.Length)
            return 0;
        if (verbatim[from] == '\t')
            return node.Text.Contains('\t', StringComparison.Ordinal) ? 0 : from + 1;
        if (verbatim[from] != '\n' || node.Text.Length + from > verbatim.Length)
            return 0;
        while (verbatim[from] is '\n' or ' ')
            from++;
        return from;
    }

    private static Quote QuoteOf(string text, TextSpan span) =>
        new(span.Of(text), text[Math.Max(0, span.Start - Around)..span.Start], text[span.End..Math.Min(text.Length, span.End + Around)]);

    private SourceRange RangeOf(SourceSpan span) => new(span.Start, span.End, [LineOf(span.Start), LineOf(span.End - 1)]);

    private int LineOf(int position) => node.Source.Lines[0] + node.Source.Verbatim.AsSpan(0, position - node.Source.CharStart).Count('\n');
}
