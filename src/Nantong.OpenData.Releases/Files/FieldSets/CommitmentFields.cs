using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>commitments</c>.</summary>
internal static class CommitmentFields
{
    public static IReadOnlyList<Field<Commitment>> All { get; } =
    [
        new Field<Commitment>("id", "编号", "Id in reading order", row => row.Id).Key(),
        new Field<Commitment>("kind", "性质", "What the quantity is", row => RecordJson.Code(row.Kind, RecordJson.Line.CommitmentKind)).Coded(
            CodeLabels.CommitmentKinds
        ),
        new Field<Commitment>(
            "measure",
            "水平或变化",
            "level, or change",
            row => RecordJson.Code(row.Measure, RecordJson.Line.QuantityMeasure)
        ).Coded(CodeLabels.QuantityMeasures),
        new("change_from", "变化的起点", "What a change is reckoned from, as printed", row => row.ChangeFrom),
        new("subject", "对象", "What is counted or measured, in the words of the text", row => row.Subject),
        new("subject_en", "对象（英文）", "What is counted or measured in English, an editorial translation", row => row.SubjectEn),
        new Field<Commitment>(
            "operator",
            "比较符",
            "How the printed number binds; none for a bare number",
            row => RecordJson.Code(row.Operator, RecordJson.Line.QuantityOperator)
        ).Coded(CodeLabels.QuantityOperators),
        new Field<Commitment>("value", "数值", "The number in the unit's code", row => row.Value).In("unit_code").Or("value_missing_reason"),
        new Field<Commitment>(
            "value_missing_reason",
            "数值缺失原因",
            "Why there is no number: range when there are two, not-numeric for a milestone",
            Reason
        ).Coded(CodeLabels.MissingReasons),
        new Field<Commitment>("from", "下限", "Lower end of a range", row => row.From).In("unit_code"),
        new Field<Commitment>("to", "上限", "Upper end of a range", row => row.To).In("unit_code"),
        new("unit_raw", "单位（原文）", "Unit as printed", row => row.Unit?.Raw),
        new("unit_label", "单位", "Unit to show", row => row.Unit?.Label),
        new("unit_label_en", "单位（英文）", "Unit of the value in English, editorial", row => row.Unit?.LabelEn),
        new("unit_code", "单位代码", "UCUM code; empty for a milestone", row => row.Unit?.Ucum),
        new("unit_inferred", "单位系推断", "True when the text prints no unit and the code is our reading", row => row.Unit?.Inferred),
        new("modality", "语气", "The words that say how it is meant, in printed order", row => row.Modality),
        new("deadline_raw", "期限（原文）", "Date or period as printed", row => row.Deadline?.Raw),
        new("deadline_from", "期限起", "First day", row => row.Deadline?.From),
        new("deadline_to", "期限止", "Last day", row => row.Deadline?.To),
        new Field<Commitment>("indicator", "对应指标", "Id of the indicator that measures the same", row => row.Indicator).Naming(
            NamedRecords.Indicators
        ),
        new(
            "correction",
            "更正理由",
            "Why an editor corrected what the rules read, or added it; empty when a rule read all of it",
            row => row.Correction
        ),
        new("section", "所在节", "Id of the section or chapter that it stands in", row => row.Section),
        new("column", "所在专栏", "Id of the column that it stands in; empty in body text", row => row.Column),
        .. AnchorFields.Of<Commitment>(row => row.Anchor),
    ];

    private static string? Reason(Commitment row) =>
        row switch
        {
            { Value: not null } => null,
            { From: null, To: null } => "not-numeric",
            _ => "range",
        };
}
