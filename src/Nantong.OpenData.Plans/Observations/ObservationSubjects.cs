using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>What may be observed: as far as it is known. Where the plan cannot be read, its other files may still tell the ids, and the rows are
/// checked against these.</summary>
public sealed class ObservationSubjects
{
    private readonly Dictionary<string, Indicator?>? indicators;
    private readonly HashSet<string>? areas;

    private ObservationSubjects(Dictionary<string, Indicator?>? indicators, HashSet<string>? areas, PlanYears? years) =>
        (this.indicators, this.areas, Years) = (indicators, areas, years);

    /// <summary>The years of the plan; null when they are not known.</summary>
    public PlanYears? Years { get; }

    /// <summary>Those of a plan that was read.</summary>
    public static ObservationSubjects Of(IEnumerable<Indicator> indicators, IEnumerable<string> areas, PlanYears years) =>
        new(
            indicators.ToDictionary(indicator => indicator.Id, Indicator? (indicator) => indicator, StringComparer.Ordinal),
            areas.ToHashSet(StringComparer.Ordinal),
            years
        );

    /// <summary>Those that the curated files name, for a plan that cannot be read.</summary>
    /// <param name="description"><c>plan.json</c>.</param>
    /// <param name="places"><c>places.json</c>; empty for a plan without one.</param>
    public static ObservationSubjects Of(ReadOnlyMemory<byte> description, ReadOnlyMemory<byte> places)
    {
        var (about, gazetteer) = (Curation.ReadDescription(description).Value, Curation.ReadGazetteer(places).Value);
        return new(
            about
                ?.Indicators.DistinctBy(indicator => indicator.Id)
                .ToDictionary(indicator => indicator.Id, Indicator? (_) => null, StringComparer.Ordinal),
            gazetteer?.Places.Select(place => place.Id).ToHashSet(StringComparer.Ordinal),
            about?.Years
        );
    }

    /// <summary>True for the id of an indicator, and where none are known for any.</summary>
    internal bool Knows(string id, out Indicator? indicator)
    {
        indicator = null;
        return indicators is null ? id.Length > 0 : indicators.TryGetValue(id, out indicator);
    }

    /// <summary>True for the id of a place, and where none are known for any.</summary>
    internal bool KnowsArea(string id) => areas is null ? id.Length > 0 : areas.Contains(id);
}
