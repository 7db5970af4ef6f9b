using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>What the rules of consistency found, agreements included. The dataset has one row per side of a finding.</summary>
internal static class FindingRecords
{
    public static RecordKind<Finding> Kind { get; } =
        new("findings", "finding", () => RecordJson.Line.Finding, finding => finding.Id, plan => plan.Findings)
        {
            Filters =
            [
                new("rule", row => row.Rule),
                new("result", row => RecordJson.Code(row.Result, RecordJson.Line.FindingResult)),
                new("severity", row => RecordJson.Code(row.Severity, RecordJson.Line.Severity)),
                new("status", row => RecordJson.Code(row.Status, RecordJson.Line.FindingStatus)),
                new("indicator", row => row.Indicator),
                new("erratum", row => row.Erratum),
            ],
            Dataset = version =>
                Dataset<Finding>.Of(
                    "consistency",
                    new("一致性检查", "Consistency"),
                    FindingFields.Rows,
                    FindingFields.All,
                    RecordJson.Line.Finding,
                    RecordJson.Indented.DocumentFinding,
                    version
                ),
            Origin = RecordOrigin.Editors,
            IsCounted = true,
            Text = "/statement/zh",
            Subject = "/rule",
            Node = "/sides/0/anchor/node",
            Places = ["/id"],
            Elsewhere = ["/sides/*/anchor", "/sides/*/commitment"],
        };
}
