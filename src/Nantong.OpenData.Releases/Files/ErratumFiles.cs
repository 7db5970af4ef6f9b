using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>errata.csv</c> and <c>errata.ndjson</c>: one row or line per known defect of the source.</summary>
internal static class ErratumFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(version), plan.Errata);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version) => NdjsonFile.Write(plan.Errata, RecordJson.Line.Erratum, version);

    private static IReadOnlyList<CsvColumn<Erratum>> Columns(ReleaseVersion version) =>
    [
        new("id", row => row.Id),
        new("target", row => row.Target),
        new("kind", row => row.Kind),
        new("verbatim", row => row.Verbatim),
        new("normalized", row => row.Normalized),
        new("applied", row => CsvFile.Text(row.Applied)),
        new("expect", row => CsvFile.Text((int?)row.Expect)),
        new("reason_zh", row => row.Reason.Zh),
        new("reason_en", row => row.Reason.En),
        new("status", row => row.Status),
        new("release", _ => version.ToString()),
    ];
}
