using System.Xml;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The few looks that a cell can have: plain, head, date.</summary>
internal static class XlsxStyles
{
    public const string Head = "1";
    public const string Date = "2";

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxFile.Main);
        xml.Element("numFmts", [("count", "1")], () => xml.Element("numFmt", [("numFmtId", "164"), ("formatCode", "yyyy-mm-dd")]));
        xml.Element("fonts", [("count", "2")], () =>
        {
            xml.Element("font", [], () => xml.Element("sz", [("val", "11")]));
            xml.Element("font", [], () =>
            {
                xml.Element("b", []);
                xml.Element("sz", [("val", "11")]);
            });
        });
        xml.Element("fills", [("count", "2")], () =>
        {
            foreach (var pattern in new[] { "none", "gray125" }) xml.Element("fill", [], () => xml.Element("patternFill", [("patternType", pattern)])); // both are required to be there
        });
        xml.Element("borders", [("count", "1")], () => xml.Element("border", []));
        xml.Element("cellStyleXfs", [("count", "1")], () => Look("0", "0", null));
        xml.Element("cellXfs", [("count", "3")], () =>
        {
            Look("0", "0", "0");
            Look("0", "1", "0");
            Look("164", "0", "0");
        });
        xml.WriteEndElement();

        void Look(string format, string font, string? basis) => xml.Element(
            "xf",
            [("numFmtId", format), ("fontId", font), ("fillId", "0"), ("borderId", "0"), .. basis is null ? Array.Empty<(string, string)>() : [("xfId", basis), ("applyNumberFormat", "1"), ("applyFont", "1")]]);
    }
}
