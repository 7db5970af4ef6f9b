using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>observations.csv</c> and <c>observations.ndjson</c>: one row or line per value of an indicator in a place and a year.</summary>
internal static class ObservationFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(plan, version), plan.Observations);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version) => NdjsonFile.Write(plan.Observations, RecordJson.Line.Observation, version);

    private static IReadOnlyList<CsvColumn<Observation>> Columns(Plan plan, ReleaseVersion version)
    {
        var units = plan.Indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Unit, StringComparer.Ordinal);
        return
        [
            new("indicator", row => row.Indicator),
            new("area", row => row.Area),
            new("year", row => CsvFile.Text(row.Year)),
            new("value", row => CsvFile.Text(row.Value)),
            new("unit_label", row => units.GetValueOrDefault(row.Indicator)?.Label),
            new("unit_code", row => units.GetValueOrDefault(row.Indicator)?.Ucum),
            new("status", row => row.Status),
            new("source", row => row.Source),
            new("note", row => row.Note),
            new("release", _ => version.ToString()),
        ];
    }
}
