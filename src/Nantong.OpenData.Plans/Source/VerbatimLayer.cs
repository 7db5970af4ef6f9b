using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Source;

/// <summary>A piece of the source that one node owns, or the blank and ignored lines between two.</summary>
/// <param name="Node">Id of the node; null for blank and ignored lines.</param>
/// <param name="Verbatim">The characters.</param>
public sealed record VerbatimPiece(string? Node, string Verbatim);

/// <summary>The verbatim layer: every character of the source in exactly one piece.</summary>
public static class VerbatimLayer
{
    /// <summary>The pieces in source order; put together they are the source again.</summary>
    /// <returns>The pieces, or the first characters that no node owns.</returns>
    /// <param name="source">The source.</param>
    /// <param name="nodes">Its nodes.</param>
    /// <param name="ignored">The lines that the layout leaves out; null where there are none.</param>
    public static Parsed<IReadOnlyList<VerbatimPiece>> Cut(SourceText source, IEnumerable<Node> nodes, IReadOnlyList<IgnoredLine>? ignored = null)
    {
        var left = (ignored ?? []).Select(line => line.Line).ToHashSet();
        List<VerbatimPiece> pieces = [];
        var at = 0;
        foreach (var node in nodes)
        {
            if (Gap(node.Source.CharStart) is { } unowned)
                return unowned;
            pieces.Add(new VerbatimPiece(node.Id, node.Source.Verbatim));
            at = node.Source.CharEnd;
        }

        return Gap(source.Content.Length) is { } rest ? rest : pieces;

        Unreadable? Gap(int end)
        {
            if (end < at)
                return SourceText.At(source.LineOf(end), source[new(end, at)], "each character in one node only");
            if (end == at)
                return null;
            var gap = source[new(at, end)];
            for (var line = source.LineOf(at); line <= source.Lines.Count && source.Lines[line - 1].Start < end; line++)
            {
                var span = source.Lines[line - 1];
                var text = source[new(Math.Max(at, span.Start), Math.Max(Math.Max(at, span.Start), Math.Min(end, span.End)))];
                if (!text.IsWhiteSpace() && !left.Contains(line))
                    return SourceText.At(line, text.Trim(), "a place in the outline for every line");
            }

            pieces.Add(new VerbatimPiece(null, gap.ToString()));
            return null;
        }
    }
}
