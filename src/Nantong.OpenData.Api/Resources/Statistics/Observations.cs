using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Storage.Observations;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>Values of the indicators, by area and year: read from the store page by page, however many there are, in every form.</summary>
internal static class Observations
{
    private static readonly Collection<Observation> All = new(
        observation => $"{observation.Indicator}|{observation.Area}|{observation.Year}",
        () => Wire.Json.Observation,
        () => Wire.Json.ListingObservation
    )
    {
        Dataset = sets => sets.Observations,
        Shown = ["indicator", "area", "year", "value", "unit_label", "status", "source"],
        PageOf = observation => $"/indicators/{observation.Indicator}",
        Aliases = new Dictionary<string, string> { ["unit_code"] = "unit.ucum" },
        Categories = ["indicator", "area", "year", "status"],
        ReadByKeys = true,
    };

    public static void Map(RouteGroupBuilder plan)
    {
        var observations = plan.MapGroup("").WithTags("Observations");
        observations
            .MapMethods("/observations", Verbs.Read, ListAsync)
            .Named("listObservations", "List the observations: indicator, area, year, value, status")
            .Lists(All);
        observations
            .MapMethods("/observations/facets", Verbs.Read, CountAsync)
            .Named("countObservations", "Count the values of the observations' fields, under a filter")
            .Counts(All);
        observations
            .MapMethods("/indicators/{id}/observations", Verbs.Read, ListOfIndicatorAsync)
            .Named("listIndicatorObservations", "List the observations of one indicator")
            .Lists(All);
    }

    private static Task<Results<Representation<Listing<Observation>>, Problem>> ListAsync(
        PinnedRelease release,
        ObservationPages pages,
        CancellationToken cancellationToken
    ) => release.PageAsync(All, Read(release, within: null, pages), cancellationToken);

    private static Task<Results<Representation<FacetCounts>, Problem>> CountAsync(
        PinnedRelease release,
        ObservationPages pages,
        CancellationToken cancellationToken
    ) => release.CountAsync(All, Read(release, within: null, pages), cancellationToken);

    private static async Task<Results<Representation<Listing<Observation>>, Problem>> ListOfIndicatorAsync(
        PinnedRelease release,
        string id,
        ObservationPages pages,
        CancellationToken cancellationToken
    ) =>
        release.Snapshot.FindIndicator(id) is null
            ? Problems.NotFound("indicator", id, release.Snapshot.Indicators.Select(known => known.Id), names: PlanNames.Of(release.Snapshot))
            : await release.PageAsync(All, Read(release, within: id, pages), cancellationToken);

    private static KeyedRead<Observation> Read(PinnedRelease release, string? within, ObservationPages pages) =>
        async (filter, after, limit, token) =>
        {
            var page = await pages.ReadAsync(release.Snapshot, Narrow(filter, within), after, limit, token);
            return new KeyedSlice<Observation>(page.Items, page.Total, page.Next);
        };

    /// <summary>What keys can tell of a filter, so that as little as possible is read; rows are asked the whole of it only where keys do not tell
    /// all.</summary>
    private static ObservationQuery Narrow(Filter filter, string? within)
    {
        var (indicators, areas) = (Ids(filter.Among("indicator")), Ids(filter.Among("area")));
        if (within is not null)
            indicators = indicators?.Contains(within) is false ? [] : [within];
        var told = filter.Conditions.All(condition =>
            condition is { Operator: Operator.Eq or Operator.In, Field.Path: "indicator" or "area" or "year" }
        );
        return new ObservationQuery
        {
            Indicators = indicators,
            Areas = areas,
            Years = Years(filter.Among("year")),
            Where = told ? null : row => filter.Matches(row),
        };
    }

    /// <summary>The years among some numbers: 2020.5 is none.</summary>
    private static HashSet<int>? Years(IReadOnlySet<object>? values) =>
        values is null
            ? null
            : [.. values.Cast<decimal>().Where(value => value is >= 0 and <= 9_999 && decimal.IsInteger(value)).Select(decimal.ToInt32)];

    private static HashSet<string>? Ids(IReadOnlySet<object>? values) => values is null ? null : [.. values.Cast<string>()];
}
