using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Nantong.OpenData.Releases.Files;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>Reads the workbook with the library of the format's makers, which did not write it.</summary>
internal static partial class Workbook
{
    /// <summary>The rows of a sheet as CSV prints them, the head left out.</summary>
    public static IEnumerable<string?[]> Rows(byte[] workbook, Dataset dataset) =>
        Read(workbook, dataset.Name)
            .Skip(1)
            .Select(row =>
            {
                var values = new string?[dataset.Columns.Count];
                foreach (var cell in row.Elements<Cell>())
                    values[ColumnOf(cell)] = Value(dataset.Columns[ColumnOf(cell)].Type, cell);
                return values;
            });

    public static List<Row> Read(byte[] workbook, string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. SheetOf(document, sheet).Descendants<Row>()];
    }

    public static Worksheet SheetOf(SpreadsheetDocument document, string name)
    {
        var id = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet!;
    }

    private static string Value(DataType type, Cell cell) =>
        type switch
        {
            DataType.Boolean => cell.CellValue!.TryGetBoolean(out var flag) && flag ? "true" : "false",
            DataType.Date => DateTime
                .FromOADate(cell.CellValue!.TryGetDouble(out var day) ? day : 0)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DataType.Integer or DataType.Decimal => cell.CellValue!.Text,
            _ => Plain(cell.InlineString!.InnerText),
        };

    /// <summary>The text that the escapes of ST_Xstring stand for, read as the standard says: the library leaves them as they are.</summary>
    private static string Plain(string text) =>
        Escapes()
            .Replace(
                text,
                match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString()
            );

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escapes();

    private static int ColumnOf(Cell cell) =>
        cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
}
