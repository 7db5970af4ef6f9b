using CsvHelper;
using Nantong.OpenData.Releases.Files.Spreadsheets;

namespace Nantong.OpenData.Releases.Files.Delimited;

/// <summary>CSV as RFC 4180 describes it: comma, CRLF, quotes where needed, UTF-8.</summary>
/// <remarks>Numbers are printed as the source prints them (<c>2.50</c> stays so); true and false are lower case; what is missing is empty.</remarks>
public static class CsvFile
{
    /// <summary>The media type of CSV with a head (RFC 7111).</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private static readonly CsvWriterOptions Spreadsheet = CsvWriterOptions.Default with { WriteByteOrderMark = true };

    /// <summary>Writes a head and rows. Nothing is held but the row at hand.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="rows">A value for each column; null where there is none.</param>
    /// <param name="variant">For programs or for spreadsheets, and in which language the head is.</param>
    /// <returns>Number of rows, the head not counted.</returns>
    public static int Write(Stream stream, IReadOnlyList<DataColumn> columns, IEnumerable<IReadOnlyList<string?>> rows, CsvVariant variant) =>
        Write(stream, columns, rows, variant, cells: null);

    /// <inheritdoc cref="Write(Stream, IReadOnlyList{DataColumn}, IEnumerable{IReadOnlyList{string}}, CsvVariant)" />
    /// <param name="stream">Where to; left open.</param>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="rows">A value for each column; null where there is none.</param>
    /// <param name="variant">For programs or for spreadsheets, and in which language the head is.</param>
    /// <param name="cells">What stands instead of codes; null for the codes themselves.</param>
    public static int Write(
        Stream stream,
        IReadOnlyList<DataColumn> columns,
        IEnumerable<IReadOnlyList<string?>> rows,
        CsvVariant variant,
        ChineseCells? cells
    )
    {
        var count = 0;
        using var csv = CsvWriter.Create(stream, variant.ForSpreadsheets ? Spreadsheet : CsvWriterOptions.Default, leaveOpen: true);
        foreach (var column in columns)
            csv.WriteField(variant.ChineseHeads ? column.Label.Zh : column.Name);
        csv.EndRecord();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
                WriteValue(csv, columns[i].Type, cells is null ? row[i] : cells.Show(columns[i], row[i]), variant);
            csv.EndRecord();
            count++;
        }

        return count;
    }

    /// <summary>A negative number begins with a sign and is no formula; true and false are what they look like, and so is a day.</summary>
    private static void WriteValue(CsvWriter csv, DataType type, string? value, CsvVariant variant) =>
        csv.WriteField(value is not null && variant.ForSpreadsheets && type is DataType.String ? ExcelGuard.Guard(value) : value ?? "");
}
