using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Functions.Http;

/// <summary>Values of the indicators, by area and year.</summary>
internal static class Observations
{
    private static readonly Collection<Observation> All = new(KeyOf, Wire.Json.Observation, Wire.Json.ListingObservation)
    {
        Categories = ["indicator", "area", "year", "status"],
        Dataset = sets => sets.Observations,
    };

    public static void Map(RouteGroupBuilder plan)
    {
        var observations = plan.MapGroup("").WithTags("Observations").Lists(All);
        observations.MapMethods("/observations", Verbs.Read, List).Named("listObservations", "List the observations: indicator, area, year, value, status");
        observations.MapMethods("/indicators/{id}/observations", Verbs.Read, ListOfIndicator).Named("listIndicatorObservations", "List the observations of one indicator");
    }

    private static Results<Representation<Listing<Observation>>, Problem> List(PinnedRelease release) =>
        release.Page(release.Snapshot.Observations, All);

    private static Results<Representation<Listing<Observation>>, Problem> ListOfIndicator(PinnedRelease release, string id) =>
        release.Snapshot.FindIndicator(id) is { } indicator
            ? release.Page([.. release.Snapshot.Observations.Where(observation => observation.Indicator == indicator.Id)], All)
            : Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id));

    private static string KeyOf(Observation observation) => $"{observation.Indicator}|{observation.Area}|{observation.Year}";
}
