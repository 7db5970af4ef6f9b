using Nantong.OpenData.Plans.Inputs;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>Reads <c>observations.csv</c> row by row: the file may be large and is never held whole as text.</summary>
public static class ObservationRows
{
    private const string File = PlanFile.Observations;

    /// <summary>The rows one by one, the head first. A row with a fault stands as that fault; what spreadsheets leave behind without losing
    /// anything is passed over.</summary>
    /// <param name="file">The bytes of the file.</param>
    public static IEnumerable<Parsed<ObservationRow>> Read(ReadOnlyMemory<byte> file)
    {
        var text = TextEncoding.WithoutMark(file);
        if (TextEncoding.Check(File, text.Span) is { } encoding)
        {
            yield return encoding;
            yield break;
        }

        var shape = new TableShape(File);
        foreach (var row in new CsvRows(File, text).Read())
        {
            if (row.Fault is { } fault)
            {
                yield return fault;
                if (shape.IsBeforeHead)
                    yield break;
                continue;
            }

            var faults = CellFaults(row, text).ToList();
            foreach (var one in faults)
                yield return one;
            if (faults.Count > 0 && !shape.IsBeforeHead)
                continue;
            if (row.Cells.Any(cell => cell.Text.Length > InputLimits.LongestText))
                yield break; // no head either

            if (shape.Fit(faults.Count > 0 ? Cleaned(row) : row).Try(out var cells, out var misfit))
            {
                if (cells.Length > 0)
                    yield return new ObservationRow(row.Line, Array.ConvertAll(cells, WithOneLineEnd), shape.Places(row, text));
            }
            else
            {
                yield return misfit;
                if (shape.IsHopeless)
                    yield break;
            }
        }
    }

    /// <summary>A cell with LF for each line break in it: the CR before it belongs to the file's line ends, and XML would not keep it.</summary>
    private static string WithOneLineEnd(string cell) => cell.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The head without the characters that were refused in it: the rows behind it can be read and have their own faults told.</summary>
    private static CsvRow Cleaned(CsvRow head) => head with { Cells = [.. head.Cells.Select(cell => cell with { Text = Without(cell.Text) })] };

    private static string Without(string text) =>
        Characters.Refused(text).Reverse().Aggregate(text, (left, refused) => left.Remove(refused.At, refused.Length));

    /// <summary>What the cells of a row have that no cell may have, whatever its column.</summary>
    private static IEnumerable<Unreadable> CellFaults(CsvRow row, ReadOnlyMemory<byte> file)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Text.Length > InputLimits.LongestText)
            {
                yield return PlaceOf(cell, 0)
                    .Fault(
                        File,
                        cell.Text,
                        $"a cell of at most {InputLimits.LongestText} characters, as workbooks and tables take; it has {cell.Text.Length}"
                    );
                continue;
            }

            foreach (var (at, length) in Characters.Refused(cell.Text))
                yield return PlaceOf(cell, at)
                    .Fault(File, Characters.Name(cell.Text, at), $"{Characters.Rule}, in '{Around(cell.Text, at, length)}'");
            if (WithOneLineEnd(cell.Text).Contains('\r', StringComparison.Ordinal))
                yield return PlaceOf(cell, 0).Fault(File, cell.Text, "line breaks in a cell that are LF or CR LF, not CR alone");
            if (Garbled.Find(cell.Text, out var garbled) is >= 0 and var begin)
                yield return PlaceOf(cell, begin).Fault(File, cell.Text.Substring(begin, garbled), Garbled.Rule);
        }

        TextPlace PlaceOf(CsvCell cell, int at)
        {
            var begin = TextPlace.Of(file.Span, row, cell.Start);
            if (cell.Quoted)
                begin = begin with { Column = begin.Column + 1 };
            return begin.After(cell.Text.AsSpan(0, at)); // a doubled quotation mark before it counts once
        }
    }

    private static string Around(string text, int at, int length) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + length + 20)];
}
