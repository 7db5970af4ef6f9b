using System.Text.Json.Nodes;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>{name}.csv-metadata.json</c>: what CSV on the Web (W3C) says about a CSV file, at the place where its readers look for it.</summary>
public static class Csvw
{
    /// <summary>The media type of CSVW metadata.</summary>
    public const string MediaType = "application/csvm+json";

    /// <summary>Name of the metadata of a CSV file; null for what has none: another kind of file, or the twin of a CSV file.</summary>
    /// <param name="path">File name: <c>indicators.csv</c>.</param>
    public static string? MetadataOf(string path) => ReleaseTables.Names.Any(name => path == $"{name}.csv") ? $"{path}-metadata.json" : null;

    /// <summary>Describes one dataset's CSV file.</summary>
    internal static JsonObject Describe(Dataset dataset, ReleaseDraft draft)
    {
        var about = draft.Plan.About;
        return new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "zh" }),
            ["url"] = $"{dataset.Name}.csv",
            ["dc:title"] = $"{about.Title.Zh}：{dataset.Title.Zh}",
            ["dc:description"] = Descriptors.Text($"{about.Title.En}: {dataset.Title.En}. {about.Authority.Statement.En}", "en"),
            ["dc:source"] = about.Authority.OfficialSource.Zh,
            ["dc:license"] = new JsonObject { ["@id"] = about.License.Url },
            ["schema:version"] = draft.Version.ToString(),
            ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["lineTerminators"] = new JsonArray("\r\n"), ["header"] = true },
            ["tableSchema"] = new JsonObject
            {
                ["aboutUrl"] = "#" + string.Join('-', dataset.Key.Select(name => $"{{{name}}}")),
                ["primaryKey"] = new JsonArray([.. dataset.Key.Select(name => JsonValue.Create(name))]),
                ["columns"] = new JsonArray([.. dataset.Columns.Select(Describe)]),
            },
        };
    }

    private static JsonObject Describe(DataColumn column) => new()
    {
        ["name"] = column.Name,
        ["titles"] = new JsonArray(column.Name, column.Label.Zh),
        ["dc:description"] = Descriptors.Text(Descriptors.Sentence(column), "en"),
        ["datatype"] = column.Type is DataType.Date ? new JsonObject { ["base"] = "date", ["format"] = "yyyy-MM-dd" } : JsonValue.Create(Descriptors.TypeName(column.Type, number: "decimal")),
        ["required"] = column.IsKey,
    };
}
