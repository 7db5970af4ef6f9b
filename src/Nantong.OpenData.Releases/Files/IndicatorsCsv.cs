using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>indicators.csv</c>: one row per indicator, nested fields flattened.</summary>
internal static class IndicatorsCsv
{
    public static FileContent Write(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(version), plan.Indicators);

    private static IReadOnlyList<CsvColumn<Indicator>> Columns(ReleaseVersion version) =>
    [
        new("id", row => row.Id),
        new("seq", row => CsvFile.Text(row.Seq)),
        new("name", row => row.Name),
        new("name_en", row => row.Label.En),
        new("category_id", row => row.Category.Id),
        new("category_name", row => row.Category.Name),
        new("unit_raw", row => row.Unit.Raw),
        new("unit_label", row => row.Unit.Label),
        new("unit_code", row => row.Unit.Ucum),
        new("unit_inferred", row => CsvFile.Text(row.Unit.Inferred)),
        new("decimals", row => CsvFile.Text(row.Decimals)),
        new("baseline_year", row => CsvFile.Text(row.Baseline.Year)),
        new("baseline_raw", row => row.Baseline.Raw),
        new("baseline_value", row => CsvFile.Text(row.Baseline.Value)),
        new("baseline_status", row => row.Baseline.Status),
        new("baseline_missing_reason", row => row.Baseline.MissingReason),
        new("target_year", row => CsvFile.Text(row.Target.Year)),
        new("target_raw", row => row.Target.Raw),
        new("target_kind", row => RecordJson.Code(row.Target.Kind, RecordJson.Line.TargetKind)),
        new("target_operator", row => RecordJson.Code(row.Target.Operator, RecordJson.Line.TargetOperator)),
        new("target_value", row => CsvFile.Text(row.Target.Value)),
        new("target_approx", row => CsvFile.Text(row.Target.Approx)),
        new("target_cumulative", row => CsvFile.Text(row.Target.Cumulative)),
        new("target_period_from", row => CsvFile.Text(row.Target.Period.From)),
        new("target_period_to", row => CsvFile.Text(row.Target.Period.To)),
        new("target_missing_reason", row => row.Target.MissingReason),
        new("target_interpretation_operator", row => row.Target.Interpretation is { } read ? RecordJson.Code(read.Operator, RecordJson.Line.TargetOperator) : null),
        new("target_interpretation_basis", row => row.Target.Interpretation?.Basis),
        new("direction", row => row.Direction.Value),
        new("direction_basis", row => row.Direction.Basis),
        new("direction_rule", row => row.Direction.Rule),
        new("statement_zh", row => row.Statement.Zh),
        new("statement_en", row => row.Statement.En),
        new("notes_zh", row => Notes(row, note => note.Text.Zh)),
        new("notes_en", row => Notes(row, note => note.Text.En)),
        new("source_node", row => row.Source.Node),
        new("source_line", row => CsvFile.Text(row.Source.Line)),
        new("release", _ => version.ToString()),
    ];

    /// <summary>The notes in one cell, those that must go with the number first; null when there are none.</summary>
    private static string? Notes(Indicator row, Func<Note, string> text) =>
        row.Notes.Count == 0 ? null : string.Join(" | ", row.Notes.OrderByDescending(note => note.Mandatory).Select(text));
}
