using Nantong.OpenData.Plans.Quality;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>consistency</c>: one row per side of a finding.</summary>
internal static class FindingFields
{
    public static IEnumerable<Row> Rows(Finding finding) => finding.Sides.Select((side, index) => new Row(finding, index + 1, side));

    public static IReadOnlyList<Field<Row>> All { get; } =
    [
        new Field<Row>("finding_id", "编号", "Id of the finding", row => row.Finding.Id).Key(),
        new("rule", "规则", "Id of the rule", row => row.Finding.Rule),
        new("result", "结果", "agrees, differs or incomplete", row => RecordJson.Code(row.Finding.Result, RecordJson.Line.FindingResult)),
        new("severity", "程度", "How much it matters", row => RecordJson.Code(row.Finding.Severity, RecordJson.Line.Severity)),
        new("status", "状态", "What became of it", row => RecordJson.Code(row.Finding.Status, RecordJson.Line.FindingStatus)),
        new("statement_zh", "结论", "The finding as a sentence, in Chinese", row => row.Finding.Statement.Zh),
        new("statement_en", "结论（英文）", "The finding as a sentence, in English", row => row.Finding.Statement.En),
        new("indicator", "指标", "Id of the indicator concerned", row => row.Finding.Indicator),
        new("erratum", "勘误", "Id of the erratum that lists the same defect", row => row.Finding.Erratum),
        new Field<Row>("side", "第几方", "Which side of the comparison, from 1", row => (int?)row.Number).Key(),
        new("side_says", "该方表述", "What this side says, as printed", row => row.Side.Says),
        new("side_commitment", "该方承诺", "Id of the commitment that this side is; empty for a cell of the table", row => row.Side.Commitment),
        .. AnchorFields.Of<Row>(row => row.Side.Anchor),
    ];

    internal sealed record Row(Finding Finding, int Number, FindingSide Side);
}
