using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>indicators</c>.</summary>
internal static class IndicatorFields
{
    public static IReadOnlyList<Field<Indicator>> All { get; } =
    [
        new Field<Indicator>("id", "编号", "Stable id", row => row.Id).Key(),
        new("seq", "序号", "Printed number", row => (int?)row.Seq),
        new("name", "指标", "Printed name", row => row.Name),
        new("name_en", "指标（英文）", "Name in English, an editorial translation", row => row.Label.En),
        new("short_zh", "指标简称", "Short name in Chinese, editorial", row => row.ShortLabel.Zh),
        new("short_en", "指标简称（英文）", "Short name in English, editorial", row => row.ShortLabel.En),
        new("category_id", "类别编号", "Id of the category", row => row.Category.Id),
        new("category_name", "类别", "Category as printed", row => row.Category.Name),
        new("unit_raw", "单位（原文）", "Unit as printed, spaces included; empty when none is printed", row => row.Unit.Raw),
        new("unit_label", "单位", "Unit to show; empty for a milestone and a ratio", row => row.Unit.Label),
        new("unit_label_en", "单位（英文）", "Unit of the value in English, editorial", row => row.Unit.LabelEn),
        new("unit_code", "单位代码", "UCUM code; empty for a milestone", row => row.Unit.Ucum),
        new("unit_inferred", "单位系推断", "True when the plan prints no unit and the code is our reading", row => (bool?)row.Unit.Inferred),
        new Field<Indicator>(
            "attribute",
            "属性",
            "binding (约束性) or expected (预期性), where the table has a column for it; empty where it has none",
            row => row.Attribute
        ).Coded(CodeLabels.Attributes),
        new("decimals", "小数位数", "Largest number of printed decimal places; empty for a milestone", row => row.Decimals),
        new("baseline_year", "基期年", "Base year", row => (int?)row.Baseline.Year),
        new("baseline_raw", "基数（原文）", "Baseline as printed", row => row.Baseline.Raw),
        new Field<Indicator>("baseline_value", "基数", "Baseline as a number", row => row.Baseline.Value)
            .In("unit_code")
            .Or("baseline_missing_reason"),
        new Field<Indicator>(
            "baseline_status",
            "基数状态",
            "SDMX observation status: A normal, M cannot exist, O missing",
            row => row.Baseline.Status
        ).Coded(CodeLabels.ObservationStatuses),
        new Field<Indicator>(
            "baseline_missing_reason",
            "基数缺失原因",
            "Why there is no baseline: not-applicable or not-published",
            row => row.Baseline.MissingReason
        ).Coded(CodeLabels.MissingReasons),
        new("target_year", "目标年", "Target year", row => (int?)row.Target.Year),
        new("target_raw", "目标（原文）", "Target as printed", row => row.Target.Raw),
        new Field<Indicator>(
            "target_kind",
            "目标形式",
            "threshold, value or milestone",
            row => RecordJson.Code(row.Target.Kind, RecordJson.Line.TargetKind)
        ).Coded(CodeLabels.TargetKinds),
        new Field<Indicator>(
            "target_operator",
            "目标比较符",
            "Printed operator; none for a bare number",
            row => RecordJson.Code(row.Target.Operator, RecordJson.Line.TargetOperator)
        ).Coded(CodeLabels.TargetOperators),
        new Field<Indicator>("target_value", "目标", "Target as a number", row => row.Target.Value).In("unit_code").Or("target_missing_reason"),
        new Field<Indicator>("target_from", "目标下限", "Lower end of a target that is a range; empty for any other", row => row.Target.From).In(
            "unit_code"
        ),
        new Field<Indicator>("target_to", "目标上限", "Upper end of a target that is a range; empty for any other", row => row.Target.To).In(
            "unit_code"
        ),
        new("target_rate", "目标增长率", "The rate of growth in per cent, where the target is one; empty for any other", row => row.Target.Rate),
        new("target_approx", "目标为约数", "True when 左右 (about) is printed", row => (bool?)row.Target.Approx),
        new("target_cumulative", "目标为累计数", "True when the number adds up over the whole period", row => (bool?)row.Target.Cumulative),
        new("target_period_from", "目标期起", "First day that the target covers", row => (DateOnly?)row.Target.Period.From),
        new("target_period_to", "目标期止", "Last day that the target covers", row => (DateOnly?)row.Target.Period.To),
        new Field<Indicator>(
            "target_missing_reason",
            "目标缺失原因",
            "Why there is no number: not-numeric for a milestone",
            row => row.Target.MissingReason
        ).Coded(CodeLabels.MissingReasons),
        new Field<Indicator>(
            "target_interpretation_operator",
            "目标判读比较符",
            "How the target is to be read; empty for a milestone",
            row => row.Target.Interpretation is { } read ? RecordJson.Code(read.Operator, RecordJson.Line.TargetOperator) : null
        ).Coded(CodeLabels.TargetOperators),
        new Field<Indicator>("target_interpretation_basis", "目标判读依据", "stated or inferred", row => row.Target.Interpretation?.Basis).Coded(
            CodeLabels.Bases
        ),
        new(
            "growth_raw",
            "年均增长（原文）",
            "Yearly growth that the table sets beside the target, as printed; empty where it sets none",
            row => row.Growth?.Raw
        ),
        new("growth_value", "年均增长", "That growth in per cent, or the sum where it is cumulative; empty for words", row => row.Growth?.Value),
        new Field<Indicator>(
            "growth_operator",
            "年均增长比较符",
            "Its printed operator; none for a bare number",
            row => row.Growth is { } growth ? RecordJson.Code(growth.Operator, RecordJson.Line.TargetOperator) : null
        ).Coded(CodeLabels.TargetOperators),
        new("growth_approx", "年均增长为约数", "True when 左右 (about) is printed", row => row.Growth?.Approx),
        new(
            "growth_cumulative",
            "年均增长为累计数",
            "True when it stands in brackets: a sum over the years of the plan",
            row => row.Growth?.Cumulative
        ),
        new Field<Indicator>("direction", "方向", "Which way the value is meant to go: inferred, never printed", row => row.Direction.Value).Coded(
            CodeLabels.Directions
        ),
        new Field<Indicator>("direction_basis", "方向依据", "Always inferred", row => row.Direction.Basis).Coded(CodeLabels.Bases),
        new("direction_rule", "方向规则", "The rule that gave the direction", row => row.Direction.Rule),
        new("statement_zh", "一句话", "The row as a sentence, in Chinese", row => row.Statement.Zh),
        new("statement_en", "一句话（英文）", "The row as a sentence, in English", row => row.Statement.En),
        new("notes_zh", "说明", "Notes in Chinese, those that must go with the number first", row => Notes(row, note => note.Text.Zh)),
        new("notes_en", "说明（英文）", "Notes in English", row => Notes(row, note => note.Text.En)),
        new("source_node", "所在节点", "Id of the table row", row => row.Source.Node),
        new("source_line", "原文行", "Line in the source, from 1", row => (int?)row.Source.Line),
    ];

    private static IReadOnlyList<string> Notes(Indicator row, Func<Note, string> text) =>
        [.. row.Notes.OrderByDescending(note => note.Mandatory).Select(text)];
}
