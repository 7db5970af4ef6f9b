using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>The observations that the plan itself states: the values of its base year.</summary>
public static class StatedObservations
{
    /// <summary>Reads them from the table, for the city as a whole.</summary>
    /// <param name="indicators">The indicators; one without a baseline gives no observation, nothing is invented.</param>
    /// <param name="places">The places; without a city among them there is no area to observe.</param>
    public static IReadOnlyList<Observation> Read(IReadOnlyList<Indicator> indicators, IReadOnlyList<Place> places) =>
        places.FirstOrDefault(place => place.Type is PlaceType.City) is not { } city ? [] :
        [
            .. indicators
                .Where(indicator => indicator.Baseline.Value is not null)
                .Select(indicator => (indicator.Id, indicator.Baseline, indicator.Unit, indicator.Source.Node))
                .Select(row => new Observation(row.Id, city.Id, row.Baseline.Year, row.Baseline.Value, row.Unit, row.Baseline.Status, row.Node, null)),
        ];
}
