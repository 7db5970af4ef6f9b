using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>commitments.csv</c> and <c>commitments.ndjson</c>: one row or line per quantity or dated promise of the prose.</summary>
internal static class CommitmentFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(version), plan.Commitments);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version) => NdjsonFile.Write(plan.Commitments, RecordJson.Line.Commitment, version);

    private static IReadOnlyList<CsvColumn<Commitment>> Columns(ReleaseVersion version) =>
    [
        new("id", row => row.Id),
        new("kind", row => RecordJson.Code(row.Kind, RecordJson.Line.CommitmentKind)),
        new("subject", row => row.Subject),
        new("operator", row => RecordJson.Code(row.Operator, RecordJson.Line.QuantityOperator)),
        new("value", row => CsvFile.Text(row.Value)),
        new("from", row => CsvFile.Text(row.From)),
        new("to", row => CsvFile.Text(row.To)),
        new("unit_raw", row => row.Unit?.Raw),
        new("unit_label", row => row.Unit?.Label),
        new("unit_code", row => row.Unit?.Ucum),
        new("unit_inferred", row => row.Unit is { } unit ? CsvFile.Text(unit.Inferred) : null),
        new("modality", row => CsvFile.List(row.Modality)),
        new("deadline_raw", row => row.Deadline?.Raw),
        new("deadline_from", row => row.Deadline?.From is { } from ? CsvFile.Text(from) : null),
        new("deadline_to", row => row.Deadline?.To is { } to ? CsvFile.Text(to) : null),
        new("indicator", row => row.Indicator),
        new("section", row => row.Section),
        new("column", row => row.Column),
        .. AnchorColumns.Of<Commitment>(row => row.Anchor),
        new("release", _ => version.ToString()),
    ];
}
