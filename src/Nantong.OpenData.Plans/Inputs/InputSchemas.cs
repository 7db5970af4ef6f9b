using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Layout;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>JSON Schemas of the files that editors write, for editors that complete and check while somebody types.</summary>
public static class InputSchemas
{
    private static readonly JsonSchemaExporterOptions Strict = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Narrow };

    /// <summary>The name of the schema of a file: <c>plan.schema.json</c>.</summary>
    public static string NameOf(string file) => file.Replace(".json", ".schema.json", StringComparison.Ordinal);

    /// <summary>Each schema with the file that it is for.</summary>
    public static IReadOnlyList<(string File, JsonNode Schema)> All() =>
        [
            (PlanFile.Description, Of(PlanFile.Description, CurationJson.Default.PlanDescription)),
            (PlanFile.Errata, Of(PlanFile.Errata, CurationJson.Default.IReadOnlyListErratum)),
            (PlanFile.Places, Of(PlanFile.Places, CurationJson.Default.Gazetteer)),
            (PlanFile.Commitments, Of(PlanFile.Commitments, CurationJson.Default.IReadOnlyListCorrection)),
        ];

    /// <summary>Texts of which only some are allowed, though their type is any: directions of indicators, and columns of tables.</summary>
    private static JsonNode Narrow(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject text && context.PropertyInfo is { Name: "value", DeclaringType: var holder } && holder == typeof(DeclaredDirection))
            text["enum"] = new JsonArray([.. Direction.Values.Select(value => (JsonNode)value)]);
        if (schema is JsonObject list && context.PropertyInfo is { Name: "columns", DeclaringType: var table } && table == typeof(TableLayout))
            list["items"] = new JsonObject { ["type"] = "string", ["description"] = TableColumn.Rule };
        return schema;
    }

    private static JsonNode Of(string file, JsonTypeInfo type)
    {
        var schema = type.GetJsonSchemaAsNode(Strict);
        if (schema is JsonObject root)
        {
            root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
            root.Insert(1, "title", file);
        }

        return schema;
    }
}
