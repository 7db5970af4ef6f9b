using System.Globalization;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using static Nantong.OpenData.Api.Catalogue.RdfValue;

namespace Nantong.OpenData.Api.Catalogue;

/// <summary>The catalogue in DCAT 3, by the shapes of DCAT-AP 3: a plan is a dataset, each of its releases a version of it, each file a
/// distribution.</summary>
/// <remarks>
/// The files are distributions of the plan, at the addresses that stay while releases come: a harvester that keys by dataset finds the same ones
/// each time, with new sums.
/// A release is described once and for good: its distribution is its manifest, which lists its files with their sums.
/// </remarks>
internal static class DcatCatalogue
{
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";
    private const string Chinese = "http://publications.europa.eu/resource/authority/language/ZHO";
    private const string Irregular = "http://publications.europa.eu/resource/authority/frequency/IRREG";
    private const string Sha256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

    /// <summary>Everything that the catalogue describes, each resource once.</summary>
    public static IReadOnlyList<RdfResource> Of(CatalogueEntries entries)
    {
        var us = $"{entries.Base}/#publisher";
        List<RdfResource> all =
        [
            new(
                $"{entries.Base}/v1/catalog",
                ["dcat:Catalog"],
                ("dct:title", Both(new("南通开放数据：城市规划", "Nantong.OpenData: city plans"))),
                ("dct:description", Both(ServiceAuthority.Instance.Statement)),
                ("dct:publisher", new Link(us)),
                ("foaf:homepage", new Link($"{entries.Base}/")),
                ("dct:language", new Link(Chinese)),
                ("dct:license", Links(entries.Plans.Select(plan => plan.Latest.Release.About.License.Url).Distinct())),
                ("dct:modified", Instant(entries.Plans.SelectMany(plan => plan.Releases).Max(release => release.Modified))),
                ("dcat:dataset", Links(entries.Plans.SelectMany(plan => plan.Listed.Select(release => release.Href).Prepend(plan.Href)))),
                ("dct:relation", Links(entries.AnySigned ? [$"{entries.Base}/v1/keys"] : [])),
                ("dcat:service", new Link(Service(entries.Base)))
            ),
            new(us, ["foaf:Agent"], ("foaf:name", new Text("Nantong.OpenData")), ("foaf:homepage", new Link($"{entries.Base}/"))),
            new($"{entries.Base}/", ["foaf:Document"]),
            new(
                Service(entries.Base),
                ["dcat:DataService"],
                ("dct:title", Both(new("南通开放数据接口", "Nantong.OpenData API"))),
                ("dcat:endpointURL", new Link($"{entries.Base}/v1")),
                ("dcat:endpointDescription", new Link($"{entries.Base}/openapi/v1.json")),
                ("dct:publisher", new Link(us)),
                ("foaf:page", new Link($"{entries.Base}/docs")),
                ("dcat:servesDataset", Links(entries.Plans.SelectMany(plan => plan.Listed.Select(release => release.Href).Prepend(plan.Href))))
            ),
            new($"{entries.Base}/docs", ["foaf:Document"]),
        ];
        foreach (var plan in entries.Plans)
        {
            all.Add(Dataset(plan, us));
            all.AddRange(plan.Listed.Select(release => Version(plan, release, us)));
            all.AddRange(plan.Files.Select(file => Distribution(OfPlan(plan, file), entries.Base)));
            all.AddRange(plan.Listed.Select(release => Distribution(OfRelease(release), entries.Base)));
            all.Add(new(Notice(plan), ["foaf:Document", "prov:Entity"], ("dct:title", new Text(plan.Latest.Release.TitleBlock.NoticeTitle, "zh"))));
        }

        all.AddRange(Concepts([.. all], entries));
        return all;
    }

    private static RdfResource Dataset(CataloguedPlan plan, string us) =>
        new(
            plan.Href,
            ["dcat:Dataset"],
            [
                .. About(plan.Latest.Release, us, plan),
                ("dct:identifier", new Text(plan.Latest.Release.Plan)),
                ("dct:accrualPeriodicity", new Link(Irregular)),
                ("dct:modified", Instant(plan.Releases.Max(release => release.Modified))),
                ("dcat:hasCurrentVersion", new Link(plan.HrefAt(plan.Latest.Release.Version))),
                ("dcat:hasVersion", Links(plan.Releases.Select(release => release.Href))),
                ("dcat:distribution", Links(plan.Files.Select(file => OfPlan(plan, file).Id))),
            ]
        );

    private static RdfResource Version(CataloguedPlan plan, CataloguedRelease listed, string us)
    {
        var release = listed.Release;
        var note = release.Note is { Reason: var reason } ? $"{release.Message} {reason}" : release.Message;
        return new(
            listed.Href,
            ["dcat:Dataset"],
            [
                .. About(release, us, plan),
                ("dct:identifier", new Text($"{release.Plan}@{release.Version}")),
                ("dcat:version", new Text(release.Version.ToString())),
                ("dcat:isVersionOf", new Link(plan.Href)),
                (
                    "dcat:previousVersion",
                    release.Predecessor is { } before && plan.Releases.Any(known => known.Release.Version == before)
                        ? new Link(plan.HrefAt(before))
                        : null
                ),
                ("adms:versionNotes", new Text(note)),
                ("dct:issued", Instant(release.PublishedAt)),
                ("dct:modified", Instant(listed.Modified)),
                ("dcat:distribution", new Link(OfRelease(listed).Id)),
            ]
        );
    }

    private static IEnumerable<(string, RdfValue?)> About(ReleaseEntry release, string us, CataloguedPlan plan)
    {
        var about = release.About;
        yield return ("dct:title", Both(about.Title));
        yield return ("dct:description", new Many([Sentence(about, label => label.Zh, "zh"), Sentence(about, label => label.En, "en")]));
        yield return ("dct:publisher", new Link(us));
        yield return ("dct:language", new Link(Chinese));
        yield return ("dcat:landingPage", new Link($"{plan.Href}/text.html"));
        yield return (
            "dcat:keyword",
            new Many([.. about.Categories.SelectMany(category => new[] { new Text(category.Label.Zh, "zh"), new Text(category.Label.En, "en") })])
        );
        yield return ("prov:wasDerivedFrom", new Link(Notice(plan)));
        yield return (
            "dct:temporal",
            new Nested(
                new(
                    null,
                    ["dct:PeriodOfTime"],
                    ("dcat:startDate", new Typed($"{about.Years.From}-01-01", "xsd:date")),
                    ("dcat:endDate", new Typed($"{about.Years.To}-12-31", "xsd:date"))
                )
            )
        );
    }

    private static Text Sentence(PlanDescription about, Func<Label, string> language, string tag) =>
        new($"{language(about.Description)} {language(about.Authority.Statement)}", tag);

    private static RdfResource Distribution(CataloguedFile file, string @base) =>
        new(
            file.Id,
            ["dcat:Distribution"],
            ("dct:title", new Text(file.Path)),
            ("dcat:accessURL", new Link($"{file.Holder}/files")),
            ("dcat:downloadURL", new Link($"{file.Holder}/files/{file.Path}")),
            ("dcat:mediaType", new Link(MediaTypes + file.MediaType.Split(';')[0])),
            ("dct:license", new Link(file.License)),
            ("dcat:byteSize", file.Bytes is { } bytes ? new Typed(bytes.ToString(CultureInfo.InvariantCulture), "xsd:nonNegativeInteger") : null),
            (
                "spdx:checksum",
                new Nested(
                    new(
                        null,
                        ["spdx:Checksum"],
                        ("spdx:algorithm", new Link(Sha256)),
                        ("spdx:checksumValue", new Typed(file.Sha256, "xsd:hexBinary"))
                    )
                )
            ),
            ("dcat:accessService", new Link(Service(@base)))
        );

    /// <summary>A file of a plan as it is now.</summary>
    private static CataloguedFile OfPlan(CataloguedPlan plan, FileEntry file) =>
        new(plan.Href, file.Path, file.MediaType, file.Bytes, file.Sha256, plan.Latest.Release.About.License.Url);

    /// <summary>The manifest of a release.</summary>
    private static CataloguedFile OfRelease(CataloguedRelease listed) =>
        new(listed.Href, ReleaseFile.ManifestName, "application/json", null, listed.Release.ManifestSha256, listed.Release.About.License.Url);

    /// <summary>What the shapes want to know the class of.</summary>
    private static IEnumerable<RdfResource> Concepts(IReadOnlyList<RdfResource> resources, CatalogueEntries entries)
    {
        foreach (
            var mediaType in resources
                .SelectMany(resource => resource.Properties)
                .Where(property => property.Name is "dcat:mediaType")
                .Select(property => ((Link)property.Value!).Iri)
                .Distinct()
        )
            yield return new(mediaType, ["dct:MediaType", "dct:MediaTypeOrExtent"]);
        foreach (
            var license in entries
                .Plans.SelectMany(plan => plan.Releases)
                .Select(listed => listed.Release.About.License)
                .DistinctBy(license => license.Url)
        )
            yield return new(license.Url, ["dct:LicenseDocument"], ("dct:title", new Text(license.Name, "en")));
        foreach (var page in entries.Plans.Select(plan => $"{plan.Href}/text.html"))
            yield return new(page, ["foaf:Document"]);
        yield return new(Chinese, ["dct:LinguisticSystem"]);
        yield return new(Irregular, ["dct:Frequency"]);
        yield return new(Sha256, ["spdx:ChecksumAlgorithm"]);
    }

    private static string Service(string @base) => $"{@base}/v1#service";

    private static string Notice(CataloguedPlan plan) => $"{plan.Href}#notice";

    private static Many Both(Label label) => new([new Text(label.Zh, "zh"), new Text(label.En, "en")]);

    private static Many Links(IEnumerable<string> iris) => new([.. iris.Select(iri => new Link(iri))]);

    private static Typed? Instant(DateTimeOffset? moment) =>
        moment is { UtcDateTime: var time } ? new(time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), "xsd:dateTime") : null;
}

/// <summary>A file as the catalogue lists it.</summary>
/// <param name="Holder">Address of the plan or of the release that it is listed with.</param>
/// <param name="Path">File name.</param>
/// <param name="MediaType">Media type with parameters.</param>
/// <param name="Bytes">Length in bytes; null when nobody knows without reading it.</param>
/// <param name="Sha256">SHA-256, as lower-case hexadecimal digits.</param>
/// <param name="License">Address of its licence.</param>
internal sealed record CataloguedFile(string Holder, string Path, string MediaType, long? Bytes, string Sha256, string License)
{
    /// <summary>What names it in the catalogue.</summary>
    public string Id => $"{Holder}/files/{Path}#distribution";
}
