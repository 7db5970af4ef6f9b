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
    /// <param name="errata">The errata of the node; those that are not applied are passed over.</param>
    public static TextLayer Derive(SourceText source, SourceSpan span, IEnumerable<Erratum> errata)
    {
        var verbatim = source[span].ToString();
        var applied = errata.Where(erratum => erratum is { Applied: true, Normalized: not null, Verbatim.Length: > 0 }).ToList();
        var text = new StringBuilder(verbatim.Length);
        List<Join> joins = [];
        List<Normalization> normalizations = [];
        for (var at = 0; at < verbatim.Length; )
        {
            if (verbatim[at] == '\n')
            {
                joins.Add(new Join(text.Length, "page-break", source.LineOf(span.Start + at)));
                while (verbatim[at] is '\n' or ' ')
                    at++;
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
}
