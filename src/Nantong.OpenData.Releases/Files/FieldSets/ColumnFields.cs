using Nantong.OpenData.Plans.Columns;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>columns</c>: one row per item of a column (专栏), the column's own fields repeated.</summary>
internal static class ColumnFields
{
    public static IEnumerable<Row> Rows(Column column) => column.Items.Select(item => new Row(column, item));

    public static IReadOnlyList<Field<Row>> All { get; } =
    [
        new("column_id", "专栏编号", "Id of the column", row => row.Column.Id),
        new("column_number", "专栏序号", "Printed number of the column", row => (int?)row.Column.Number),
        new("column_title", "专栏标题", "Printed title of the column", row => row.Column.Title),
        new("column_title_en", "专栏标题（英文）", "What the column is about in English, an editorial translation", row => row.Column.TitleEn),
        new Field<Row>("column_kind", "专栏形式", "items, prose or table", row => RecordJson.Code(row.Column.Kind, RecordJson.Line.ColumnKind)).Coded(
            CodeLabels.ColumnKinds
        ),
        new("section", "所在节", "Id of the section that the column stands in", row => row.Column.Section),
        new("anchor", "位置", "The node that the column follows", row => row.Column.Anchor),
        new Field<Row>("item_id", "条目编号", "Id of the item", row => row.Item.Id).Key(),
        new("item_number", "条目序号", "Position in the column, from 1", row => (int?)row.Item.Number),
        new("item_heading", "条目名称", "Name of the project, or first cell of a table; empty in prose", row => row.Item.Heading),
        new("item_heading_en", "条目名称（英文）", "What the item is about in English, an editorial translation", row => row.Item.HeadingEn),
        new("item_text", "条目内容", "Text of the item", row => row.Item.Text),
    ];

    internal sealed record Row(Column Column, ColumnItem Item);
}
