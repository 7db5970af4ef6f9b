using System.Globalization;
using System.Xml;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Releases.Files.Spreadsheets;

/// <summary>The columns of a sheet: as wide as what they show, but none wider than people like to read. Longer text is wrapped.</summary>
internal static class XlsxColumns
{
    /// <summary>The bounds of a width, in characters of the usual font.</summary>
    internal const int Narrowest = 8,
        Widest = 60;

    private const int ForFilter = 4; // the head's button hides as many characters
    private const int Looked = 500; // rows that are looked at: a sheet may have a million

    /// <summary>The width of each column, by its head and its first rows.</summary>
    public static IReadOnlyList<int> Widths(XlsxSheet sheet)
    {
        int[] widths = [.. sheet.Heads.Select(head => WidthOf(head) + ForFilter)];
        foreach (var row in sheet.Rows.Take(Looked))
        {
            for (var i = 0; i < row.Count; i++)
                widths[i] = Math.Max(widths[i], WidthOf(row[i]) + 1);
        }

        return Array.ConvertAll(widths, width => Math.Clamp(width, Narrowest, Widest));
    }

    /// <summary>True for a text that does not fit on one line of any column.</summary>
    public static bool IsLong(string text) => WidthOf(text) >= Widest;

    public static void Write(XmlWriter xml, XlsxSheet sheet) =>
        xml.Element(
            "cols",
            [],
            () =>
            {
                foreach (var (index, width) in Widths(sheet).Index())
                {
                    var column = (index + 1).ToString(CultureInfo.InvariantCulture);
                    xml.Element(
                        "col",
                        [("min", column), ("max", column), ("width", width.ToString(CultureInfo.InvariantCulture)), ("customWidth", "1")]
                    );
                }
            }
        );

    /// <summary>Places that a text takes on a line: two for a Chinese character. Counted no further than the widest column.</summary>
    private static int WidthOf(string? text)
    {
        var width = 0;
        for (var i = 0; i < text?.Length && width < Widest; i++)
            width += text[i] < '\u1100' ? 1 : 2;
        return width;
    }
}
