using System.Globalization;
using System.Xml;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>The <c>meta</c> part of the Akoma Ntoso file: which work, in which language and edition, and what its quantities are.</summary>
internal static class AkomaNtosoMeta
{
    private const string Curator = "#curator";
    private const string Issuer = "#issuer";

    /// <summary>The commitments that are a number in the text.</summary>
    public static IReadOnlyList<Commitment> Quantities(Plan plan) =>
        [.. plan.Commitments.Where(commitment => commitment.Value is not null || commitment.From is not null)];

    public static void Write(XmlWriter xml, Plan plan, ReleaseVersion version) =>
        xml.Element(
            "meta",
            [],
            () =>
            {
                var notice = plan.TitleBlock;
                var issued = notice.Issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var work = $"/akn/cn/doc/plan/{issued}/{plan.About.Id}";
                var (expression, manifestation) = ($"{work}/zho@{version}", $"{work}/zho@{version}.xml");
                xml.Element(
                    "identification",
                    [("source", Curator)],
                    () =>
                    {
                        xml.Element(
                            "FRBRWork",
                            [],
                            () =>
                            {
                                WriteLevel(xml, work, issued, Issuer);
                                xml.Element("FRBRcountry", [("value", "cn")]);
                                xml.Element("FRBRnumber", [("value", notice.DocumentNumber)]);
                                xml.Element("FRBRname", [("value", plan.About.Title.Zh)]);
                            }
                        );
                        xml.Element(
                            "FRBRExpression",
                            [],
                            () =>
                            {
                                WriteLevel(xml, expression, issued, Curator);
                                xml.Element("FRBRversionNumber", [("value", version.ToString())]);
                                xml.Element("FRBRlanguage", [("language", "zho")]);
                            }
                        );
                        xml.Element(
                            "FRBRManifestation",
                            [],
                            () =>
                            {
                                WriteLevel(xml, manifestation, issued, Curator);
                                xml.Element("FRBRformat", [("value", AkomaNtosoFile.MediaType)]);
                            }
                        );
                    }
                );
                xml.Element(
                    "references",
                    [("source", Curator)],
                    () =>
                    {
                        xml.Element(
                            "TLCOrganization",
                            [
                                ("eId", Curator[1..]),
                                ("href", "/akn/ontology/organization/cn/nantong-opendata"),
                                ("showAs", "Nantong.OpenData (unofficial)"),
                            ]
                        );
                        xml.Element(
                            "TLCOrganization",
                            [("eId", Issuer[1..]), ("href", "/akn/ontology/organization/cn/issuer"), ("showAs", notice.Issuer)]
                        );
                        foreach (var quantity in Quantities(plan))
                            xml.Element(
                                "TLCConcept",
                                [
                                    ("eId", quantity.Id),
                                    ("href", $"/akn/ontology/concept/{plan.About.Id}/commitments/{quantity.Id}"),
                                    ("showAs", quantity.Subject),
                                ]
                            );
                    }
                );
            }
        );

    private static void WriteLevel(XmlWriter xml, string uri, string issued, string author)
    {
        xml.Element("FRBRthis", [("value", $"{uri}/!main")]);
        xml.Element("FRBRuri", [("value", uri)]);
        xml.Element("FRBRdate", [("date", issued), ("name", "issued")]);
        xml.Element("FRBRauthor", [("href", author)]);
    }
}
