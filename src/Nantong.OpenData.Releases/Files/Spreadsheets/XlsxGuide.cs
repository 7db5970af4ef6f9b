using Nantong.OpenData.Releases.Files.Packages;

namespace Nantong.OpenData.Releases.Files.Spreadsheets;

/// <summary>The first sheet of the workbook, 说明: what this is, where it comes from, what may be done with it, and what every column means.</summary>
internal static class XlsxGuide
{
    public const string Name = "说明";

    public static XlsxSheet Of(ReleaseDraft draft)
    {
        string?[][] rows =
        [
            .. About(draft),
            .. draft.Plan.Indicators.Select(row => (string?[])["单位", row.Id, row.Name, row.Unit.Label ?? row.Unit.Ucum, row.Unit.Ucum]),
            .. draft.Tables.SelectMany(Dictionary),
        ];
        return new XlsxSheet(Name, ["项目", "名称", "中文", "English", "类型或代码"], [.. Enumerable.Repeat(DataType.String, 5)], rows)
        {
            Extent = rows.Length,
        };
    }

    private static IEnumerable<string?[]> About(ReleaseDraft draft)
    {
        var about = draft.Plan.About;
        return
        [
            ["标题", "title", about.Title.Zh, about.Title.En, null],
            ["性质", "authority", about.Authority.Statement.Zh, about.Authority.Statement.En, null],
            ["来源", "source", about.Authority.OfficialSource.Zh, about.Authority.OfficialSource.En, draft.Plan.Source.Sha256],
            ["文号", "document number", about.Authority.DocumentNumber, null, null],
            ["版本", "release", $"{about.Id}@{draft.Version}", $"{about.Id}@{draft.Version}", null],
            ["许可", "licence", $"{about.License.Name} ({about.License.Scope})", about.License.Url, about.License.Id],
            ["文本权利", "rights", about.TextRights.Zh, about.TextRights.En, null],
        ];
    }

    private static IEnumerable<string?[]> Dictionary(ReleaseTable table) =>
        [
            ["数据表", table.Dataset.Name, table.Dataset.Title.Zh, table.Dataset.Title.En, null],
            .. table.Dataset.Columns.Select(column =>
                new[] { "列", column.Name, column.Label.Zh, Descriptors.Sentence(column), Descriptors.TypeName(column.Type, "number") }
            ),
        ];
}
