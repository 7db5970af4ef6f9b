using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Files;

public sealed class FactFileTests
{
    private static readonly Plan Plan = RealPlan.Read();
    private static readonly Release Built = ReleaseBuilder.Build(Plan, new ReleaseVersion(1, 2, 0), null);

    [Fact]
    public void Every_line_read_again_is_the_record_that_was_written()
    {
        AssertSame("commitments.ndjson", Plan.Commitments, RecordJson.Line.Commitment);
        AssertSame("exclusions.ndjson", Plan.Exclusions, RecordJson.Line.Exclusion);
        AssertSame("places.ndjson", Plan.Places, RecordJson.Line.Place);
        AssertSame("structures.ndjson", Plan.SpatialStructures, RecordJson.Line.SpatialStructure);
        AssertSame("consistency.ndjson", Plan.Findings, RecordJson.Line.Finding);
        AssertSame("errata.ndjson", Plan.Errata, RecordJson.Line.Erratum);
        AssertSame("observations.ndjson", Plan.Observations, RecordJson.Line.Observation);
    }

    [Fact]
    public void Commitments_csv_read_again_says_what_the_records_say()
    {
        var rows = ReadCsv("commitments.csv");

        Assert.Equal(Plan.Commitments.Count, rows.Count);
        Assert.All(
            Plan.Commitments.Zip(rows),
            pair =>
            {
                var (commitment, row) = pair;
                Assert.Equal(commitment.Id, row["id"]);
                Assert.Equal(commitment.Subject, row["subject"]);
                Assert.Equal(commitment.Value?.ToString(CultureInfo.InvariantCulture) ?? "", row["value"]);
                Assert.Equal(commitment.From?.ToString(CultureInfo.InvariantCulture) ?? "", row["from"]);
                Assert.Equal(commitment.Unit?.Raw ?? "", row["unit_raw"]);
                Assert.Equal(commitment.Unit?.Ucum ?? "", row["unit_code"]);
                Assert.Equal(string.Join(" | ", commitment.Modality), row["modality"]);
                Assert.Equal(commitment.Deadline?.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", row["deadline_to"]);
                Assert.Equal(commitment.Anchor.Quote.Exact, row["anchor_quote_exact"]);
                Assert.Equal("1.2.0", row["release"]);
            }
        );
    }

    [Fact]
    public void A_number_in_a_csv_of_facts_has_its_unit_in_the_same_row()
    {
        Assert.All(ReadCsv("commitments.csv").Where(row => row["value"] != "" || row["from"] != ""), row => Assert.NotEqual("", row["unit_code"]));
        Assert.All(ReadCsv("observations.csv").Where(row => row["value"] != ""), row => Assert.NotEqual("", row["unit_code"]));
    }

    [Fact]
    public void An_observation_says_its_unit_and_why_it_has_no_value_in_lines_as_in_csv()
    {
        var lines = BuiltRelease
            .Text("observations.ndjson")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToList();

        Assert.Equal(
            ReadCsv(BuiltRelease.Bytes("observations.csv")).Select(row => (row["value"], row["unit_label"], row["unit_code"], row["missing_reason"])),
            lines.Select(line => (Text(line["value"]), Text(line["unit"]!["label"]), Text(line["unit"]!["ucum"]), Text(line["missingReason"])))
        );
        Assert.All(
            lines,
            line => Assert.Equal(Plan.Indicators.Single(row => row.Id == Text(line["indicator"])).Unit.Ucum, Text(line["unit"]!["ucum"]))
        );
        Assert.Equal("Missing value", Text(Assert.Single(lines, line => line["value"] is null)["missingReason"]));

        static string Text(JsonNode? value) => value?.ToString() ?? "";
    }

    [Fact]
    public void The_other_csv_files_have_the_rows_of_their_records()
    {
        Assert.Equal(Plan.Exclusions.Select(row => (row.Id, row.Raw)), ReadCsv("exclusions.csv").Select(row => (row["id"], row["raw"])));
        Assert.Equal(
            Plan.Places.Select(row => (row.Id, row.Name, string.Join(" | ", row.Nodes))),
            ReadCsv("places.csv").Select(row => (row["id"], row["name"], row["nodes"]))
        );
        Assert.Equal(
            Plan.Errata.Select(row => (row.Id, row.Verbatim, row.Normalized ?? "")),
            ReadCsv("errata.csv").Select(row => (row["id"], row["verbatim"], row["normalized"]))
        );
        Assert.Equal(
            Plan.Findings.SelectMany(finding => finding.Sides.Select(side => (finding.Id, side.Says))),
            ReadCsv("consistency.csv").Select(row => (row["finding_id"], row["side_says"]))
        );
        Assert.Equal(Plan.SpatialStructures.Select(row => row.Id), ReadCsv("structures.csv").Select(row => row["structure_id"]).Distinct());
    }

    private static void AssertSame<T>(string path, IReadOnlyList<T> records, JsonTypeInfo<T> json)
    {
        var lines = Encoding
            .UTF8.GetString(Built.Files.Single(file => file.Path == path).ToBytes())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            records.Select(record => Hashes.OfRecord(record, json)),
            lines.Select(line =>
            {
                var record = JsonNode.Parse(line)!.AsObject();
                Assert.Equal("1.2.0", record["release"]!.GetValue<string>());
                record.Remove("release");
                return Hashes.OfRecord(RecordJson.Read(record.ToJsonString(), json), json);
            })
        );
    }

    private static List<Dictionary<string, string>> ReadCsv(string path) => ReadCsv(Built.Files.Single(file => file.Path == path).ToBytes());

    private static List<Dictionary<string, string>> ReadCsv(byte[] file)
    {
        using var csv = CsvReader.Create(file, CsvReaderOptions.Default);
        csv.ReadHeader();
        string[] heads = [.. csv.Headers];
        List<Dictionary<string, string>> rows = [];
        while (csv.Read())
            rows.Add(heads.Index().ToDictionary(head => head.Item, head => csv.GetString(head.Index)));
        return rows;
    }
}
