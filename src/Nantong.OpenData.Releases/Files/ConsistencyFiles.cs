using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Quality;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>consistency.csv</c> and <c>consistency.ndjson</c>: what the rules of consistency found; in CSV one row per side of a finding.</summary>
internal static class ConsistencyFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) =>
        CsvFile.Write(Columns(version), [.. plan.Findings.SelectMany(finding => finding.Sides.Select((side, index) => new Row(finding, index + 1, side)))]);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version) => NdjsonFile.Write(plan.Findings, RecordJson.Line.Finding, version);

    private static IReadOnlyList<CsvColumn<Row>> Columns(ReleaseVersion version) =>
    [
        new("finding_id", row => row.Finding.Id),
        new("rule", row => row.Finding.Rule),
        new("result", row => RecordJson.Code(row.Finding.Result, RecordJson.Line.FindingResult)),
        new("severity", row => RecordJson.Code(row.Finding.Severity, RecordJson.Line.Severity)),
        new("status", row => RecordJson.Code(row.Finding.Status, RecordJson.Line.FindingStatus)),
        new("statement_zh", row => row.Finding.Statement.Zh),
        new("statement_en", row => row.Finding.Statement.En),
        new("indicator", row => row.Finding.Indicator),
        new("erratum", row => row.Finding.Erratum),
        new("side", row => CsvFile.Text((int?)row.Number)),
        new("side_says", row => row.Side.Says),
        new("side_commitment", row => row.Side.Commitment),
        .. AnchorColumns.Of<Row>(row => row.Side.Anchor),
        new("release", _ => version.ToString()),
    ];

    private sealed record Row(Finding Finding, int Number, FindingSide Side);
}
