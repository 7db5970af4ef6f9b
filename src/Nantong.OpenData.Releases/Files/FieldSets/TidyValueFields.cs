using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>values</c>.</summary>
internal static class TidyValueFields
{
    public static IReadOnlyList<Field<TidyValue>> All { get; } =
    [
        new Field<TidyValue>("id", "编号", "Indicator, area, year and kind in one", row => row.Id).Key(),
        new Field<TidyValue>("indicator", "指标", "Id of the indicator", row => row.Indicator).Naming(NamedRecords.Indicators),
        new Field<TidyValue>("area", "地区", "Id of the place; empty where none is declared", row => row.Area).Naming(NamedRecords.Places),
        new("year", "年份", "The year", row => (int?)row.Year),
        new Field<TidyValue>("kind", "性质", "baseline, target or observation", row => row.Kind).Coded(CodeLabels.ValueKinds),
        new("raw", "原文", "The cell as printed; empty for an observation", row => row.Raw),
        new Field<TidyValue>(
            "operator",
            "比较符",
            "Printed operator of a target; none for a bare number, empty for what is no target",
            row => row.Operator is { } read ? RecordJson.Code(read, RecordJson.Line.TargetOperator) : null
        ).Coded(CodeLabels.TargetOperators),
        new Field<TidyValue>("value", "数值", "The value; 1 or 0 for a milestone reached or not", row => row.Value)
            .In("unit_code")
            .Or("missing_reason"),
        new Field<TidyValue>("from", "下限", "Lower end of a range", row => row.From).In("unit_code"),
        new Field<TidyValue>("to", "上限", "Upper end of a range", row => row.To).In("unit_code"),
        new("approx", "约数", "True when 左右 or 约 (about) is printed", row => (bool?)row.Approx),
        new("cumulative", "累计数", "True for a target that adds up over the years of the plan", row => (bool?)row.Cumulative),
        new("unit_label", "单位", "Unit to show; empty for a milestone and a ratio", row => row.Unit.Label),
        new("unit_label_en", "单位（英文）", "Unit of the value in English, editorial", row => row.Unit.LabelEn),
        new("unit_code", "单位代码", "UCUM code; empty for a milestone", row => row.Unit.Ucum),
        new Field<TidyValue>(
            "status",
            "状态",
            "SDMX observation status; R is a value that others reported and nobody confirmed",
            row => row.Status
        ).Coded(CodeLabels.ObservationStatuses),
        new Field<TidyValue>("missing_reason", "缺失原因", "Why there is no value; empty when there is one", row => row.MissingReason).Coded(
            CodeLabels.WhyMissing
        ),
        new("source", "来源", "Who published the value, or the node of the plan where it stands", row => row.Source),
    ];
}
