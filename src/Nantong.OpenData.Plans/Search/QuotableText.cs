using System.Text;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>One reading of a node's text, folded for comparison: as it is, as the source prints it, or as its errata that were not applied would have
/// it.</summary>
internal sealed class QuotableText
{
    private readonly Folded folded;
    private readonly IReadOnlyList<Edit> edits; // in order, none overlapping another

    private QuotableText(string text, IReadOnlyList<Edit> edits)
    {
        this.edits = edits;
        var reading = new StringBuilder(text);
        foreach (var edit in edits.Reverse())
            reading.Remove(edit.At, edit.Length).Insert(edit.At, edit.Instead);
        folded = Folding.TypographicWithOrigins(edits is [] ? text : reading.ToString());
    }

    /// <summary>The readings of a node; the first one is its text.</summary>
    public static IEnumerable<QuotableText> Readings(Node node, IEnumerable<Erratum> errata)
    {
        yield return new QuotableText(node.Text, []);

        Edit[] printed = [.. node.Source.Normalizations.Select(applied => new Edit(applied.At, applied.To.Length, applied.From, applied.Erratum))];
        if (printed is not [])
            yield return new QuotableText(node.Text, printed);

        foreach (var erratum in errata.Where(erratum => erratum is { Applied: false, Normalized: not null }))
        {
            Edit[] corrected =
            [
                .. Occurrences.Of(erratum.Verbatim, node.Text).Select(span => new Edit(span.Start, span.Length, erratum.Normalized!, erratum.Id)),
            ];
            if (corrected is not [])
                yield return new QuotableText(node.Text, corrected);
        }
    }

    /// <summary>Where a folded quotation stands in this reading, as ranges of the node's text.</summary>
    public IEnumerable<(TextSpan Span, IReadOnlyList<string> Errata)> Find(string quote) =>
        Occurrences
            .Of(quote, folded.Text)
            .Select(found =>
            {
                var (start, end) = folded.Original(found.Start, found.End);
                IReadOnlyList<string> errata =
                [
                    .. Starts()
                        .Where(edit => start < edit.At + edit.Edit.Instead.Length && edit.At < end)
                        .Select(edit => edit.Edit.Erratum)
                        .Distinct(),
                ];
                return (new TextSpan(ToText(start, up: false), ToText(end, up: true)), errata);
            });

    /// <summary>The place in the node's text that a place in this reading stands for; inside a replacement its end, or its beginning.</summary>
    private int ToText(int at, bool up)
    {
        var shift = 0;
        foreach (var (start, edit) in Starts())
        {
            if (at <= start)
                break;
            if (at < start + edit.Instead.Length)
                return up ? edit.At + edit.Length : edit.At;
            shift += edit.Length - edit.Instead.Length;
        }

        return at + shift;
    }

    /// <summary>The edits with where they begin in this reading.</summary>
    private IEnumerable<(int At, Edit Edit)> Starts()
    {
        var shift = 0;
        foreach (var edit in edits)
        {
            yield return (edit.At + shift, edit);
            shift += edit.Instead.Length - edit.Length;
        }
    }

    private readonly record struct Edit(int At, int Length, string Instead, string Erratum);
}
