using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Source;

/// <summary>A piece of the source that one node owns, or the blank lines between two.</summary>
/// <param name="Node">Id of the node; null for blank lines.</param>
/// <param name="Verbatim">The characters.</param>
public sealed record VerbatimPiece(string? Node, string Verbatim);

/// <summary>The verbatim layer: every character of the source in exactly one piece.</summary>
public static class VerbatimLayer
{
    /// <summary>The pieces in source order; put together they are the source again.</summary>
    /// <returns>The pieces, or the first characters that no node owns.</returns>
    public static Parsed<IReadOnlyList<VerbatimPiece>> Cut(SourceText source, IEnumerable<Node> nodes)
    {
        List<VerbatimPiece> pieces = [];
        var at = 0;
        foreach (var node in nodes)
        {
            if (Gap(node.Source.CharStart) is { } unowned) return unowned;
            pieces.Add(new VerbatimPiece(node.Id, node.Source.Verbatim));
            at = node.Source.CharEnd;
        }

        return Gap(source.Content.Length) is { } rest ? rest : pieces;

        Unreadable? Gap(int end)
        {
            if (end < at) return SourceText.At(source.LineOf(end), source[new(end, at)], "each character in one node only");
            if (end == at) return null;
            var gap = source[new(at, end)];
            if (!gap.IsWhiteSpace()) return SourceText.At(source.LineOf(end - gap.TrimStart().Length), gap.Trim(), "a place in the outline for every line");
            pieces.Add(new VerbatimPiece(null, gap.ToString()));
            return null;
        }
    }
}
