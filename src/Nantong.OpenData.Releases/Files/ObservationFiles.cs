using System.Text.Json;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>observations.csv</c> and <c>observations.ndjson</c>: one row or line per value of an indicator in a place and a year.</summary>
internal static class ObservationFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(version), plan.Observations);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version)
    {
        using var bytes = new MemoryStream();
        foreach (var observation in plan.Observations)
        {
            var line = JsonSerializer.SerializeToNode(observation, RecordJson.Line.Observation)!.AsObject();
            line["release"] = version.ToString();
            using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = RecordJson.Line.Options.Encoder })) line.WriteTo(json);
            bytes.WriteByte((byte)'\n');
        }

        return new FileContent(bytes.ToArray(), plan.Observations.Count);
    }

    private static IReadOnlyList<CsvColumn<Observation>> Columns(ReleaseVersion version) =>
    [
        new("indicator", row => row.Indicator),
        new("area", row => row.Area),
        new("year", row => CsvFile.Text(row.Year)),
        new("value", row => CsvFile.Text(row.Value)),
        new("status", row => row.Status),
        new("source", row => row.Source),
        new("note", row => row.Note),
        new("release", _ => version.ToString()),
    ];
}
