using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>columns.csv</c>: one row per item of a column (专栏), the column's own fields repeated.</summary>
internal static class ColumnsCsv
{
    public static FileContent Write(Plan plan, ReleaseVersion version) =>
        CsvFile.Write(Columns(version), [.. plan.Columns.SelectMany(column => column.Items.Select(item => new Row(column, item)))]);

    private static IReadOnlyList<CsvColumn<Row>> Columns(ReleaseVersion version) =>
    [
        new("column_id", row => row.Column.Id),
        new("column_number", row => CsvFile.Text(row.Column.Number)),
        new("column_title", row => row.Column.Title),
        new("column_kind", row => RecordJson.Code(row.Column.Kind, RecordJson.Line.ColumnKind)),
        new("section", row => row.Column.Section),
        new("anchor", row => row.Column.Anchor),
        new("item_id", row => row.Item.Id),
        new("item_number", row => CsvFile.Text(row.Item.Number)),
        new("item_heading", row => row.Item.Heading),
        new("item_text", row => row.Item.Text),
        new("release", _ => version.ToString()),
    ];

    private sealed record Row(Column Column, ColumnItem Item);
}
