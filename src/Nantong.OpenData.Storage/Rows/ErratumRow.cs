using Azure.Data.Tables;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>errata</c>: one row per known defect of the source.</summary>
internal static class ErratumRow
{
    public static RowFormat<Erratum> Format { get; } = FactRow.Of(TableNames.Errata, RecordJson.Line.Erratum, erratum => erratum.Id, WriteFilters);

    private static void WriteFilters(Erratum erratum, TableEntity row)
    {
        row["target"] = erratum.Target;
        row["kind"] = erratum.Kind;
        row["applied"] = erratum.Applied;
        row["status"] = erratum.Status;
        row["confidence"] = erratum.Confidence;
    }
}
