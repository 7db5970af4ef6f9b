using System.Globalization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The columns that say where a record stands: in its node, in the source, and by quotation.</summary>
internal static class AnchorColumns
{
    public static IEnumerable<CsvColumn<T>> Of<T>(Func<T, Anchor> anchor) =>
    [
        new("anchor_node", row => anchor(row).Node),
        new("anchor_char_start", row => CsvFile.Text(anchor(row).CharStart)),
        new("anchor_char_end", row => CsvFile.Text(anchor(row).CharEnd)),
        new("anchor_source_char_start", row => CsvFile.Text((int?)anchor(row).Source.CharStart)),
        new("anchor_source_char_end", row => CsvFile.Text((int?)anchor(row).Source.CharEnd)),
        new("anchor_source_lines", row => string.Join('-', anchor(row).Source.Lines.Select(line => line.ToString(CultureInfo.InvariantCulture)))),
        new("anchor_quote_exact", row => anchor(row).Quote.Exact),
        new("anchor_quote_prefix", row => anchor(row).Quote.Prefix),
        new("anchor_quote_suffix", row => anchor(row).Quote.Suffix),
    ];
}
