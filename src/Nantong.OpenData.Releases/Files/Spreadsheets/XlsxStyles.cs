using System.Xml;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Releases.Files.Spreadsheets;

/// <summary>The few looks that a cell can have: plain, head, date, long text. All begin at the top of their row.</summary>
internal static class XlsxStyles
{
    public const string Head = "1";
    public const string Date = "2";
    public const string Wrapped = "3";

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxFile.Main);
        xml.Element("numFmts", [("count", "1")], () => xml.Element("numFmt", [("numFmtId", "164"), ("formatCode", "yyyy-mm-dd")]));
        xml.Element(
            "fonts",
            [("count", "2")],
            () =>
            {
                xml.Element("font", [], () => xml.Element("sz", [("val", "11")]));
                xml.Element(
                    "font",
                    [],
                    () =>
                    {
                        xml.Element("b", []);
                        xml.Element("sz", [("val", "11")]);
                    }
                );
            }
        );
        xml.Element(
            "fills",
            [("count", "2")],
            () =>
            {
                foreach (var pattern in new[] { "none", "gray125" })
                    xml.Element("fill", [], () => xml.Element("patternFill", [("patternType", pattern)])); // both are required to be there
            }
        );
        xml.Element("borders", [("count", "1")], () => xml.Element("border", []));
        xml.Element("cellStyleXfs", [("count", "1")], () => Look("0", "0", null));
        xml.Element(
            "cellXfs",
            [("count", "4")],
            () =>
            {
                Look("0", "0", "0");
                Look("0", "1", "0");
                Look("164", "0", "0");
                Look("0", "0", "0", wrapped: true);
            }
        );
        xml.Element("cellStyles", [("count", "1")], () => xml.Element("cellStyle", [("name", "Normal"), ("xfId", "0"), ("builtinId", "0")]));
        xml.WriteEndElement();

        void Look(string format, string font, string? basis, bool wrapped = false) =>
            xml.Element(
                "xf",
                [
                    ("numFmtId", format),
                    ("fontId", font),
                    ("fillId", "0"),
                    ("borderId", "0"),
                    .. basis is null
                        ? Array.Empty<(string, string)>()
                        : [("xfId", basis), ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyAlignment", "1")],
                ],
                () => xml.Element("alignment", [("vertical", "top"), .. wrapped ? [("wrapText", "1")] : Array.Empty<(string, string)>()])
            );
    }
}
