using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;

namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>Values that are hostile to each format come back cell by cell, by readers that we did not write.</summary>
public sealed class HostileTests
{
    private const int Source = 8,
        Note = 9;

    [Fact]
    public void Csv_keeps_every_cell()
    {
        using var csv = CsvReader.Create(Hostile.Bytes("observations.csv"), CsvReaderOptions.Default with { HasHeader = false });
        List<string[]> rows = [];
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        Assert.Equal(BuiltRelease.Lines(Hostile.Rows), BuiltRelease.Lines(rows.Skip(1)));
    }

    [Fact]
    public void The_workbook_keeps_every_cell_as_text() =>
        Assert.Equal(
            BuiltRelease.Lines(Hostile.Rows),
            BuiltRelease.Lines(Workbook.Rows(Hostile.Bytes("plan.xlsx"), BuiltRelease.Datasets.Observations))
        );

    [Fact]
    public async Task Parquet_keeps_every_text()
    {
        var rows = (await ParquetTests.ReadAsync(Hostile.Bytes("observations.parquet"))).Rows;
        Assert.Equal(Hostile.Rows.Select(row => (row[Source], row[Note])), rows.Select(row => (row[Source], row[Note])));
    }

    [Fact]
    public void Every_line_of_json_is_one_record_and_its_texts_are_whole()
    {
        var lines = Encoding.UTF8.GetString(Hostile.Bytes("observations.ndjson")).TrimEnd('\n').Split('\n');
        Assert.Equal(Hostile.Texts, lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()!));
        Assert.All(lines, line => Assert.DoesNotContain(line, c => c is '\r' or '\u2028' or '\u2029' or '\u0085')); // where some readers part lines
    }

    [Fact]
    public void The_release_finds_its_own_files_right()
    {
        var check = JsonDocument
            .Parse(Hostile.Bytes("selfcheck.json"))
            .RootElement.GetProperty("datasets")
            .EnumerateArray()
            .Single(set => set.GetProperty("name").GetString() is "observations");
        Assert.All(
            check.GetProperty("files").EnumerateArray(),
            file => Assert.True(file.GetProperty("agrees").GetBoolean(), file.GetProperty("path").GetString())
        );
    }

    [Fact]
    public void A_table_for_excel_guards_what_excel_would_take_for_something_else_and_nothing_more()
    {
        foreach (var path in (string[])["observations-excel.csv", "observations-zh.csv"])
        {
            using var csv = CsvReader.Create(Hostile.Bytes(path), CsvReaderOptions.Default with { HasHeader = false });
            List<string> cells = [];
            while (csv.Read())
                cells.Add(csv.GetString(Source));
            Assert.Equal(Hostile.Texts.Count + 1, cells.Count);
            var byText = Hostile.Texts.Zip(cells.Skip(1)).ToDictionary();
            Assert.All(Hostile.ToSpreadsheets, text => Assert.Equal($"'{text}", byText[text]));
            Assert.All(Hostile.Harmless, text => Assert.Equal(text, byText[text]));
        }
    }

    [FactWith("python3")]
    public async Task Python_reads_csv_lines_and_documents_alike() =>
        Assert.Equal(
            "ok",
            await PythonAsync(
                """
                import csv, json
                want = json.load(open('want.json', encoding='utf-8'))
                rows = list(csv.reader(open('observations.csv', encoding='utf-8', newline='')))[1:]
                assert rows == [[c or '' for c in w] for w in want], [(r, w) for r, w in zip(rows, want) if r != [c or '' for c in w]][:3]
                texts = [w[8] for w in want]
                assert [json.loads(l)['source'] for l in open('observations.ndjson', encoding='utf-8', newline='\n')] == texts
                assert [o['source'] for o in json.load(open('observations.json', encoding='utf-8'))['items']] == texts
                twins = [r[8] for r in csv.reader(open('observations-excel.csv', encoding='utf-8-sig', newline=''))][1:]
                assert all(t in (w, "'" + w) for t, w in zip(twins, texts)) and len(twins) == len(texts)
                print('ok')
                """
            )
        );

    [Fact]
    public void The_sdmx_message_keeps_its_ids_to_the_pattern_and_its_texts_whole()
    {
        var plan = BuiltRelease.Plan with
        {
            Indicators =
            [
                .. BuiltRelease.Plan.Indicators.Select(
                    (row, at) => row with { Name = Hostile.ToReaders[at], Target = row.Target with { Raw = Hostile.ToReaders[^(at + 1)] } }
                ),
            ],
        };
        var message = XDocument.Load(
            new MemoryStream(
                ReleaseBuilder.Build(plan, new ReleaseVersion(12, 0, 3), null).Files.Single(file => file.Path == "indicators.sdmx.xml").ToBytes()
            )
        );
        XNamespace generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic",
            header = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";

        Assert.Equal("urbanization-14fyp_12-0-3", message.Descendants(header + "ID").Single().Value);
        Assert.All(message.Descendants().Attributes("id").Select(id => id.Value), id => Assert.Matches("^[A-Za-z0-9_@$-]+$", id));
        Assert.Equal(plan.Indicators.Select(row => row.Name), Values("TITLE"));
        Assert.Equal(plan.Indicators.Select(row => row.Target.Raw), Values("COMMENT_OBS").Where((_, at) => at % 2 is 1));

        IEnumerable<string> Values(string concept) =>
            message
                .Descendants(generic + "Value")
                .Where(value => value.Attribute("id")!.Value == concept)
                .Select(value => value.Attribute("value")!.Value);
    }

    private static async Task<string> PythonAsync(string script)
    {
        var folder = Directory.CreateTempSubdirectory("opendata-hostile-");
        try
        {
            foreach (var file in (string[])["observations.csv", "observations-excel.csv", "observations.ndjson", "observations.json"])
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), Hostile.Bytes(file));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "want.json"), JsonSerializer.Serialize(Hostile.Rows));
            using var process = Process.Start(
                new ProcessStartInfo("python3", ["-c", script])
                {
                    WorkingDirectory = folder.FullName,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode is 0, await error);
            return (await output).Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
