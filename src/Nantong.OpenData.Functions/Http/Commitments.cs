using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Functions.Http;

/// <summary>What the prose promises, as data; and the digits that promise nothing, so that the account is complete.</summary>
internal static class Commitments
{
    public static void Map(RouteGroupBuilder plan)
    {
        var commitments = plan.MapGroup("/commitments").WithTags("Commitments");
        commitments.MapMethods("", Verbs.Read, List).Named("listCommitments", "List every quantity and dated promise of the prose, in reading order").Takes(QueryParameter.Limit, QueryParameter.Cursor);
        commitments.MapMethods("/{id}", Verbs.Read, Get).Named("getCommitment", "Get one commitment");

        plan.MapMethods("/exclusions", Verbs.Read, ListExclusions).WithTags("Commitments")
            .Named("listExclusions", "List the digits of the text that are no commitment, each with its reason").Takes(QueryParameter.Limit, QueryParameter.Cursor);
    }

    private static Results<Representation<Listing<Commitment>>, Problem> List(PinnedRelease release) =>
        release.Page(release.Snapshot.Commitments, commitment => commitment.Id, Wire.Json.ListingCommitment);

    private static Results<CrossReferenced<Commitment>, Problem> Get(PinnedRelease release, string id) =>
        release.Snapshot.Commitments.FirstOrDefault(known => known.Id == id) is { } commitment
            ? new CrossReferenced<Commitment>(new(commitment, Wire.Json.Commitment, release) { Links = LinksOf(commitment, release) }, release.ReferencesOf(commitment))
            : Problems.NotFound("commitment", id, release.Snapshot.Commitments.Select(known => known.Id));

    private static Results<Representation<Listing<Exclusion>>, Problem> ListExclusions(PinnedRelease release) =>
        release.Page(release.Snapshot.Exclusions, exclusion => exclusion.Id, Wire.Json.ListingExclusion);

    private static Dictionary<string, string> LinksOf(Commitment commitment, PinnedRelease release) => new()
    {
        ["collection"] = release.Href("/commitments"),
        ["text"] = release.TextHref(commitment.Anchor.Node),
        ["section"] = release.TextHref(commitment.Section),
    };
}
