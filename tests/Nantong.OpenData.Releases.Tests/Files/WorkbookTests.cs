using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Nantong.OpenData.Releases.Tests.Files;

public sealed class WorkbookTests
{
    [Fact]
    public void The_workbook_keeps_the_rules_of_its_format()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(BuiltRelease.Bytes("plan.xlsx")), isEditable: false);

        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
    }

    [Fact]
    public void Every_dataset_has_a_sheet_behind_the_guide_with_a_frozen_head_and_a_filter_over_all_its_rows()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(BuiltRelease.Bytes("plan.xlsx")), isEditable: false);

        Assert.Equal(
            ["说明", .. BuiltRelease.Datasets.All.Select(set => set.Name)],
            document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)
        );
        Assert.All(
            BuiltRelease.Datasets.All,
            set =>
            {
                var sheet = Workbook.SheetOf(document, set.Name);
                Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
                var last = sheet.Descendants<Row>().Last().Elements<Cell>().First().CellReference!.Value!.TrimStart('A');
                Assert.EndsWith(last, sheet.Descendants<AutoFilter>().Single().Reference!.Value, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Columns_have_a_width_that_shows_their_text_long_text_is_wrapped_and_the_usual_style_has_its_name()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(BuiltRelease.Bytes("plan.xlsx")), isEditable: false);
        var (styles, sheets) = (
            document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!,
            document.WorkbookPart.Workbook!.Descendants<Sheet>().Select(sheet => Workbook.SheetOf(document, sheet.Name!.Value!)).ToList()
        );
        var looks = styles.CellFormats!.Elements<CellFormat>().ToList();

        Assert.Equal(
            ("Normal", 0u),
            Assert.Single(styles.CellStyles!.Elements<CellStyle>().Select(style => (style.Name!.Value!, style.BuiltinId!.Value)))
        );
        Assert.All(
            sheets,
            sheet =>
            {
                Assert.Equal(
                    sheet.Descendants<Row>().First().Elements<Cell>().Count(),
                    sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Count()
                );
                Assert.All(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>(), column => Assert.InRange(column.Width!.Value, 8, 60));
                Assert.All(
                    sheet.Descendants<Cell>().Where(cell => cell.InlineString?.InnerText.Length > 60),
                    cell => Assert.True(looks[(int)cell.StyleIndex!.Value].Alignment!.WrapText!.Value, cell.CellReference)
                );
            }
        );
    }

    [Fact]
    public void No_two_columns_of_a_sheet_have_the_same_head() =>
        Assert.All(
            BuiltRelease.Datasets.All,
            set => Assert.Equal(set.Columns.Count, set.Columns.Select(column => column.Label.Zh).Distinct().Count())
        );

    [Fact]
    public void Numbers_days_and_truths_are_cells_of_their_type()
    {
        var (head, row) = (
            Workbook.Read(BuiltRelease.Bytes("plan.xlsx"), "indicators")[0],
            Workbook.Read(BuiltRelease.Bytes("plan.xlsx"), "indicators")[1]
        );
        var cells = head.Elements<Cell>()
            .Zip(Enumerable.Range(0, 99))
            .ToDictionary(pair => pair.First.InnerText, pair => pair.First.CellReference!.Value!.TrimEnd('1'));

        Assert.Equal(("70.44", null), Of("基数"));
        Assert.Equal(("1", CellValues.Boolean), (Of("目标为累计数").Text is "0" ? "1" : "", Of("目标为累计数").Type));
        Assert.Equal(("45658", null), Of("目标期起")); // 2025-01-01

        (string Text, CellValues? Type) Of(string column)
        {
            var cell = row.Elements<Cell>().Single(cell => cell.CellReference == cells[column] + "2");
            return (cell.CellValue!.Text, cell.DataType?.Value);
        }
    }

    [Fact]
    public void The_guide_names_source_release_licence_units_and_every_column()
    {
        var text = string.Join('\n', Workbook.Read(BuiltRelease.Bytes("plan.xlsx"), "说明").Select(row => row.InnerText));

        Assert.All(
            [
                BuiltRelease.Plan.About.Authority.OfficialSource.Zh,
                "通政办发〔2021〕70号",
                "urbanization-14fyp@1.2.0",
                "CC-BY-4.0",
                "m2",
                .. BuiltRelease.Datasets.All.SelectMany(set => set.Columns).Select(column => column.Name),
            ],
            words => Assert.Contains(words, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_a_cell_cannot_hold_does_not_break_the_workbook()
    {
        var odd = BuiltRelease.Plan.Observations[0] with
        {
            Area = "nantong",
            Year = 2023,
            Source = "a\u0001b 𝄞 \uD800",
            Note = " spaces " + new string('x', 40_000),
        };
        var release = ReleaseBuilder.Build(BuiltRelease.Plan with { Observations = [odd] }, ReleaseVersion.First, null);
        var row = Workbook.Rows(release.Files.Single(file => file.Path == "plan.xlsx").ToBytes(), BuiltRelease.Datasets.Observations).Single();

        Assert.Equal("a\uFFFDb 𝄞 \uFFFD", row[8]);
        Assert.Equal(32_767, row[9]!.Length);
        Assert.StartsWith(" spaces ", row[9], StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "plan.xlsx (observations)", "plan.xlsx (values)" }, release.FindDisagreements().ToHashSet());
    }
}
