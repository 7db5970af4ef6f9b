using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Files;

public sealed class DataFileTests
{
    private static readonly Plan Plan = RealPlan.Read();
    private static readonly Release Built = ReleaseBuilder.Build(Plan, new ReleaseVersion(1, 2, 0), null);

    [Fact]
    public void Indicators_csv_read_again_says_what_the_records_say()
    {
        var rows = ReadCsv("indicators.csv");

        Assert.Equal(Plan.Indicators.Count, rows.Count);
        Assert.All(
            Plan.Indicators.Zip(rows),
            pair =>
            {
                var (indicator, row) = pair;
                Assert.Equal(indicator.Id, row["id"]);
                Assert.Equal(indicator.Name, row["name"]);
                Assert.Equal(indicator.Category.Name, row["category_name"]);
                Assert.Equal(indicator.Unit.Raw ?? "", row["unit_raw"]);
                Assert.Equal(indicator.Unit.Ucum ?? "", row["unit_code"]);
                Assert.Equal(indicator.Baseline.Value?.ToString(CultureInfo.InvariantCulture) ?? "", row["baseline_value"]);
                Assert.Equal(indicator.Baseline.MissingReason ?? "", row["baseline_missing_reason"]);
                Assert.Equal(indicator.Target.Raw, row["target_raw"]);
                Assert.Equal(indicator.Target.Value?.ToString(CultureInfo.InvariantCulture) ?? "", row["target_value"]);
                Assert.Equal(indicator.Target.Operator.ToString().ToLowerInvariant(), row["target_operator"]);
                Assert.Equal(indicator.Target.Cumulative ? "true" : "false", row["target_cumulative"]);
                Assert.Equal(indicator.Statement.Zh, row["statement_zh"]);
                Assert.Equal("1.2.0", row["release"]);
            }
        );
    }

    [Fact]
    public void Columns_csv_has_one_row_per_item()
    {
        var rows = ReadCsv("columns.csv");

        Assert.Equal(
            Plan.Columns.SelectMany(column => column.Items).Select(item => (item.Id, item.Heading ?? "", item.Text)),
            rows.Select(row => (row["item_id"], row["item_heading"], row["item_text"]))
        );
        Assert.Equal(22, rows.Count);
        Assert.Equal(["items", "prose", "table"], rows.Select(row => row["column_kind"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("indicators.csv")]
    [InlineData("columns.csv")]
    public void Csv_ends_its_lines_as_rfc_4180_says(string path)
    {
        var text = Text(path);

        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void A_field_with_comma_quote_or_line_end_is_quoted_and_comes_back()
    {
        const string awkward = "a, \"b\"\r\nc";
        var first = Plan.Indicators[0] with { Name = awkward };
        var release = ReleaseBuilder.Build(Plan with { Indicators = [first] }, ReleaseVersion.First, null);

        Assert.Equal(awkward, ReadCsv(release, "indicators.csv")[0]["name"]);
    }

    [Fact]
    public void Json_files_carry_release_authority_and_license_and_no_key_is_left_out()
    {
        using var document = JsonDocument.Parse(Text("indicators.json"));
        var (root, milestone) = (document.RootElement, document.RootElement.GetProperty("items")[9]);

        Assert.Equal(["plan", "release", "authority", "license", "items"], root.EnumerateObject().Select(member => member.Name));
        Assert.False(root.GetProperty("authority").GetProperty("official").GetBoolean());
        Assert.Equal("dual-gigabit-city", milestone.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, milestone.GetProperty("target").GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, milestone.GetProperty("unit").GetProperty("ucum").ValueKind);
    }

    [Fact]
    public void Json_keeps_decimal_places()
    {
        Assert.Contains("\"value\": 43.29", Text("indicators.json"), StringComparison.Ordinal);
        var target = Plan.Indicators[0].Target with { Value = 4.50m };
        Assert.Equal(
            "4.50",
            RecordJson
                .Read(JsonSerializer.Serialize(target, RecordJson.Line.Target), RecordJson.Line.Target)
                .Value?.ToString(CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void Paragraphs_are_one_record_per_line_with_their_release()
    {
        var lines = Text("paragraphs.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(107, lines.Length);
        Assert.Equal(Plan.Nodes.Where(node => node.Type is NodeType.Paragraph).Select(node => (node.Id, node.Text, "1.2.0")), lines.Select(Read));

        static (string, string, string) Read(string line)
        {
            using var record = JsonDocument.Parse(line);
            return (Member("id"), Member("text"), Member("release"));

            string Member(string name) => record.RootElement.GetProperty(name).GetString()!;
        }
    }

    private static List<Dictionary<string, string>> ReadCsv(string path) => ReadCsv(Built, path);

    private static List<Dictionary<string, string>> ReadCsv(Release release, string path)
    {
        using var csv = CsvReader.Create(release.Files.Single(file => file.Path == path).ToBytes(), CsvReaderOptions.Default);
        csv.ReadHeader();
        string[] heads = [.. csv.Headers];
        List<Dictionary<string, string>> rows = [];
        while (csv.Read())
            rows.Add(heads.Index().ToDictionary(head => head.Item, head => csv.GetString(head.Index)));
        return rows;
    }

    private static string Text(string path) => Encoding.UTF8.GetString(Built.Files.Single(file => file.Path == path).ToBytes());
}
