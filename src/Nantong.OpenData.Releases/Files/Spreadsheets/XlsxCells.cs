using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Nantong.OpenData.Releases.Files.Spreadsheets;

/// <summary>Reads the workbook back, with the runtime's own ZIP reader: another library than wrote it.</summary>
internal static class XlsxCells
{
    private const string Main = XlsxFile.Main;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>The rows of a dataset from all sheets that it fills, without heads.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Read(ZipArchive workbook, Dataset dataset) =>
        SheetNames(workbook)
            .Index()
            .Where(sheet => sheet.Item == dataset.Name || sheet.Item.StartsWith($"{dataset.Name} ", StringComparison.Ordinal))
            .SelectMany(sheet =>
                Rows(workbook.GetEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheet.Index + 1}.xml"))!, dataset).Skip(1)
            );

    private static List<string> SheetNames(ZipArchive workbook)
    {
        using var stream = workbook.GetEntry("xl/workbook.xml")!.Open();
        using var xml = XmlReader.Create(stream);
        List<string> names = [];
        while (xml.ReadToFollowing("sheet", Main))
            names.Add(xml.GetAttribute("name")!);
        return names;
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(ZipArchiveEntry sheet, Dataset dataset)
    {
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream);
        var row = new string?[dataset.Columns.Count];
        var (column, isHead) = (0, true);
        while (xml.Read())
        {
            if (xml.NamespaceURI is not Main)
                continue;
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "c")
                column = ColumnOf(xml.GetAttribute("r")!);
            else if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "v" or "t")
                row[column] = Value(isHead ? DataType.String : dataset.Columns[column].Type, xml.ReadElementContentAsString());
            else if (xml.LocalName is "row" && (xml.NodeType is XmlNodeType.EndElement || xml.IsEmptyElement))
            {
                yield return row;
                (row, isHead) = (new string?[row.Length], false);
            }
        }
    }

    private static string Value(DataType type, string text) =>
        type switch
        {
            DataType.Boolean => text is "1" ? "true" : "false",
            DataType.Date => DayZero.AddDays(int.Parse(text, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DataType.String => XlsxSheet.Unescaped(text),
            _ => text,
        };

    /// <summary>The position of the column that a reference names: 27 for AB12.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = (column * 26) + (letter - 'A' + 1);
        return column - 1;
    }
}
