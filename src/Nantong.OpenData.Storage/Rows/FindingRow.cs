using Azure.Data.Tables;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>findings</c>: one row per comparison that a rule made.</summary>
internal static class FindingRow
{
    public static RowFormat<Finding> Format { get; } = FactRow.Of(TableNames.Findings, RecordJson.Line.Finding, finding => finding.Id, WriteFilters);

    private static void WriteFilters(Finding finding, TableEntity row)
    {
        row["rule"] = finding.Rule;
        row.SetCode("result", finding.Result, RecordJson.Line.FindingResult);
        row.SetCode("severity", finding.Severity, RecordJson.Line.Severity);
        row.SetCode("status", finding.Status, RecordJson.Line.FindingStatus);
        row.SetText("indicator", finding.Indicator);
        row.SetText("erratum", finding.Erratum);
    }
}
