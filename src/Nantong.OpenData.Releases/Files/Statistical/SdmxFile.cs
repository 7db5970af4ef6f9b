using System.Globalization;
using System.Xml;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Releases.Files.Statistical;

/// <summary><c>indicators.sdmx.xml</c>: baselines and targets as an SDMX-ML 2.1 generic data message, a series for each indicator.</summary>
/// <remarks>
/// The concepts are those that SDMX keeps for all domains; <c>COMMENT_OBS</c> holds the cell as printed, operator and brackets included. No structure
/// definition is published with it: generic data can be read without one. The header must say when it was prepared: it bears the day of the plan,
/// because a file that knew when it was made would differ each time.
/// </remarks>
internal static class SdmxFile
{
    public const string Path = "indicators.sdmx.xml";
    public const string MediaType = "application/vnd.sdmx.genericdata+xml;version=2.1";

    private const string Schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
    private const string Message = Schemas + "message",
        Common = Schemas + "common";
    internal const string Generic = Schemas + "data/generic";
    private const string Structure = "INDICATORS";
    private const string Agency = "NANTONG_OPENDATA";

    public static int? Write(ReleaseDraft draft, Stream stream)
    {
        using var xml = MarkupFile.Create(stream);
        xml.WriteStartElement("message", "GenericData", Message);
        xml.WriteAttributeString("xmlns", "common", null, Common);
        xml.WriteAttributeString("xmlns", "generic", null, Generic);
        WriteHeader(xml, draft);
        xml.WriteStartElement("DataSet", Message);
        xml.WriteAttributeString("structureRef", Structure);
        foreach (var indicator in draft.Plan.Indicators)
            WriteSeries(xml, indicator);
        xml.WriteEndElement();
        xml.WriteEndElement();
        return null;
    }

    private static void WriteHeader(XmlWriter xml, ReleaseDraft draft)
    {
        var about = draft.Plan.About;
        xml.WriteStartElement("Header", Message);
        xml.WriteElementString("ID", Message, IdOf($"{about.Id}_{draft.Version}"));
        xml.WriteElementString("Test", Message, "false");
        xml.WriteElementString("Prepared", Message, draft.Plan.TitleBlock.Issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteStartElement("Sender", Message);
        xml.WriteAttributeString("id", Agency);
        xml.WriteEndElement();
        WriteName(xml, "zh", $"{about.Title.Zh}：主要指标。{about.Authority.Statement.Zh}");
        WriteName(xml, "en", $"{about.Title.En}: indicators. {about.Authority.Statement.En}");
        xml.WriteStartElement("Structure", Message);
        xml.WriteAttributeString("structureID", Structure);
        xml.WriteAttributeString("dimensionAtObservation", "TIME_PERIOD");
        xml.WriteStartElement("Structure", Common);
        xml.Element("Ref", [("agencyID", Agency), ("id", Structure), ("version", "1.0")]);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A text as SDMX wants its ids: letters, digits, <c>_ @ $ -</c> and nothing else, not even the dots of a version (SDMXCommon.xsd,
    /// IDType).</summary>
    internal static string IdOf(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '@' or '$' or '-' ? c : '-'));

    private static void WriteName(XmlWriter xml, string language, string name)
    {
        xml.WriteStartElement("Name", Common);
        xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteString(name);
        xml.WriteEndElement();
    }

    private static void WriteSeries(XmlWriter xml, Indicator indicator)
    {
        var (baseline, target) = (indicator.Baseline, indicator.Target);
        xml.WriteStartElement("Series", Generic);
        WriteValues(xml, "SeriesKey", ("FREQ", "A"), ("INDICATOR", indicator.Id));
        WriteValues(
            xml,
            "Attributes",
            ("TITLE", indicator.Name),
            ("UNIT_MEASURE", indicator.Unit.Ucum),
            ("DECIMALS", indicator.Decimals?.ToString(CultureInfo.InvariantCulture))
        );
        WriteObservation(xml, baseline.Year, baseline.Value, baseline.Status, baseline.Raw);
        WriteObservation(xml, target.Year, target.Value, target.Value is null ? "M" : "A", target.Raw);
        xml.WriteEndElement();
    }

    private static void WriteObservation(XmlWriter xml, int year, decimal? value, string status, string raw)
    {
        xml.WriteStartElement("Obs", Generic);
        WriteValue(xml, "ObsDimension", null, year.ToString(CultureInfo.InvariantCulture));
        if (value is { } number)
            WriteValue(xml, "ObsValue", null, number.ToString(CultureInfo.InvariantCulture));
        WriteValues(xml, "Attributes", ("OBS_STATUS", status), ("COMMENT_OBS", raw));
        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, string name, params IReadOnlyList<(string Concept, string? Value)> values)
    {
        xml.WriteStartElement(name, Generic);
        foreach (var (concept, value) in values)
            if (value is not null)
                WriteValue(xml, "Value", concept, value);
        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, string name, string? concept, string value)
    {
        xml.WriteStartElement(name, Generic);
        if (concept is not null)
            xml.WriteAttributeString("id", concept);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }
}
