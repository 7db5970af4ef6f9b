namespace Nantong.OpenData.Plans.Source;

/// <summary>A line of the source, or several that page breaks cut from one another.</summary>
/// <param name="Span">Its characters, line feeds between its lines included.</param>
/// <param name="FirstLine">Number of its first line, from 1.</param>
/// <param name="LastLine">Number of its last line.</param>
/// <param name="Joins">Number of page breaks inside it.</param>
internal sealed record Block(SourceSpan Span, int FirstLine, int LastLine, int Joins);

/// <summary>Makes whole what page breaks cut: a sentence goes on behind the blank line.</summary>
internal static class PageBreaks
{
    private const string SentenceEnds = "。！？；：";
    private const string Closers = "”’）》";

    /// <summary>The non-blank lines as blocks.</summary>
    /// <param name="source">The source.</param>
    /// <param name="bodyLine">Number of the first line that may be body text; lines before it stand alone.</param>
    /// <param name="standsAlone">True for a line that is no body text: a heading, a caption, a table row.</param>
    public static List<Block> Close(SourceText source, int bodyLine, Func<string, bool> standsAlone)
    {
        List<Block> blocks = [];
        var open = false;
        foreach (var (index, span) in source.Lines.Index())
        {
            var text = source[span];
            if (text.IsWhiteSpace()) continue;

            var line = index + 1;
            if (open)
            {
                var cut = blocks[^1];
                blocks[^1] = cut with { Span = new(cut.Span.Start, span.End), LastLine = line, Joins = cut.Joins + 1 };
            }
            else
            {
                blocks.Add(new Block(span, line, line, 0));
            }

            open = line >= bodyLine && !EndsSentence(text) && (open || !standsAlone(text.ToString()));
        }

        return blocks;
    }

    private static bool EndsSentence(ReadOnlySpan<char> line) => SentenceEnds.Contains(line.TrimEnd(Closers)[^1], StringComparison.Ordinal);
}
