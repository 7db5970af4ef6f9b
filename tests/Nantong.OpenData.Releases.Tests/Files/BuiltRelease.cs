using System.Text;
using System.Text.Json;
using CsvHelper;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>The real plan as a release, with one observation added that a spreadsheet could misread, and ways to its files that the product does not
/// use.</summary>
internal static class BuiltRelease
{
    public static Plan Plan { get; } =
        RealPlan.Read() is var plan
            ? plan with
            {
                Observations =
                [
                    .. plan.Observations,
                    new(
                        plan.Indicators[1].Id,
                        "nantong",
                        2022,
                        -0.50m,
                        plan.Indicators[1].Unit,
                        "P",
                        "=HYPERLINK(\"x\"), \"quoted\"\r\nsecond line",
                        "@note"
                    ),
                    new(plan.Indicators[2].Id, "nantong", 2022, null, plan.Indicators[2].Unit, "O", "南通市统计局", null),
                ],
            }
            : throw new InvalidOperationException();

    public static Release Release { get; } = ReleaseBuilder.Build(Plan, new ReleaseVersion(1, 2, 0), null);

    public static Datasets Datasets { get; } = new(Release.Version);

    /// <summary>The rows of every dataset, straight from the records.</summary>
    public static IReadOnlyDictionary<string, List<string>> Rows { get; } =
        new Dictionary<string, List<string>>
        {
            ["columns"] = Lines(Datasets.Columns.Rows(Plan.Columns)),
            ["commitments"] = Lines(Datasets.Commitments.Rows(Plan.Commitments)),
            ["consistency"] = Lines(Datasets.Consistency.Rows(Plan.Findings)),
            ["errata"] = Lines(Datasets.Errata.Rows(Plan.Errata)),
            ["exclusions"] = Lines(Datasets.Exclusions.Rows(Plan.Exclusions)),
            ["indicators"] = Lines(Datasets.Indicators.Rows(Plan.Indicators)),
            ["observations"] = Lines(Datasets.Observations.Rows(Plan.Observations)),
            ["paragraphs"] = Lines(Datasets.Paragraphs.Rows(Plan.Nodes.Where(node => node.Type is OpenData.Plans.Text.NodeType.Paragraph))),
            ["places"] = Lines(Datasets.Places.Rows(Plan.Places)),
            ["structures"] = Lines(Datasets.Structures.Rows(Plan.SpatialStructures)),
            ["values"] = Lines(Datasets.Values.Rows(TidyValue.Of(Plan))),
        };

    public static IEnumerable<object[]> Names => Datasets.All.Select(dataset => new object[] { dataset.Name });

    public static byte[] Bytes(string path) => Release.Files.Single(file => file.Path == path).ToBytes();

    public static string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    public static JsonElement Json(string path) => JsonDocument.Parse(Bytes(path)).RootElement;

    /// <summary>A CSV file with its head, by the library that wrote it.</summary>
    public static List<string[]> Csv(string path)
    {
        using var csv = CsvReader.Create(Bytes(path), CsvReaderOptions.Default with { HasHeader = false });
        List<string[]> rows = [];
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return rows;
    }

    public static List<string> Lines(IEnumerable<IReadOnlyList<string?>> rows) => [.. rows.Select(row => string.Join('\u241F', row))];
}
