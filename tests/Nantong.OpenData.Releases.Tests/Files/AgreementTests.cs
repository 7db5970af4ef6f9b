using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Tests.Files;

public sealed class AgreementTests
{
    [Theory]
    [MemberData(nameof(BuiltRelease.Names), MemberType = typeof(BuiltRelease))]
    public void Every_format_of_a_dataset_has_the_same_values_row_for_row(string name)
    {
        var expected = BuiltRelease.Rows[name];
        var dataset = BuiltRelease.Datasets.All.Single(set => set.Name == name);
        Assert.NotEmpty(expected);

        var csv = BuiltRelease.Csv($"{name}.csv");
        Assert.Equal(dataset.Columns.Select(column => column.Name), csv[0]);
        Assert.Equal(expected, BuiltRelease.Lines(csv.Skip(1)));
        Assert.Equal(expected, BuiltRelease.Lines(BuiltRelease.Csv($"{name}-excel.csv").Skip(1).Select(Unguarded)));
        if (BuiltRelease.Release.Files.Any(file => file.Path == $"{name}-zh.csv"))
        {
            var chinese = BuiltRelease.Csv($"{name}-zh.csv");
            Assert.Equal(dataset.Columns.Select(column => column.Label.Zh), chinese[0]);
            AssertShownInChinese(dataset, csv, [.. chinese.Select(Unguarded)]);
        }

        Assert.Equal(expected, BuiltRelease.Lines(Workbook.Rows(BuiltRelease.Bytes("plan.xlsx"), dataset)));
        Assert.Equal(expected.Count, BuiltRelease.Release.Files.Single(file => file.Path == $"{name}.csv").Rows);
    }

    [Fact]
    public void Json_lines_and_documents_and_the_bundle_hold_the_same_records()
    {
        var (sets, json) = (BuiltRelease.Datasets, RecordJson.Line);
        AssertSame(sets.Columns, json.DocumentColumn, "columns.json", "columns");
        AssertSame(sets.Commitments, json.DocumentCommitment, "commitments.json", "commitments");
        AssertSame(sets.Consistency, json.DocumentFinding, "consistency.json", "findings");
        AssertSame(sets.Errata, json.DocumentErratum, "errata.json", "errata");
        AssertSame(sets.Exclusions, json.DocumentExclusion, "exclusions.json", "exclusions");
        AssertSame(sets.Indicators, json.DocumentIndicator, "indicators.json", "indicators");
        AssertSame(sets.Observations, json.DocumentObservation, "observations.json", "observations");
        AssertSame(sets.Paragraphs, json.DocumentNode, "paragraphs.json", "nodes", node => node.Type is Plans.Text.NodeType.Paragraph);
        AssertSame(sets.Places, json.DocumentPlace, "places.json", "places");
        AssertSame(sets.Structures, json.DocumentSpatialStructure, "structures.json", "structures");
    }

    [Fact]
    public void The_release_checked_itself_and_found_every_file_in_agreement()
    {
        var checks = BuiltRelease.Json("selfcheck.json");
        var files = checks
            .GetProperty("datasets")
            .EnumerateArray()
            .SelectMany(set => set.GetProperty("files").EnumerateArray())
            .Concat(checks.GetProperty("texts").EnumerateArray())
            .ToList();

        Assert.All(files, file => Assert.True(file.GetProperty("agrees").GetBoolean(), file.ToString()));
        Assert.Equal(11, checks.GetProperty("datasets").GetArrayLength());
        Assert.Contains(files, file => file.GetProperty("path").GetString() is "all.zip");
        var indicators = checks.GetProperty("datasets").EnumerateArray().Single(set => set.GetProperty("name").GetString() is "indicators");
        Assert.Equal(17, indicators.GetProperty("rows").GetInt32());
        foreach (var set in checks.GetProperty("datasets").EnumerateArray())
        {
            var rows = BuiltRelease.Csv($"{set.GetProperty("name").GetString()}.csv").Skip(1).ToList();
            Assert.Equal(rows.Count, set.GetProperty("rows").GetInt32());
            Assert.Equal(Hash(rows), set.GetProperty("valuesSha256").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(BuiltRelease.Names), MemberType = typeof(BuiltRelease))]
    public void Key_columns_are_filled_and_tell_rows_apart_and_a_number_has_its_unit_or_a_reason(string name)
    {
        var dataset = BuiltRelease.Datasets.All.Single(set => set.Name == name);
        var rows = BuiltRelease.Csv($"{name}.csv");
        int At(string column) => Array.IndexOf(rows[0], column);

        Assert.NotEmpty(dataset.Key);
        Assert.Equal(rows.Count - 1, rows.Skip(1).Select(row => string.Join('|', dataset.Key.Select(key => row[At(key)]))).Distinct().Count());
        Assert.All(rows.Skip(1), row => Assert.All(dataset.Key, key => Assert.NotEqual("", row[At(key)])));
        foreach (var column in dataset.Columns.Where(column => column.UnitIn is not null))
            Assert.All(rows.Skip(1).Where(row => row[At(column.Name)] is not ""), row => Assert.NotEqual("", row[At(column.UnitIn!)]));
        foreach (var column in dataset.Columns.Where(column => column.ReasonIn is not null))
            Assert.All(rows.Skip(1), row => Assert.True(row[At(column.Name)] is "" != row[At(column.ReasonIn!)] is "", string.Join(',', row)));
    }

    private static void AssertSame<T>(
        Dataset<T> dataset,
        JsonTypeInfo<Document<T>> document,
        string path,
        string member,
        Func<T, bool>? isInDataset = null
    )
    {
        var bundle = BuiltRelease.Json("bundle.json").GetProperty(member).EnumerateArray().Select(record => record.Deserialize(dataset.Json)!);
        var lines = BuiltRelease.Text($"{dataset.Name}.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var expected = lines.Select(line => JsonSerializer.Serialize(RecordJson.Read(line, dataset.Json), dataset.Json)).ToList();

        Assert.All(lines, line => Assert.EndsWith(",\"release\":\"1.2.0\"}", line, StringComparison.Ordinal));
        Assert.Equal(
            expected,
            JsonSerializer.Deserialize(BuiltRelease.Bytes(path), document)!.Items.Select(record => JsonSerializer.Serialize(record, dataset.Json))
        );
        Assert.Equal(expected, bundle.Where(isInDataset ?? (_ => true)).Select(record => JsonSerializer.Serialize(record, dataset.Json)));
        Assert.Equal(BuiltRelease.Rows[dataset.Name], BuiltRelease.Lines(dataset.Rows(lines.Select(line => RecordJson.Read(line, dataset.Json)))));
    }

    /// <summary>Codes, ids of named records, true and false stand in Chinese, one cell for one code; everything else is as in the file for
    /// programs.</summary>
    private static void AssertShownInChinese(Dataset dataset, List<string[]> csv, List<string[]> chinese)
    {
        Assert.Equal(csv.Count, chinese.Count);
        foreach (var (at, column) in dataset.Columns.Index())
        {
            var cells = csv.Zip(chinese, (plain, shown) => (Plain: plain[at], Shown: shown[at])).Skip(1).ToList();
            if (column is not ({ Codes: not null } or { Names: not null } or { Type: DataType.Boolean }))
            {
                Assert.All(cells, cell => Assert.Equal(cell.Plain, cell.Shown));
                continue;
            }

            Assert.All(cells, cell => Assert.Equal(cell.Plain is "", cell.Shown is ""));
            Assert.All(cells, cell => Assert.DoesNotContain(cell.Shown, char.IsAsciiLetterLower));
            Assert.Equal(cells.Select(cell => cell.Plain).Distinct().Count(), cells.Select(cell => cell.Shown).Distinct().Count());
        }
    }

    private static string Hash(IEnumerable<string[]> rows) =>
        Hashes.Of(
            System.Text.Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Concat(row.Select(value => value + '\u001F')) + '\u001E')))
        );

    private static string[] Unguarded(string[] row) => [.. row.Select(cell => cell is ['\'', ..] ? cell[1..] : cell)];
}
