using System.Globalization;
using Nantong.OpenData.Plans.Inputs;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>Holds the rows of a file against its head, and takes away what spreadsheets leave behind: rows of nothing but commas, columns without a
/// head and without values.</summary>
/// <param name="file">Name of the file.</param>
internal sealed class TableShape(string file)
{
    private readonly List<int> named = []; // places of the columns that have a head
    private int width;
    private bool begun;

    /// <summary>True when the cells are not separated by commas: the rows behind the head say nothing.</summary>
    public bool IsHopeless { get; private set; }

    /// <summary>True until the head was read.</summary>
    public bool IsBeforeHead => !begun;

    /// <summary>The cells of a row that stand under a head; none for an empty row and for Excel's own first line <c>sep=,</c>.</summary>
    public Parsed<string[]> Fit(CsvRow row)
    {
        if (row.Cells.All(cell => cell.Text.Length == 0))
            return Array.Empty<string>();
        if (!begun && row is { Line: 1, Cells: [{ Quoted: false, Text: "sep=" }, { Text: "" }] })
            return Array.Empty<string>();
        if (!begun)
        {
            begun = true;
            if (Separator(row.Cells) is { } other)
            {
                IsHopeless = true;
                return At(row, row.Cells[0].Text, $"cells separated by commas; these are separated by {other}: {TextEncoding.SaveAs}");
            }

            Name(row);
            return Under(row);
        }

        var filled = row.Cells.Count;
        while (filled > width && row.Cells[filled - 1].Text.Length == 0)
            filled--;
        if (filled > width || row.Cells.Count < width)
        {
            var found = string.Join(',', row.Cells.Select(cell => cell.Text));
            var more =
                filled > width ? "; a number has no signs between thousands and a decimal point, a cell with a comma stands in quotation marks" : "";
            return At(row, found, string.Create(CultureInfo.InvariantCulture, $"{width} cells, as the first row has{more}"));
        }

        for (var at = 0; at < width; at++)
        {
            if (row.Cells[at].Text.Length > 0 && !named.Contains(at))
                return At(row, row.Cells[at].Text, "nothing in a column without a head");
        }

        return Under(row);
    }

    /// <summary>Where the cells of a row begin in its line, asked when it is needed.</summary>
    public Func<int, int?> Places(CsvRow row, ReadOnlyMemory<byte> text)
    {
        var (line, first) = (row.Line, row with { Cells = [row.Cells[0]] }); // the list of cells is used again for the next row
        var starts = named.ConvertAll(at => row.Cells[at].Start);
        return index => TextPlace.Of(text.Span, first, starts[index]) is var place && place.Line == line ? place.Column : null;
    }

    private Parsed<string[]> Under(CsvRow row) => named.ConvertAll(at => row.Cells[at].Text).ToArray();

    private void Name(CsvRow row)
    {
        width = row.Cells.Count;
        while (width > 0 && row.Cells[width - 1].Text.Length == 0)
            width--;
        for (var at = 0; at < width; at++)
            if (row.Cells[at].Text.Length > 0)
                named.Add(at);
    }

    /// <summary>What separates the cells of a head that has no comma; null when nothing else does.</summary>
    private static string? Separator(IReadOnlyList<CsvCell> head) =>
        head is not [{ Text: var text }] ? null
        : text.Contains(';', StringComparison.Ordinal) ? "semicolons"
        : text.Contains('\t', StringComparison.Ordinal) ? "tabs"
        : text.Contains('|', StringComparison.Ordinal) ? "vertical bars"
        : text.Contains('，', StringComparison.Ordinal) ? "full-width commas"
        : null;

    private Unreadable At(CsvRow row, string found, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file} line {row.Line}"), found, rule);
}
