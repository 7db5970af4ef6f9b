using System.Globalization;
using System.Xml;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Releases.Files.Packages;

namespace Nantong.OpenData.Releases.Files.Spreadsheets;

/// <summary><c>plan.xlsx</c>: one sheet per dataset with typed cells, frozen heads and filters, after a sheet that says what it all is.</summary>
/// <remarks>Office Open XML (ECMA-376) written part by part. The workbook names no author and no time: it is the same whenever it is made.</remarks>
internal static class XlsxFile
{
    public const string Path = "plan.xlsx";
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static int? Write(ReleaseDraft draft, Stream stream)
    {
        IReadOnlyList<XlsxSheet> sheets = [XlsxGuide.Of(draft), .. draft.Tables.SelectMany(XlsxSheet.Of)];
        using var zip = new ZipArchiveFile(stream);
        Add(zip, "[Content_Types].xml", xml => WriteTypes(xml, sheets.Count));
        Add(
            zip,
            "_rels/.rels",
            xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")], ("metadata/core-properties", "docProps/core.xml"))
        );
        Add(zip, "docProps/core.xml", xml => WriteProperties(xml, draft));
        Add(zip, "xl/workbook.xml", xml => WriteWorkbook(xml, sheets));
        Add(
            zip,
            "xl/_rels/workbook.xml.rels",
            xml =>
                WriteRelations(
                    xml,
                    [.. sheets.Select((_, index) => ("worksheet", $"worksheets/sheet{Number(index + 1)}.xml")), ("styles", "styles.xml")]
                )
        );
        Add(zip, "xl/styles.xml", XlsxStyles.Write);
        foreach (var (index, sheet) in sheets.Index())
            Add(zip, $"xl/worksheets/sheet{Number(index + 1)}.xml", sheet.Write);
        return null;
    }

    private static void Add(ZipArchiveFile zip, string path, Action<XmlWriter> write) =>
        zip.Add(
            path,
            stream =>
            {
                using var xml = MarkupFile.Create(stream, indent: false);
                write(xml);
            }
        );

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Package + "content-types");
        xml.Element("Default", [("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")]);
        xml.Element("Default", [("Extension", "xml"), ("ContentType", "application/xml")]);
        Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Override("/xl/workbook.xml", Content + "sheet.main+xml");
        Override("/xl/styles.xml", Content + "styles+xml");
        for (var sheet = 1; sheet <= sheets; sheet++)
            Override($"/xl/worksheets/sheet{Number(sheet)}.xml", Content + "worksheet+xml");
        xml.WriteEndElement();

        void Override(string part, string type) => xml.Element("Override", [("PartName", part), ("ContentType", type)]);
    }

    private static void WriteRelations(
        XmlWriter xml,
        IReadOnlyList<(string Type, string Target)> relations,
        params ReadOnlySpan<(string Type, string Target)> ofPackage
    )
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        foreach (var (index, (type, target)) in relations.Index())
            Relation(index + 1, $"{Office}/{type}", target);
        for (var index = 0; index < ofPackage.Length; index++)
            Relation(relations.Count + index + 1, $"{Package}relationships/{ofPackage[index].Type}", ofPackage[index].Target);
        xml.WriteEndElement();

        void Relation(int id, string type, string target) =>
            xml.Element("Relationship", [("Id", $"rId{Number(id)}"), ("Type", type), ("Target", target)]);
    }

    private static void WriteProperties(XmlWriter xml, ReleaseDraft draft)
    {
        const string dc = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", Package + "metadata/core-properties");
        xml.WriteElementString("dc", "title", dc, $"{draft.Plan.About.Title.Zh} {draft.Version}");
        xml.WriteElementString("dc", "description", dc, draft.Plan.About.Authority.Statement.Zh);
        xml.WriteElementString("dc", "language", dc, draft.Plan.About.Language);
        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<XlsxSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteStartElement("sheets");
        foreach (var (index, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheet.Name);
            xml.WriteAttributeString("sheetId", Number(index + 1));
            xml.WriteAttributeString("r", "id", Office, $"rId{Number(index + 1)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
