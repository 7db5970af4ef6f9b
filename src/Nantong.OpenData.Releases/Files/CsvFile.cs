using CsvHelper;

namespace Nantong.OpenData.Releases.Files;

/// <summary>One column of a CSV file.</summary>
/// <typeparam name="T">The record that a row shows.</typeparam>
/// <param name="Name">The field's id: its JSON path in snake case, joined by underscores.</param>
/// <param name="Value">Its value as text; null for an empty field.</param>
internal sealed record CsvColumn<T>(string Name, Func<T, string?> Value);

/// <summary>CSV as RFC 4180 describes it: comma, CRLF, quotes where needed, UTF-8 without a byte order mark.</summary>
/// <remarks>Numbers are printed as the source prints them (<c>2.50</c> stays so); true and false are lower case; what is missing is empty.</remarks>
internal static class CsvFile
{
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    /// <summary>Writes a head and one row per record.</summary>
    public static FileContent Write<T>(IReadOnlyList<CsvColumn<T>> columns, IReadOnlyList<T> records)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            foreach (var column in columns) csv.WriteField(column.Name);
            csv.EndRecord();
            foreach (var record in records)
            {
                foreach (var column in columns) csv.WriteField(column.Value(record) ?? "");
                csv.EndRecord();
            }
        }

        return new FileContent(bytes.ToArray(), records.Count);
    }

    /// <summary>A number as text, its decimal places kept.</summary>
    public static string? Text(decimal? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A whole number as text.</summary>
    public static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A day as text: <c>2025-12-31</c>.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A list in one cell, its entries parted by <c> | </c>; empty for none.</summary>
    public static string List(IEnumerable<string> entries) => string.Join(" | ", entries);

    /// <summary>True or false as JSON writes them.</summary>
    public static string Text(bool value) => value ? "true" : "false";
}
