using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Tables;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>What is wrong with the source, and what the rules found when they compared its parts.</summary>
internal static class Quality
{
    private static readonly Collection<Erratum> Defects = new(erratum => erratum.Id, () => Wire.Json.Erratum, () => Wire.Json.ListingErratum)
    {
        Categories = ["kind", "confidence", "applied", "status"],
        Expansions =
        [
            Expansions.References<Erratum>((release, erratum) => release.ReferencesOf(erratum)),
            Expansions.Nodes<Erratum>(erratum => [erratum.Target]),
        ],
        Dataset = sets => sets.Errata,
        Shown = ["id", "target", "verbatim", "normalized", "applied", "confidence", "reason_zh"],
        PageOf = erratum => $"/errata/{erratum.Id}",
    };

    private static readonly Collection<Finding> Found = new(finding => finding.Id, () => Wire.Json.Finding, () => Wire.Json.ListingFinding)
    {
        Categories = ["rule", "result", "severity", "status", "indicator"],
        Expansions =
        [
            Expansions.References<Finding>((release, finding) => release.ReferencesOf(finding)),
            Expansions.Commitments<Finding>((finding, commitment) => finding.Sides.Any(side => side.Commitment == commitment.Id)),
            Expansions.Nodes<Finding>(finding => finding.Sides.Select(side => side.Anchor.Node)),
        ],
        Dataset = sets => sets.Consistency,
        Shown = ["finding_id", "rule", "result", "severity", "statement_zh", "side_says"],
        PageOf = finding => $"/consistency/{finding.Id}",
    };

    /// <summary>Errata and findings as tables to ask.</summary>
    internal static AskedTable Table { get; } = new AskedTable<Erratum>(Defects, snapshot => snapshot.Errata);

    /// <inheritdoc cref="Table" />
    internal static AskedTable FoundTable { get; } = new AskedTable<Finding>(Found, snapshot => snapshot.Findings);

    public static void Map(RouteGroupBuilder plan)
    {
        var errata = plan.MapGroup("/errata").WithTags("Quality");
        errata
            .MapMethods("", Verbs.Read, ListErrata)
            .Named("listErrata", "List the known defects of the source, and what was done about each")
            .Lists(Defects);
        errata
            .MapMethods("/facets", Verbs.Read, CountErrata)
            .Named("countErrata", "Count the values of the defects' fields, under a filter")
            .Counts(Defects);
        errata.MapMethods("/{id}", Verbs.Read, GetErratum).Named("getErratum", "Get one known defect of the source").Shows(Defects);

        var findings = plan.MapGroup("/consistency").WithTags("Quality");
        findings
            .MapMethods("", Verbs.Read, ListFindings)
            .Named("listFindings", "List what the rules of consistency found, agreements included")
            .Lists(Found);
        findings
            .MapMethods("/facets", Verbs.Read, CountFindings)
            .Named("countFindings", "Count the values of the findings' fields, under a filter")
            .Counts(Found);
        findings
            .MapMethods("/{id}", Verbs.Read, GetFinding)
            .Named("getFinding", "Get one finding, with both sides and where they stand")
            .Shows(Found);
    }

    private static Results<Representation<Listing<Erratum>>, Problem> ListErrata(PinnedRelease release) =>
        release.Page(release.Snapshot.Errata, Defects);

    private static Results<Representation<FacetCounts>, Problem> CountErrata(PinnedRelease release) =>
        release.Count(release.Snapshot.Errata, Defects);

    private static Results<CrossReferenced<Erratum>, Problem> GetErratum(PinnedRelease release, string id) =>
        release.Snapshot.Errata.FirstOrDefault(known => known.Id == id) is { } erratum
            ? new CrossReferenced<Erratum>(
                new(erratum, Wire.Json.Erratum, release)
                {
                    Links = new Dictionary<string, string> { ["collection"] = release.Href("/errata"), ["text"] = release.TextHref(erratum.Target) },
                },
                release.ReferencesOf(erratum)
            )
            : Problems.NotFound("erratum", id, release.Snapshot.Errata.Select(known => known.Id));

    private static Results<Representation<Listing<Finding>>, Problem> ListFindings(PinnedRelease release) =>
        release.Page(release.Snapshot.Findings, Found);

    private static Results<Representation<FacetCounts>, Problem> CountFindings(PinnedRelease release) =>
        release.Count(release.Snapshot.Findings, Found);

    private static Results<CrossReferenced<Finding>, Problem> GetFinding(PinnedRelease release, string id) =>
        release.Snapshot.Findings.FirstOrDefault(known => known.Id == id) is { } finding
            ? new CrossReferenced<Finding>(
                new(finding, Wire.Json.Finding, release)
                {
                    Links = new Dictionary<string, string>
                    {
                        ["collection"] = release.Href("/consistency"),
                        ["rules"] = release.Address.Href("/v1/codelists/quality-rules"),
                    },
                },
                release.ReferencesOf(finding)
            )
            : Problems.NotFound("finding", id, release.Snapshot.Findings.Select(known => known.Id));
}
