using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>How the observed values stand to the targets, by indicator and year.</summary>
/// <remarks>
/// Only values for the city as a whole and for years after the base year: that is what the plan sets targets for. An indicator without such a value
/// has one row, for the target year, that says unknown. <c>result</c> keeps to the year of the target, <c>met</c> says how the number compares in any
/// year.
/// </remarks>
public static class Attainment
{
    /// <summary>Id of the aggregate.</summary>
    public const string Id = "attainment";

    private const string Missing = "missing";

    internal static Aggregate Compute(AggregateInputs inputs)
    {
        var cities = AreasOf(inputs.Facts.Places);
        var observed = inputs.Observed.Where(row => cities.Contains(row.Area)).ToLookup(row => row.Indicator, StringComparer.Ordinal);
        return new Aggregate(
            Id,
            new Label("各指标各年目标完成情况", "Attainment by indicator and year"),
            inputs.Release,
            Hashes.Together([
                inputs.Observations,
                Hashes.Table(RecordKinds.Indicator, inputs.Indicators),
                Hashes.Table(RecordKinds.Place, inputs.Facts.Places),
            ]),
            [
                .. from indicator in inputs.Indicators
                let later = observed[indicator.Id]
                    .Where(row => row.Year > indicator.Baseline.Year)
                    .OrderBy(row => row.Area, StringComparer.Ordinal)
                    .ThenBy(row => row.Year)
                from row in later.Select(observation => Row(indicator, observation)).DefaultIfEmpty(Unknown(indicator, cities))
                select row,
            ]
        );
    }

    /// <summary>Ids of the places whose observations are compared: the city as a whole.</summary>
    public static IReadOnlySet<string> AreasOf(IReadOnlyList<Place> places) =>
        places.Where(place => place.Type is PlaceType.City).Select(place => place.Id).ToHashSet(StringComparer.Ordinal);

    private static AggregateRow Unknown(Indicator indicator, IReadOnlySet<string> cities) =>
        new(
            new Dictionary<string, string>
            {
                ["indicator"] = indicator.Id,
                ["area"] = cities.Order(StringComparer.Ordinal).FirstOrDefault(""),
                ["year"] = indicator.Target.Year.ToString(CultureInfo.InvariantCulture),
                ["targetYear"] = indicator.Target.Year.ToString(CultureInfo.InvariantCulture),
                ["status"] = "",
                ["result"] = "unknown",
                ["met"] = "",
                ["rule"] = "",
                ["basis"] = "",
                ["source"] = "",
            },
            indicator.Label,
            new Dictionary<string, decimal?>
            {
                ["value"] = null,
                ["baseline"] = indicator.Baseline.Value,
                ["target"] = indicator.Target.Value,
                ["gap"] = null,
                ["progress"] = null,
            },
            indicator.Unit.Ucum
        );

    private static AggregateRow Row(Indicator indicator, Observation observation)
    {
        var evaluation = Evaluate(indicator, observation);
        return new AggregateRow(
            new Dictionary<string, string>
            {
                ["indicator"] = indicator.Id,
                ["area"] = observation.Area,
                ["year"] = observation.Year.ToString(CultureInfo.InvariantCulture),
                ["targetYear"] = indicator.Target.Year.ToString(CultureInfo.InvariantCulture),
                ["status"] = observation.Status,
                ["result"] = evaluation is null ? Missing : RecordJson.Code(evaluation.Result, RecordJson.Line.EvaluationResult),
                ["met"] = evaluation?.Met switch
                {
                    true => "true",
                    false => "false",
                    null => "",
                },
                ["rule"] = evaluation?.Rule ?? "",
                ["basis"] = evaluation?.Basis ?? "",
                ["source"] = observation.Source,
            },
            indicator.Label,
            new Dictionary<string, decimal?>
            {
                ["value"] = observation.Value,
                ["baseline"] = indicator.Baseline.Value,
                ["target"] = indicator.Target.Value,
                ["gap"] = evaluation?.Gap,
                ["progress"] = evaluation?.Progress,
            },
            indicator.Unit.Ucum
        );
    }

    /// <summary>The comparison; null where there is no value, or where the year lies beyond those that can be compared.</summary>
    public static Evaluation? Evaluate(Indicator indicator, Observation observation)
    {
        if (observation.Value is not { } value)
            return null;
        var text = !indicator.Target.IsNumeric ? (value == 1 ? "true" : "false") : value.ToString(CultureInfo.InvariantCulture);
        return Evaluation.Parse(indicator, text, observation.Year.ToString(CultureInfo.InvariantCulture)).Try(out var evaluation, out _)
            ? evaluation
            : null;
    }
}
