using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>A node's text as markup that shows, without being in the way, where it differs from the source: page breaks that were closed, errata that
/// were applied.</summary>
internal static class MarkedText
{
    /// <summary>The part of a node's text between two offsets.</summary>
    public static Html Render(Node node, int start, int end)
    {
        List<Html> parts = [];
        var at = start;
        foreach (var (from, to, mark) in Marks(node))
        {
            if (from < at || to > end || (from == end && end < node.Text.Length))
                continue; // outside, or of the part that follows
            parts.Add(Html.Text(node.Text[at..from]));
            parts.Add(mark);
            at = to;
        }

        return Html.Join(parts.Append(Html.Text(node.Text[at..end])));
    }

    /// <summary>The same with its words that name records as links.</summary>
    public static Html Render(Node node, int start, int end, ReadingAids? aids)
    {
        if (aids is null)
            return Render(node, start, end);

        List<Html> parts = [];
        var at = start;
        foreach (var name in aids.Within(node, start, end))
        {
            parts.Add(Render(node, at, name.Start));
            parts.Add(Html.Of($"""<a class="{name.Kind}" href="{name.Href}" title="{name.Title}">{Render(node, name.Start, name.End)}</a>"""));
            at = name.End;
        }

        return Html.Join(parts.Append(Render(node, at, end)));
    }

    /// <summary>The same sentence by sentence, each with an address of its own: the target of its citation.</summary>
    public static Html RenderSentences(Node node, int start, int end, ReadingAids aids)
    {
        var sentences = Sentences.Split(node.Text);
        if (sentences.Count < 2)
            return Render(node, start, end, aids);

        List<Html> parts = [];
        foreach (var (index, sentence) in sentences.Index())
        {
            var (from, to) = (Math.Max(sentence.Start, start), Math.Min(sentence.End, end));
            if (from >= to)
                continue;

            var (target, number) = ($"{node.Id}~{index + 1}", index + 1);
            var id = from == sentence.Start ? Html.Of($" id=\"{target}\"") : Html.Nothing; // the first part of a sentence that has several
            parts.Add(Html.Of($"<span{id}>{Render(node, from, to, aids)}</span>"));
            if (to < sentence.End)
                continue;
            parts.Add(Html.Of($"<a class=\"anchor sentence\" href=\"#{target}\" aria-label=\"链接 第{number}句\"></a>"));
            if (aids.CiteHref is { } cite)
                parts.Add(Html.Of($"<a class=\"quoted\" href=\"{cite(target)}\" aria-label=\"引用第{number}句\"></a>"));
        }

        return Html.Join(parts);
    }

    private static IEnumerable<(int From, int To, Html Mark)> Marks(Node node) =>
        node
            .Source.Normalizations.Select(erratum => (erratum.At, erratum.At + erratum.To.Length, Erratum(erratum)))
            .Concat(node.Source.Joins.Select(join => (join.At, join.At, Join(join))))
            .OrderBy(mark => mark.Item1);

    private static Html Erratum(Normalization erratum) =>
        Html.Of($"""<span class="erratum" title="源文本作“{erratum.From}”（勘误 {erratum.Erratum}）">{erratum.To}</span>""");

    private static Html Join(Join join) => Html.Of($"""<span class="join" title="源文本在此换页（第 {join.Line} 行）"></span>""");
}
