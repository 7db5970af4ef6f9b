using System.Globalization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Source;

/// <summary>The page breaks that cut a sentence, as errata: they are read from the text, nobody curates them.</summary>
public static class PageBreakErrata
{
    private const int Context = 6;

    private static readonly Label Reason = new("换页断开了句子，正文层已接合。", "A page break cuts the sentence; the text layer joins it.");

    /// <summary>One erratum for each page break that was closed, in reading order.</summary>
    public static IEnumerable<Erratum> Of(IEnumerable<Node> nodes) =>
        nodes.Where(node => node.Type is not NodeType.Preamble && node.Source.Joins.Count > 0).SelectMany(Of);

    /// <summary>True for an erratum that follows from the text and is told of with it.</summary>
    public static bool Includes(Erratum erratum) => erratum.Id.StartsWith($"{erratum.Target}.", StringComparison.Ordinal);

    private static IEnumerable<Erratum> Of(Node node)
    {
        var (verbatim, number) = (node.Source.Verbatim, 0);
        for (var at = verbatim.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = verbatim.IndexOf('\n', at))
        {
            var start = at;
            while (verbatim[at] is '\n' or ' ')
                at++;
            var (before, behind) = (verbatim[Math.Max(0, start - Context)..start], verbatim[at..Math.Min(verbatim.Length, at + Context)]);
            var id = string.Create(CultureInfo.InvariantCulture, $"{node.Id}.j{++number}");
            yield return new Erratum(
                id,
                node.Id,
                "page-join",
                before + verbatim[start..at] + behind,
                before + behind,
                Applied: true,
                Expect: 1,
                Reason,
                "open",
                "certain"
            );
        }
    }
}
