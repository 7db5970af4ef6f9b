using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Releases.Files.Spreadsheets;

/// <summary>One sheet of the workbook: a head that stays in sight and can be filtered by, then rows, written one at a time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Heads">The cells of its head.</param>
/// <param name="Types">What the cells of each column are.</param>
/// <param name="Rows">Its rows.</param>
internal sealed partial record XlsxSheet(
    string Name,
    IReadOnlyList<string> Heads,
    IReadOnlyList<DataType> Types,
    IEnumerable<IReadOnlyList<string?>> Rows
)
{
    /// <summary>What a spreadsheet can show: rows of a sheet, its head included, and characters of a cell.</summary>
    internal const int MostRows = 1_048_576,
        MostCharacters = 32_767;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>A dataset as a sheet; as several when it has more rows than a sheet can hold.</summary>
    public static IEnumerable<XlsxSheet> Of(ReleaseTable table)
    {
        var (dataset, count) = (table.Dataset, table.RowCount);
        for (var (from, part) = (0, 1); part == 1 || from < count; from += MostRows - 1, part++)
        {
            var skip = from;
            yield return new XlsxSheet(
                part == 1 ? dataset.Name : string.Create(CultureInfo.InvariantCulture, $"{dataset.Name} {part}"),
                [.. dataset.Columns.Select(column => column.Label.Zh)],
                [.. dataset.Columns.Select(column => column.Type)],
                table.Rows.Skip(skip).Take(MostRows - 1)
            )
            {
                Extent = Math.Min(count - skip, MostRows - 1),
            };
        }
    }

    /// <summary>How many rows it has, its head not counted.</summary>
    public required int Extent { get; init; }

    public void Write(XmlWriter xml)
    {
        string[] letters = [.. Heads.Select((_, index) => Letters(index))];
        xml.WriteStartElement("worksheet", XlsxFile.Main);
        xml.Element(
            "sheetViews",
            [],
            () =>
                xml.Element(
                    "sheetView",
                    [("workbookViewId", "0")],
                    () => xml.Element("pane", [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")])
                )
        );
        XlsxColumns.Write(xml, this);
        xml.Element(
            "sheetData",
            [],
            () =>
            {
                WriteRow(xml, letters, 1, Heads, head: true);
                foreach (var (index, row) in Rows.Index())
                    WriteRow(xml, letters, index + 2, row, head: false);
            }
        );
        xml.Element("autoFilter", [("ref", string.Create(CultureInfo.InvariantCulture, $"A1:{letters[^1]}{Extent + 1}"))]);
        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, string[] letters, int number, IReadOnlyList<string?> cells, bool head)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", row);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { Length: > 0 } value)
                continue;
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", letters[i] + row);
            if (head)
                WriteText(xml, XlsxStyles.Head, value);
            else
                WriteValue(xml, Types[i], value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, DataType type, string value)
    {
        switch (type)
        {
            case DataType.Integer or DataType.Decimal:
                xml.WriteElementString("v", value);
                break;
            case DataType.Boolean:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", value is "true" ? "1" : "0");
                break;
            case DataType.Date:
                xml.WriteAttributeString("s", XlsxStyles.Date);
                xml.WriteElementString("v", (new Cell(type, value).Day!.Value.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                WriteText(xml, XlsxColumns.IsLong(value) ? XlsxStyles.Wrapped : null, value);
                break;
        }
    }

    private static void WriteText(XmlWriter xml, string? style, string value)
    {
        if (style is not null)
            xml.WriteAttributeString("s", style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Escaped(Writable(value)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A text as a cell can hold it: characters that XML forbids become the replacement character, and what a spreadsheet cannot show is cut
    /// off.</summary>
    internal static string Writable(string text)
    {
        if (text.Length > MostCharacters)
            text = text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        return string.Create(
            text.Length,
            text,
            static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                    to[i] = XmlConvert.IsXmlChar(from[i]) || IsPaired(from, i) ? from[i] : '\uFFFD';
            }
        );
    }

    /// <summary>A text in which readers find no escape that it does not have: <c>_x0041_</c> would be an A, so its first sign is escaped itself,
    /// and a carriage return is written as one, since some readers lose it otherwise (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).</summary>
    internal static string Escaped(string text) => Escape().Replace(text, match => match.Value is "\r" ? "_x000D_" : "_x005F_");

    /// <summary>The text of a cell, its escapes read.</summary>
    internal static string Unescaped(string text) => Escapes().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)|\r")]
    private static partial Regex Escape();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escapes();

    private static bool IsPaired(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));

    /// <summary>The name of a column by its position: A, B … Z, AA …</summary>
    private static string Letters(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Letters((index / 26) - 1) + (char)('A' + (index % 26));
}
