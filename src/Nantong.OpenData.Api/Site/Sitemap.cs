using System.Globalization;
using System.Text;
using System.Xml;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Guides;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Site;

/// <summary><c>/sitemap.xml</c> (sitemaps.org 0.9): the pages for people, at the addresses that stay while releases come: those that the pages call
/// canonical.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The file.</summary>
    public static byte[] Write(IReadOnlyList<Snapshot> plans, Address address)
    {
        using var bytes = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                bytes,
                new XmlWriterSettings
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
        {
            xml.WriteStartElement("urlset", Namespace);
            Page(xml, address.Href("/"), null);
            Page(xml, address.Href("/docs"), null);
            Page(xml, address.Href("/docs/guide"), null);
            foreach (var task in GuideTask.All)
                Page(xml, address.Href($"/docs/guide/{task.Id}"), null);
            foreach (var plan in plans)
            {
                var root = address.Href($"/v1/plans/{plan.Release.Plan}");
                foreach (var below in PathsOf(plan))
                    Page(xml, $"{root}{below}.html", plan.Release.PublishedAt);
            }

            xml.WriteEndElement();
        }

        return [.. bytes.ToArray(), (byte)'\n'];
    }

    /// <summary>Paths of a plan's pages below it: everything that has a page of its own.</summary>
    private static IEnumerable<string> PathsOf(Snapshot plan) =>
        [
            "",
            "/indicators",
            "/aggregates/attainment",
            "/text",
            "/columns",
            "/commitments",
            "/places",
            "/structures",
            "/errata",
            "/consistency",
            "/verify",
            "/files",
            "/releases",
            .. plan.Indicators.Select(indicator => $"/indicators/{indicator.Id}"),
            .. plan.Nodes.Where(PageTitles.HasHeading).Select(node => $"/text{node.Path}"),
            .. plan.Columns.Select(column => $"/columns/{column.Number.ToString(CultureInfo.InvariantCulture)}"),
            .. plan.Commitments.Select(commitment => $"/commitments/{commitment.Id}"),
            .. plan.Places.Select(place => $"/places/{place.Id}"),
            .. plan.SpatialStructures.Select(structure => $"/structures/{structure.Id}"),
        ];

    private static void Page(XmlWriter xml, string address, DateTimeOffset? modified)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, address);
        if (modified is { UtcDateTime: var time })
            xml.WriteElementString("lastmod", Namespace, $"{time:yyyy-MM-dd}");
        xml.WriteEndElement();
    }
}
