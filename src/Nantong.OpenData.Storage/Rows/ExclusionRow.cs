using Azure.Data.Tables;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>exclusions</c>: one row per number that is no commitment.</summary>
internal static class ExclusionRow
{
    public static RowFormat<Exclusion> Format { get; } =
        FactRow.Of(TableNames.Exclusions, RecordJson.Line.Exclusion, exclusion => exclusion.Id, WriteFilters);

    private static void WriteFilters(Exclusion exclusion, TableEntity row)
    {
        row.SetCode("reason", exclusion.Reason, RecordJson.Line.ExclusionReason);
        row.SetText("raw", exclusion.Raw);
        row["digits"] = exclusion.Digits;
        row["node"] = exclusion.Anchor.Node;
    }
}
