using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Source;

/// <summary>A line of the source, or several that page breaks cut from one another.</summary>
/// <param name="Span">Its characters, line feeds between its lines included.</param>
/// <param name="FirstLine">Number of its first line, from 1.</param>
/// <param name="LastLine">Number of its last line.</param>
/// <param name="Joins">Number of page breaks inside it.</param>
internal sealed record Block(SourceSpan Span, int FirstLine, int LastLine, int Joins);

/// <summary>Makes whole what page breaks cut: a sentence goes on behind the blank line, unless a heading, a caption or a row stands there.</summary>
internal sealed class PageBreaks
{
    private const string SentenceEnds = "。！？；：";
    private const string Closers = "”’）》";

    private readonly SourceText source;
    private readonly LineKinds kinds;
    private readonly BoxLines boxes;
    private readonly List<Block> blocks = [];

    private PageBreaks(SourceText source, LineKinds kinds) =>
        (this.source, this.kinds, boxes) = (source, kinds, new BoxLines(kinds.Layout.Boxes ?? []));

    /// <summary>The lines that are neither blank nor ignored, as blocks.</summary>
    /// <param name="source">The source.</param>
    /// <param name="title">Where the plan's title stands; lines before it stand alone.</param>
    /// <param name="kinds">What the layout declares.</param>
    /// <param name="ignored">The lines that are left out.</param>
    /// <param name="report">Takes a sentence that runs into an ignored line.</param>
    public static List<Block> Close(SourceText source, TitleLines title, LineKinds kinds, IReadOnlyList<IgnoredLine> ignored, ReadingReport report)
    {
        var breaks = new PageBreaks(source, kinds);
        var left = ignored.Select(line => line.Line).ToHashSet();
        var open = false;
        foreach (var (index, span) in source.Lines.Index())
        {
            var (text, line) = (source[span].ToString(), index + 1);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (left.Contains(line))
            {
                if (open)
                    report.Fault(line, text, "an ignored line only behind the end of a sentence: the text cannot go on around it");
                open = false;
                continue;
            }

            if (line > title.First && line <= title.Last)
                breaks.Extend(span, line);
            else
                open = breaks.Take(span, line, text, isBody: line > title.Last, open);
        }

        return breaks.blocks;
    }

    /// <summary>Takes a line.</summary>
    /// <returns>True when a sentence is open behind it.</returns>
    private bool Take(SourceSpan span, int line, string text, bool isBody, bool open)
    {
        var alone = isBody && (boxes.StandsAlone(text, kinds.Find(text)) || text.Contains('\t', StringComparison.Ordinal));
        if (open && !alone)
            Extend(span, line);
        else
            blocks.Add(new Block(span, line, line, 0));
        return isBody && !alone && !EndsSentence(text);
    }

    private void Extend(SourceSpan span, int line)
    {
        var cut = blocks[^1];
        blocks[^1] = cut with { Span = new(cut.Span.Start, span.End), LastLine = line, Joins = cut.Joins + 1 };
    }

    /// <summary>True for a line that ends where a sentence may.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line) =>
        line.TrimEnd().TrimEnd(Closers) is [.., var last] && SentenceEnds.Contains(last, StringComparison.Ordinal);
}
