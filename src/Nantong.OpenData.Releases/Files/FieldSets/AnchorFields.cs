using System.Globalization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns that say where a record stands: in its node, in the source, and by quotation.</summary>
internal static class AnchorFields
{
    public static IEnumerable<Field<T>> Of<T>(Func<T, Anchor> anchor) =>
        [
            new("anchor_node", "所在节点", "Id of the node that it stands in", row => anchor(row).Node),
            new(
                "anchor_char_start",
                "节点内起点",
                "First character in the node's text, from 0; empty when it stands in the source alone",
                row => anchor(row).CharStart
            ),
            new("anchor_char_end", "节点内终点", "One past the last character in the node's text", row => anchor(row).CharEnd),
            new("anchor_source_char_start", "原文起点", "First character in the source, from 0", row => (int?)anchor(row).Source.CharStart),
            new("anchor_source_char_end", "原文终点", "One past the last character in the source", row => (int?)anchor(row).Source.CharEnd),
            new("anchor_source_lines", "原文行", "First and last line in the source, from 1", row => Lines(anchor(row).Source.Lines)),
            new("anchor_quote_exact", "原文", "The characters themselves", row => anchor(row).Quote.Exact),
            new("anchor_quote_prefix", "上文", "Up to 16 characters before them", row => anchor(row).Quote.Prefix),
            new("anchor_quote_suffix", "下文", "Up to 16 characters behind them", row => anchor(row).Quote.Suffix),
        ];

    /// <summary>First and last line in one cell: <c>298-300</c>.</summary>
    public static string Lines(IReadOnlyList<int> lines) => string.Join('-', lines.Select(line => line.ToString(CultureInfo.InvariantCulture)));
}
