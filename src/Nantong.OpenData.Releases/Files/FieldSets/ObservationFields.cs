using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>observations</c>, each row with the unit of its indicator.</summary>
internal static class ObservationFields
{
    public static IReadOnlyList<Field<Observation>> All { get; } =
    [
        new Field<Observation>("indicator", "指标", "Id of the indicator", row => row.Indicator).Key().Naming(NamedRecords.Indicators),
        new Field<Observation>("area", "地区", "Id of the place", row => row.Area).Key().Naming(NamedRecords.Places),
        new Field<Observation>("year", "年份", "The year", row => (int?)row.Year).Key(),
        new Field<Observation>("value", "数值", "The value; 1 or 0 for a milestone reached or not", row => row.Value)
            .In("unit_code")
            .Or("missing_reason"),
        new("unit_label", "单位", "Unit to show; empty for a milestone and a ratio", row => row.Unit.Label),
        new("unit_code", "单位代码", "UCUM code; empty for a milestone", row => row.Unit.Ucum),
        new Field<Observation>("status", "状态", "SDMX observation status: A normal, P provisional, O missing and others", row => row.Status).Coded(
            CodeLabels.ObservationStatuses
        ),
        new Field<Observation>(
            "missing_reason",
            "缺失原因",
            "Why there is no value: what its status means; empty when there is one",
            row => row.MissingReason
        ).Coded(CodeLabels.ObservedMissing),
        new("source", "来源", "Who published the value, or where in the plan it stands", row => row.Source),
        new("note", "说明", "What else to know", row => row.Note),
        new("unit_label_en", "单位（英文）", "Unit of the value in English, editorial", row => row.Unit.LabelEn),
    ];
}
