using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>A node's text as markup that shows, without being in the way, where it differs from the source: page breaks that were closed, errata that were applied.</summary>
internal static class MarkedText
{
    /// <summary>The part of a node's text between two offsets.</summary>
    public static Html Render(Node node, int start, int end)
    {
        List<Html> parts = [];
        var at = start;
        foreach (var (from, to, mark) in Marks(node))
        {
            if (from < at || to > end || (from == end && end < node.Text.Length)) continue; // outside, or of the part that follows
            parts.Add(Html.Text(node.Text[at..from]));
            parts.Add(mark);
            at = to;
        }

        return Html.Join(parts.Append(Html.Text(node.Text[at..end])));
    }

    private static IEnumerable<(int From, int To, Html Mark)> Marks(Node node) =>
        node.Source.Normalizations.Select(erratum => (erratum.At, erratum.At + erratum.To.Length, Erratum(erratum)))
            .Concat(node.Source.Joins.Select(join => (join.At, join.At, Join(join))))
            .OrderBy(mark => mark.Item1);

    private static Html Erratum(Normalization erratum) =>
        Html.Of($"""<span class="erratum" title="源文本作“{erratum.From}”（勘误 {erratum.Erratum}）">{erratum.To}</span>""");

    private static Html Join(Join join) =>
        Html.Of($"""<span class="join" title="源文本在此换页（第 {join.Line} 行）"></span>""");
}
