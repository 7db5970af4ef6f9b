using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Http;

/// <summary>Values of the indicators, by area and year: read from the store page by page, however many there are.</summary>
internal static class Observations
{
    public static void Map(RouteGroupBuilder plan)
    {
        var observations = plan.MapGroup("").WithTags("Observations").Takes(QueryParameter.Limit, QueryParameter.Cursor);
        observations.MapMethods("/observations", Verbs.Read, ListAsync).Named("listObservations", "List the observations: indicator, area, year, value, status");
        observations.MapMethods("/indicators/{id}/observations", Verbs.Read, ListOfIndicatorAsync).Named("listIndicatorObservations", "List the observations of one indicator");
    }

    private static Task<Results<Representation<Listing<Observation>>, Problem>> ListAsync(PinnedRelease release, ObservationPages pages, CancellationToken cancellationToken) =>
        PageAsync(release, ObservationQuery.All, pages, cancellationToken);

    private static async Task<Results<Representation<Listing<Observation>>, Problem>> ListOfIndicatorAsync(
        PinnedRelease release, string id, ObservationPages pages, CancellationToken cancellationToken) =>
        release.Snapshot.FindIndicator(id) is null
            ? Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id))
            : await PageAsync(release, new ObservationQuery { Indicators = [id] }, pages, cancellationToken);

    private static Task<Results<Representation<Listing<Observation>>, Problem>> PageAsync(
        PinnedRelease release, ObservationQuery query, ObservationPages pages, CancellationToken cancellationToken) =>
        release.PageAsync(
            async (wanted, token) =>
            {
                var page = await pages.ReadAsync(release.Snapshot, query, wanted.After, wanted.Limit, token);
                return new KeyedSlice<Observation>(page.Items, page.Total, page.Next);
            },
            Wire.Json.ListingObservation, cancellationToken);
}
