using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Api.Site.Tables;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>The places that the plan names, and the patterns in which it lays the city out.</summary>
internal static class Places
{
    private static readonly Collection<Place> All = new(place => place.Id, () => Wire.Json.Place, () => Wire.Json.ListingPlace)
    {
        Categories = ["type", "within"],
        Aliases = new Dictionary<string, string> { ["name_en"] = "label.en" },
        Expansions =
        [
            Expansions.References<Place>((release, place) => release.ReferencesOf(place)),
            Expansions.Commitments<Place>((place, commitment) => place.Commitments.Contains(commitment.Id)),
            Expansions.Nodes<Place>(place => place.Nodes),
        ],
        Dataset = sets => sets.Places,
    };

    private static readonly Collection<SpatialStructure> Patterns = new(
        structure => structure.Id,
        () => Wire.Json.SpatialStructure,
        () => Wire.Json.ListingSpatialStructure
    )
    {
        Categories = ["members.places"],
        Expansions =
        [
            Expansions.References<SpatialStructure>((release, structure) => release.ReferencesOf(structure)),
            Expansions.Nodes<SpatialStructure>(structure => structure.Mentions.Select(mention => mention.Node)),
        ],
        Dataset = sets => sets.Structures,
    };

    /// <summary>Places and patterns as tables to ask.</summary>
    internal static AskedTable Table { get; } = new AskedTable<Place>(All, snapshot => snapshot.Places);

    /// <inheritdoc cref="Table" />
    internal static AskedTable PatternTable { get; } = new AskedTable<SpatialStructure>(Patterns, snapshot => snapshot.SpatialStructures);

    public static void Map(RouteGroupBuilder plan)
    {
        var places = plan.MapGroup("/places").WithTags("Places");
        places.MapMethods("", Verbs.Read, List).Named("listPlaces", "List the places that the plan names, with every mention").Lists(All);
        places.MapMethods("/facets", Verbs.Read, Count).Named("countPlaces", "Count the values of the places' fields, under a filter").Counts(All);
        places.MapMethods("/{id}", Verbs.Read, Get).Named("getPlace", "Get one place: its mentions, nodes, commitments and indicators").Shows(All);

        var structures = plan.MapGroup("/structures").WithTags("Places");
        structures
            .MapMethods("", Verbs.Read, ListStructures)
            .Named("listStructures", "List the spatial structures (一核四区多园) with their members")
            .Lists(Patterns);
        structures
            .MapMethods("/facets", Verbs.Read, CountStructures)
            .Named("countStructures", "Count the values of the structures' fields, under a filter")
            .Counts(Patterns);
        structures.MapMethods("/{id}", Verbs.Read, GetStructure).Named("getStructure", "Get one spatial structure").Shows(Patterns);
    }

    private static Results<Representation<Listing<Place>>, Problem> List(PinnedRelease release) =>
        release.Page(release.Snapshot.Places, All, PlacePages.OfAll);

    private static Results<Representation<FacetCounts>, Problem> Count(PinnedRelease release) => release.Count(release.Snapshot.Places, All);

    private static Results<CrossReferenced<Place>, Problem> Get(PinnedRelease release, string id) =>
        release.Snapshot.Places.FirstOrDefault(known => known.Id == id) is { } place
            ? new CrossReferenced<Place>(
                new(place, Wire.Json.Place, release) { Links = LinksOf(place, release), Page = view => PlacePages.Of(view, place) },
                release.ReferencesOf(place)
            )
            : Problems.NotFound("place", id, release.Snapshot.Places.Select(known => known.Id), names: PlanNames.Of(release.Snapshot));

    private static Results<Representation<Listing<SpatialStructure>>, Problem> ListStructures(PinnedRelease release) =>
        release.Page(release.Snapshot.SpatialStructures, Patterns, PlacePages.OfStructures);

    private static Results<Representation<FacetCounts>, Problem> CountStructures(PinnedRelease release) =>
        release.Count(release.Snapshot.SpatialStructures, Patterns);

    private static Results<CrossReferenced<SpatialStructure>, Problem> GetStructure(PinnedRelease release, string id) =>
        release.Snapshot.SpatialStructures.FirstOrDefault(known => known.Id == id) is { } structure
            ? new CrossReferenced<SpatialStructure>(
                new(structure, Wire.Json.SpatialStructure, release)
                {
                    Links = new Dictionary<string, string> { ["collection"] = release.Href("/structures") },
                    Page = view => PlacePages.OfStructure(view, structure),
                },
                release.ReferencesOf(structure)
            )
            : Problems.NotFound("structure", id, release.Snapshot.SpatialStructures.Select(known => known.Id), names: PlanNames.Of(release.Snapshot));

    private static Dictionary<string, string> LinksOf(Place place, PinnedRelease release)
    {
        Dictionary<string, string> links = new() { ["collection"] = release.Href("/places") };
        if (place.Within is { } within)
            links["within"] = release.Href($"/places/{within}");
        return links;
    }
}
