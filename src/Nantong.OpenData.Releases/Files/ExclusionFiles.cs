using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>exclusions.csv</c> and <c>exclusions.ndjson</c>: one row or line per number of the prose that is no commitment.</summary>
internal static class ExclusionFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(version), plan.Exclusions);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version) => NdjsonFile.Write(plan.Exclusions, RecordJson.Line.Exclusion, version);

    private static IReadOnlyList<CsvColumn<Exclusion>> Columns(ReleaseVersion version) =>
    [
        new("id", row => row.Id),
        new("reason", row => RecordJson.Code(row.Reason, RecordJson.Line.ExclusionReason)),
        new("raw", row => row.Raw),
        new("digits", row => CsvFile.Text((int?)row.Digits)),
        .. AnchorColumns.Of<Exclusion>(row => row.Anchor),
        new("release", _ => version.ToString()),
    ];
}
