using Azure.Data.Tables;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>commitments</c>: one row per quantity or dated promise.</summary>
internal static class CommitmentRow
{
    public static RowFormat<Commitment> Format { get; } =
        FactRow.Of(TableNames.Commitments, RecordJson.Line.Commitment, commitment => commitment.Id, WriteFilters);

    private static void WriteFilters(Commitment commitment, TableEntity row)
    {
        row.SetCode("kind", commitment.Kind, RecordJson.Line.CommitmentKind);
        row.SetCode("operator", commitment.Operator, RecordJson.Line.QuantityOperator);
        row.SetNumber("value", commitment.Value);
        row.SetNumber("from", commitment.From);
        row.SetNumber("to", commitment.To);
        row.SetText("unitCode", commitment.Unit?.Ucum);
        row.SetText("deadline", commitment.Deadline?.Raw);
        row.SetDay("deadlineTo", commitment.Deadline?.To);
        row["node"] = commitment.Anchor.Node;
        row["section"] = commitment.Section;
        row.SetText("column", commitment.Column);
        row.SetText("indicator", commitment.Indicator);
    }
}
