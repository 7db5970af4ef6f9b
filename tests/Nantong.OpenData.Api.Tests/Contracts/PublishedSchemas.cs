using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>The schemas of the document, closed: clients must ignore keys that they do not know, but this service may not send any that it does not
/// describe.</summary>
/// <param name="components">The named schemas.</param>
internal sealed class PublishedSchemas(JsonObject components)
{
    private readonly JsonObject named = new(
        components.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)Parts((JsonObject)schema.Value!.DeepClone())))
    );
    private readonly ConcurrentDictionary<string, ClosedSchema> known = new();

    /// <summary>A schema of an answer, ready to check values with.</summary>
    public ClosedSchema Of(JsonObject schema) =>
        known.GetOrAdd(schema.ToJsonString(), text => new ClosedSchema(Whole(JsonNode.Parse(text)!.AsObject()), named));

    /// <summary>A schema of a whole value: nothing may be in it that no part of the schema has looked at.</summary>
    private static JsonObject Whole(JsonObject schema)
    {
        Parts(schema);
        if (schema.Any(member => member.Key is "$ref" or "allOf" or "oneOf" or "properties") && !schema.ContainsKey("additionalProperties"))
            schema["unevaluatedProperties"] = false;
        return schema;
    }

    /// <summary>A schema that others may stand beside: what is in it is whole, it is not.</summary>
    private static JsonObject Parts(JsonObject schema)
    {
        foreach (var (_, property) in schema["properties"] as JsonObject ?? [])
            Whole(property!.AsObject());
        if (schema["x-extensible-enum"] is JsonArray words)
            schema["enum"] = words.DeepClone(); // a word more is a change of the contract, too
        foreach (var name in new[] { "additionalProperties", "items" })
            if (schema[name] is JsonObject inner)
                Whole(inner);
        foreach (var name in new[] { "allOf", "oneOf" })
        foreach (var part in schema[name] as JsonArray ?? [])
            if (part!["$ref"] is not null)
                Parts(part.AsObject()); // what is written in place speaks of a little besides, and closes nothing
        return schema;
    }
}

/// <summary>A schema that says of a value what is wrong with it.</summary>
internal sealed class ClosedSchema
{
    private static readonly EvaluationOptions Quickly = new() { OutputFormat = OutputFormat.Flag, RequireFormatValidation = true };
    private static readonly EvaluationOptions Fully = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonSchema whole,
        cut;

    public ClosedSchema(JsonObject schema, JsonObject named)
    {
        var text = new JsonObject(schema.Select(Copy))
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$defs"] = named.DeepClone(),
        };
        text = JsonNode.Parse(text.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!.AsObject();
        whole = Build(text);
        cut = Build(WithoutRequired(text));
    }

    /// <summary>What is wrong with a value; null when nothing is. Of one that was cut to some fields, others may be absent.</summary>
    public string? Complaint(JsonElement value, bool isCut)
    {
        var schema = isCut ? cut : whole;
        if (schema.Evaluate(value, Quickly).IsValid)
            return null;
        var details = schema.Evaluate(value, Fully).Details ?? [];
        return string.Join(
            "; ",
            details
                .Where(detail => detail is { IsValid: false, Errors: not null })
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}"))
                .Take(8)
        );
    }

    private static JsonSchema Build(JsonObject schema) => JsonSchema.FromText(schema.ToJsonString(), new BuildOptions { SchemaRegistry = new() });

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> member) =>
        KeyValuePair.Create(member.Key, member.Value?.DeepClone());

    private static JsonObject WithoutRequired(JsonObject schema)
    {
        if (schema["required"] is JsonArray)
            schema.Remove("required");
        foreach (var (_, member) in schema.ToArray())
        {
            if (member is JsonObject inner)
                WithoutRequired(inner);
            foreach (var part in (member as JsonArray ?? []).OfType<JsonObject>())
                WithoutRequired(part);
        }

        return schema;
    }
}
