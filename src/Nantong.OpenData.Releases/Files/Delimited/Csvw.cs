using System.Text.Json.Nodes;
using Nantong.OpenData.Releases.Files.Packages;

namespace Nantong.OpenData.Releases.Files.Delimited;

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
            ["dialect"] = Dialect(),
            ["lang"] = about.Language,
            ["null"] = "",
            ["tableSchema"] = new JsonObject
            {
                ["aboutUrl"] = "#" + string.Join('-', dataset.Key.Select(name => $"{{{name}}}")),
                ["primaryKey"] = new JsonArray([.. dataset.Key.Select(name => JsonValue.Create(name))]),
                ["columns"] = new JsonArray([.. dataset.Columns.Select(Describe)]),
            },
        };
    }

    /// <summary>How the file is parted into cells. All of it is said: a reader that trims, skips blank rows, or takes a row that begins with # for
    /// a comment, which is what the standard does unless told otherwise, would lose some.</summary>
    private static JsonObject Dialect() =>
        new()
        {
            ["encoding"] = "utf-8",
            ["delimiter"] = ",",
            ["quoteChar"] = "\"",
            ["doubleQuote"] = true,
            ["lineTerminators"] = new JsonArray("\r\n"),
            ["header"] = true,
            ["headerRowCount"] = 1,
            ["skipRows"] = 0,
            ["skipColumns"] = 0,
            ["skipBlankRows"] = false,
            ["skipInitialSpace"] = false,
            ["trim"] = false,
            ["commentPrefix"] = null,
        };

    private static JsonObject Describe(DataColumn column)
    {
        var described = Named(column);
        if (column.IsList)
            described["separator"] = DataColumn.Separator;
        if (column.Name.EndsWith("_en", StringComparison.Ordinal))
            described["lang"] = "en";
        return described;
    }

    private static JsonNode TypeOf(DataType type) =>
        type switch
        {
            DataType.Date => new JsonObject { ["base"] = "date", ["format"] = "yyyy-MM-dd" },
            DataType.Boolean => new JsonObject { ["base"] = "boolean", ["format"] = "true|false" },
            DataType.Decimal => new JsonObject
            {
                ["base"] = "decimal",
                ["format"] = new JsonObject { ["decimalChar"] = "." },
            },
            _ => JsonValue.Create(Descriptors.TypeName(type, number: "decimal")),
        };

    private static JsonObject Named(DataColumn column) =>
        new()
        {
            ["name"] = column.Name,
            ["titles"] = new JsonArray(column.Name, column.Label.Zh),
            ["dc:description"] = Descriptors.Text(Descriptors.Sentence(column), "en"),
            ["datatype"] = TypeOf(column.Type),
            ["required"] = column.IsKey,
        };
}
