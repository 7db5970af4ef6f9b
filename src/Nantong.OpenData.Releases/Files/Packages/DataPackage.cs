using System.Text.Json.Nodes;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary><c>datapackage.json</c>: the CSV files as a Data Package (version 2), with types, units, keys, lengths and hashes.</summary>
/// <remarks>It has no date of creation: a file that knew one would differ each time it is made. When a release was published stands in the API's list
/// of releases.</remarks>
internal static class DataPackage
{
    public const string Path = "datapackage.json";

    public static JsonObject Describe(ReleaseDraft draft)
    {
        var (about, notice) = (draft.Plan.About, draft.Plan.TitleBlock);
        return new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
            ["name"] = about.Id,
            ["id"] = $"{about.Id}@{draft.Version}",
            ["version"] = draft.Version.ToString(),
            ["title"] = Citations.Citations.TitleOf(about).Zh,
            ["description"] = $"{about.Description.Zh}\n\n{about.Authority.Statement.Zh}\n\n{about.Description.En}\n\n{about.Authority.Statement.En}",
            ["keywords"] = new JsonArray([.. Keywords.InBothLanguages(about).Select(word => JsonValue.Create(word))]),
            ["licenses"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = about.License.Id,
                    ["path"] = about.License.Url,
                    ["title"] = $"{about.License.Name} ({about.License.Scope})",
                }
            ),
            ["sources"] = new JsonArray(new JsonObject { ["title"] = about.Authority.OfficialSource.Zh, ["version"] = notice.DocumentNumber }),
            ["contributors"] = new JsonArray(
                new JsonObject { ["title"] = notice.Issuer, ["roles"] = new JsonArray("creator") },
                new JsonObject { ["title"] = Citations.Citations.Publisher, ["roles"] = new JsonArray("publisher", "dataCurator") }
            ),
            ["resources"] = new JsonArray([.. draft.Tables.Select(table => Describe(table.Dataset, draft.File($"{table.Dataset.Name}.csv").Entry))]),
        };
    }

    private static JsonObject Describe(Dataset dataset, FileEntry file) =>
        new()
        {
            ["name"] = dataset.Name,
            ["type"] = "table",
            ["title"] = dataset.Title.Zh,
            ["description"] = dataset.Title.En,
            ["path"] = file.Path,
            ["scheme"] = "file",
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = file.Bytes,
            ["hash"] = $"sha256:{file.Sha256}",
            ["dialect"] = new JsonObject
            {
                ["delimiter"] = ",",
                ["lineTerminator"] = "\r\n",
                ["quoteChar"] = "\"",
                ["doubleQuote"] = true,
                ["skipInitialSpace"] = false,
                ["header"] = true,
                ["headerRows"] = new JsonArray(1),
                ["commentRows"] = new JsonArray(),
            },
            ["schema"] = new JsonObject
            {
                ["fields"] = new JsonArray([.. dataset.Columns.Select(Describe)]),
                ["primaryKey"] = new JsonArray([.. dataset.Key.Select(name => JsonValue.Create(name))]),
                ["missingValues"] = new JsonArray(""),
            },
        };

    private static JsonObject Describe(DataColumn column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["title"] = column.Label.Zh,
            ["description"] = Descriptors.Sentence(column),
            ["type"] = Descriptors.TypeName(column.Type, number: "number"),
        };
        foreach (var (property, value) in FormatOf(column.Type))
            field[property] = value;
        if (column.UnitIn is { } unit)
            field["unitField"] = unit;
        if (column.IsKey)
            field["constraints"] = new JsonObject { ["required"] = true };
        return field;
    }

    /// <summary>How values are spelled, also where that is what the standard takes for granted: older readers take other things for
    /// granted.</summary>
    private static IReadOnlyList<(string Property, JsonNode Value)> FormatOf(DataType type) =>
        type switch
        {
            DataType.Decimal => [("decimalChar", "."), ("bareNumber", true)],
            DataType.Integer => [("bareNumber", true)],
            DataType.Boolean => [("trueValues", new JsonArray("true")), ("falseValues", new JsonArray("false"))],
            DataType.Date => [("format", "%Y-%m-%d")],
            _ => [],
        };
}
