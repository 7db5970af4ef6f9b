using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The boxed project columns (专栏), compared with their items as records of their own. Their dataset has one row per item, the column's own
/// fields repeated.</summary>
internal static class ColumnRecords
{
    public static RecordKind<Column> Kind { get; } =
        new("columns", "column", () => RecordJson.Line.Column, column => column.Id, plan => plan.Columns)
        {
            IsCore = true,
            Dataset = version =>
                Dataset<Column>.Of(
                    "columns",
                    new("专栏", "Project columns"),
                    ColumnFields.Rows,
                    ColumnFields.All,
                    RecordJson.Line.Column,
                    RecordJson.Indented.DocumentColumn,
                    version
                ),
            Text = "/title",
            Node = "/id",
            References = ["/anchor", "/section"],
            Places = ["/id", "/number"],
            Editorial = ["/titleEn"],
            Parts = new RecordKind("items", "column-item")
            {
                Text = "/text",
                Node = "/id",
                Places = ["/id", "/number"],
                Editorial = ["/headingEn"],
            },
        };
}
