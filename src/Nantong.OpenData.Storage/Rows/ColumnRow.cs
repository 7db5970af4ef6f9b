using Azure.Data.Tables;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>columns</c>: one row per column (专栏), its items within.</summary>
internal static class ColumnRow
{
    public static RowFormat<Column> Format { get; } = new(RecordKinds.Column.Set, () => RecordJson.Line.Column, column => column.Id, Write, Read);

    private static void Write(Column column, TableEntity row)
    {
        row["id"] = column.Id;
        row["number"] = column.Number;
        row["title"] = column.Title;
        row.SetText("titleEn", column.TitleEn);
        row.SetCode("kind", column.Kind, RecordJson.Line.ColumnKind);
        row["anchor"] = column.Anchor;
        row["section"] = column.Section;
        row.SetJson("heads", column.Heads, RecordJson.Line.IReadOnlyListString);
        row.SetJson("items", column.Items, RecordJson.Line.IReadOnlyListColumnItem);
    }

    private static Column Read(TableEntity row) =>
        new(
            row.GetText("id"),
            row.GetNumber("number"),
            row.GetText("title"),
            row.GetCode("kind", RecordJson.Line.ColumnKind),
            row.GetText("anchor"),
            row.GetText("section"),
            row.GetJson("heads", RecordJson.Line.IReadOnlyListString),
            row.GetJson("items", RecordJson.Line.IReadOnlyListColumnItem)
        )
        {
            TitleEn = row.FindText("titleEn"),
        };
}
