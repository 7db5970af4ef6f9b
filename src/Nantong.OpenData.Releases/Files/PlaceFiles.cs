using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>places.csv</c> and <c>places.ndjson</c>: one row or line per place. The mentions with their offsets stand in the lines.</summary>
internal static class PlaceFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(version), plan.Places);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version) => NdjsonFile.Write(plan.Places, RecordJson.Line.Place, version);

    private static IReadOnlyList<CsvColumn<Place>> Columns(ReleaseVersion version) =>
    [
        new("id", row => row.Id),
        new("type", row => RecordJson.Code(row.Type, RecordJson.Line.PlaceType)),
        new("name", row => row.Name),
        new("name_en", row => row.Label.En),
        new("aliases", row => CsvFile.List(row.Aliases)),
        new("within", row => row.Within),
        new("note_zh", row => row.Note?.Zh),
        new("note_en", row => row.Note?.En),
        new("mention_count", row => CsvFile.Text((int?)row.Mentions.Count)),
        new("nodes", row => CsvFile.List(row.Nodes)),
        new("commitments", row => CsvFile.List(row.Commitments)),
        new("release", _ => version.ToString()),
    ];
}
