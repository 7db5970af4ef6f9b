using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Api.Site.Tables;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>What the prose promises, as data; and the digits that promise nothing, so that the account is complete.</summary>
internal static class Commitments
{
    private static readonly Collection<Commitment> All = new(
        commitment => commitment.Id,
        () => Wire.Json.Commitment,
        () => Wire.Json.ListingCommitment
    )
    {
        Categories = ["kind", "measure", "operator", "unit.ucum", "modality", "deadline.raw", "indicator", "section", "column"],
        Aliases = new Dictionary<string, string> { ["unit_code"] = "unit.ucum" },
        Expansions =
        [
            Expansions.References<Commitment>((release, commitment) => release.ReferencesOf(commitment)),
            Expansions.Nodes<Commitment>(commitment => [commitment.Anchor.Node]),
        ],
        Dataset = sets => sets.Commitments,
    };

    private static readonly Collection<Exclusion> Excluded = new(
        exclusion => exclusion.Id,
        () => Wire.Json.Exclusion,
        () => Wire.Json.ListingExclusion
    )
    {
        Categories = ["reason", "digits"],
        Expansions = [Expansions.Nodes<Exclusion>(exclusion => [exclusion.Anchor.Node])],
        Dataset = sets => sets.Exclusions,
    };

    /// <summary>The commitments, and the numbers that are none, as tables to ask.</summary>
    internal static AskedTable Table { get; } = new AskedTable<Commitment>(All, snapshot => snapshot.Commitments);

    /// <inheritdoc cref="Table" />
    internal static AskedTable ExcludedTable { get; } = new AskedTable<Exclusion>(Excluded, snapshot => snapshot.Exclusions);

    public static void Map(RouteGroupBuilder plan)
    {
        var commitments = plan.MapGroup("/commitments").WithTags("Commitments");
        commitments
            .MapMethods("", Verbs.Read, List)
            .Named("listCommitments", "List every quantity and dated promise of the prose, in reading order")
            .Lists(All);
        commitments
            .MapMethods("/facets", Verbs.Read, Count)
            .Named("countCommitments", "Count the values of the commitments' fields, under a filter")
            .Counts(All);
        commitments.MapMethods("/{id}", Verbs.Read, Get).Named("getCommitment", "Get one commitment").Shows(All);

        var exclusions = plan.MapGroup("/exclusions").WithTags("Commitments");
        exclusions
            .MapMethods("", Verbs.Read, ListExclusions)
            .Named("listExclusions", "List the digits of the text that are no commitment, each with its reason")
            .Lists(Excluded);
        exclusions
            .MapMethods("/facets", Verbs.Read, CountExclusions)
            .Named("countExclusions", "Count the values of the exclusions' fields, under a filter")
            .Counts(Excluded);
    }

    private static Results<Representation<Listing<Commitment>>, Problem> List(PinnedRelease release) =>
        release.Page(release.Snapshot.Commitments, All, CommitmentPages.OfAll);

    private static Results<Representation<FacetCounts>, Problem> Count(PinnedRelease release) => release.Count(release.Snapshot.Commitments, All);

    private static Results<CrossReferenced<Commitment>, Problem> Get(PinnedRelease release, string id) =>
        release.Snapshot.Commitments.FirstOrDefault(known => known.Id == id) is { } commitment
            ? new CrossReferenced<Commitment>(
                new(commitment, Wire.Json.Commitment, release)
                {
                    Links = LinksOf(commitment, release),
                    Page = view => CommitmentPages.Of(view, commitment),
                },
                release.ReferencesOf(commitment)
            )
            : Problems.NotFound("commitment", id, release.Snapshot.Commitments.Select(known => known.Id));

    private static Results<Representation<Listing<Exclusion>>, Problem> ListExclusions(PinnedRelease release) =>
        release.Page(release.Snapshot.Exclusions, Excluded);

    private static Results<Representation<FacetCounts>, Problem> CountExclusions(PinnedRelease release) =>
        release.Count(release.Snapshot.Exclusions, Excluded);

    private static Dictionary<string, string> LinksOf(Commitment commitment, PinnedRelease release) =>
        new()
        {
            ["collection"] = release.Href("/commitments"),
            ["text"] = release.TextHref(commitment.Anchor.Node),
            ["section"] = release.TextHref(commitment.Section),
            ["cite"] = release.CiteHref(commitment.Anchor.Node),
        };
}
