using System.Text;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Source;

/// <summary>The readable layer of a range of the source: page breaks joined, applied errata replaced.</summary>
/// <param name="Text">The text.</param>
/// <param name="Joins">The page breaks that were closed.</param>
/// <param name="Normalizations">The errata that were applied.</param>
internal sealed record TextLayer(string Text, IReadOnlyList<Join> Joins, IReadOnlyList<Normalization> Normalizations)
{
    /// <summary>Derives the text of a range.</summary>
    /// <param name="source">The source.</param>
    /// <param name="span">The range.</param>
    /// <param name="errata">The errata of the node; those not applied are only counted.</param>
    /// <returns>The layer, or the erratum that the source no longer bears out.</returns>
    public static Parsed<TextLayer> Derive(SourceText source, SourceSpan span, IEnumerable<Erratum> errata)
    {
        var verbatim = source[span].ToString();
        List<Erratum> applied = [];
        foreach (var erratum in errata)
        {
            var times = Count(verbatim, erratum.Verbatim);
            if (times != erratum.Expect)
                return SourceText.At(source.LineOf(span.Start), $"'{erratum.Verbatim}' {times} times", $"{erratum.Expect} times, as erratum {erratum.Id} in errata.json expects");
            if (erratum is { Applied: true, Normalized: not null }) applied.Add(erratum);
        }

        return Replace(source, span, verbatim, applied);
    }

    private static TextLayer Replace(SourceText source, SourceSpan span, string verbatim, List<Erratum> applied)
    {
        var text = new StringBuilder(verbatim.Length);
        List<Join> joins = [];
        List<Normalization> normalizations = [];
        for (var at = 0; at < verbatim.Length;)
        {
            if (verbatim[at] == '\n')
            {
                joins.Add(new Join(text.Length, "page-break", source.LineOf(span.Start + at)));
                while (verbatim[at] is '\n' or ' ') at++;
            }
            else if (applied.Find(erratum => string.CompareOrdinal(verbatim, at, erratum.Verbatim, 0, erratum.Verbatim.Length) == 0) is { } erratum)
            {
                normalizations.Add(new Normalization(text.Length, erratum.Verbatim, erratum.Normalized!, erratum.Id));
                text.Append(erratum.Normalized);
                at += erratum.Verbatim.Length;
            }
            else
            {
                text.Append(verbatim[at++]);
            }
        }

        return new TextLayer(text.ToString(), joins, normalizations);
    }

    private static int Count(string text, string part)
    {
        var times = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)) times++;
        return times;
    }
}
