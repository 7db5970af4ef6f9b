namespace Nantong.OpenData.Plans.Text;

/// <summary>A range of characters in a node's text, and the same range in the source.</summary>
/// <remarks>Both ways to say where, as in W3C Web Annotation: by position and by quotation. Positions count Unicode code points, the end is not
/// included.</remarks>
/// <param name="Node">Id of the node: <c>ch5.s5.p2</c>.</param>
/// <param name="CharStart">First character in the node's <c>text</c>, from 0; null when the range stands in the source only, as the first cell of a
/// table column does.</param>
/// <param name="CharEnd">One past the last character; null when <paramref name="CharStart"/> is.</param>
/// <param name="Source">The range in the source.</param>
/// <param name="Quote">The characters with what stands around them.</param>
public sealed record Anchor(string Node, int? CharStart, int? CharEnd, SourceRange Source, Quote Quote);

/// <summary>A range of characters in the source.</summary>
/// <param name="CharStart">First character, from 0.</param>
/// <param name="CharEnd">One past the last character.</param>
/// <param name="Lines">First and last line, from 1.</param>
public sealed record SourceRange(int CharStart, int CharEnd, IReadOnlyList<int> Lines);

/// <summary>A quotation: W3C TextQuoteSelector.</summary>
/// <param name="Exact">The characters themselves.</param>
/// <param name="Prefix">Up to 16 characters before them; empty at the beginning of the node.</param>
/// <param name="Suffix">Up to 16 characters behind them; empty at the end of the node.</param>
public sealed record Quote(string Exact, string Prefix, string Suffix);
