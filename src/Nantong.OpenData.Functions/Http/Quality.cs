using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Functions.Http;

/// <summary>What is wrong with the source, and what the rules found when they compared its parts.</summary>
internal static class Quality
{
    public static void Map(RouteGroupBuilder plan)
    {
        var errata = plan.MapGroup("/errata").WithTags("Quality");
        errata.MapMethods("", Verbs.Read, ListErrata).Named("listErrata", "List the known defects of the source, and what was done about each").Takes(QueryParameter.Limit, QueryParameter.Cursor);
        errata.MapMethods("/{id}", Verbs.Read, GetErratum).Named("getErratum", "Get one known defect of the source");

        var findings = plan.MapGroup("/consistency").WithTags("Quality");
        findings.MapMethods("", Verbs.Read, ListFindings).Named("listFindings", "List what the rules of consistency found, agreements included").Takes(QueryParameter.Limit, QueryParameter.Cursor);
        findings.MapMethods("/{id}", Verbs.Read, GetFinding).Named("getFinding", "Get one finding, with both sides and where they stand");
    }

    private static Results<Representation<Listing<Erratum>>, Problem> ListErrata(PinnedRelease release) =>
        release.Page(release.Snapshot.Errata, erratum => erratum.Id, Wire.Json.ListingErratum);

    private static Results<CrossReferenced<Erratum>, Problem> GetErratum(PinnedRelease release, string id) =>
        release.Snapshot.Errata.FirstOrDefault(known => known.Id == id) is { } erratum
            ? new CrossReferenced<Erratum>(
                new(erratum, Wire.Json.Erratum, release)
                {
                    Links = new Dictionary<string, string> { ["collection"] = release.Href("/errata"), ["text"] = release.TextHref(erratum.Target) },
                },
                release.ReferencesOf(erratum))
            : Problems.NotFound("erratum", id, release.Snapshot.Errata.Select(known => known.Id));

    private static Results<Representation<Listing<Finding>>, Problem> ListFindings(PinnedRelease release) =>
        release.Page(release.Snapshot.Findings, finding => finding.Id, Wire.Json.ListingFinding);

    private static Results<CrossReferenced<Finding>, Problem> GetFinding(PinnedRelease release, string id) =>
        release.Snapshot.Findings.FirstOrDefault(known => known.Id == id) is { } finding
            ? new CrossReferenced<Finding>(
                new(finding, Wire.Json.Finding, release)
                {
                    Links = new Dictionary<string, string> { ["collection"] = release.Href("/consistency"), ["rules"] = release.Address.Href("/v1/codelists/quality-rules") },
                },
                release.ReferencesOf(finding))
            : Problems.NotFound("finding", id, release.Snapshot.Findings.Select(known => known.Id));
}
