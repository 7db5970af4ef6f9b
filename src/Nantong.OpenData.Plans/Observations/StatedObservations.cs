using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>The observations that the plan itself states: the values of its base year.</summary>
public static class StatedObservations
{
    /// <summary>Reads them from the tables, for the area that <c>plan.json</c> declares, else for the city as a whole.</summary>
    /// <param name="indicators">The indicators; one without a baseline gives no observation, nothing is invented.</param>
    /// <param name="places">The places; without the area among them there is nothing to observe.</param>
    /// <param name="area">Id of the declared area; null where none is declared.</param>
    public static IReadOnlyList<Observation> Read(IReadOnlyList<Indicator> indicators, IReadOnlyList<Place> places, string? area = null) =>
        AreaOf(places, area) is not { } city
            ? []
            :
            [
                .. indicators
                    .Where(indicator => indicator.Baseline.Value is not null)
                    .Select(indicator => (indicator.Id, indicator.Baseline, indicator.Unit, indicator.Source.Node))
                    .Select(row => new Observation(
                        row.Id,
                        city.Id,
                        row.Baseline.Year,
                        row.Baseline.Value,
                        row.Unit,
                        row.Baseline.Status,
                        row.Node,
                        null
                    )),
            ];

    /// <summary>The place that the baselines are for; null when there is none.</summary>
    public static Place? AreaOf(IReadOnlyList<Place> places, string? area) =>
        places.FirstOrDefault(place => area is null ? place.Type is PlaceType.City : place.Id == area);
}
