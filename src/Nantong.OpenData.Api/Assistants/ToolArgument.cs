using System.Text.Json;
using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>What an argument of a tool holds.</summary>
internal enum ArgumentKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number, or true or false.</summary>
    Value,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>Conditions on fields: an object whose members are the names of conditions, with a value each.</summary>
    Conditions,
}

/// <summary>An argument of a tool: the schema that clients see and the check of calls both read it here.</summary>
/// <param name="Name">Its name, which is that of the parameter of the HTTP interface.</param>
/// <param name="Description">What it is, for the caller, in Chinese and English.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record ToolArgument(string Name, string Description, ArgumentKind Kind = ArgumentKind.Text)
{
    /// <summary>True when nothing can be answered without it.</summary>
    public bool Required { get; init; }

    /// <summary>The words that may stand in it; empty when any may.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The smallest number; null when there is none.</summary>
    public int? Minimum { get; init; }

    /// <summary>The greatest number; null when there is none.</summary>
    public int? Maximum { get; init; }

    /// <summary>What holds when it is absent; null when nothing does.</summary>
    public int? Default { get; init; }

    /// <summary>What may have to be written in it, where it is part of an address and means something else there: <c>facets</c>.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>What it must be, as a noun phrase.</summary>
    public string Rule =>
        Kind switch
        {
            ArgumentKind.Whole => "a whole number",
            ArgumentKind.Value => "a number, true or false",
            ArgumentKind.Texts => "a list of texts",
            ArgumentKind.Conditions =>
                "an object of conditions, each a field or field[operator] with a text, a number, true, false or a list of these",
            _ => "a text",
        };

    /// <summary>An argument that is a parameter of the HTTP interface.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="chinese">What it is, in Chinese.</param>
    /// <param name="kind">What it holds.</param>
    public static ToolArgument Of(QueryParameter parameter, string chinese, ArgumentKind kind = ArgumentKind.Text) =>
        new(parameter.Name, $"{chinese} {parameter.Description}", kind)
        {
            Required = parameter.Required,
            Values = parameter.Values,
            Minimum = parameter.Minimum,
            Maximum = parameter.Maximum,
        };

    /// <summary>Its JSON Schema.</summary>
    public JsonObject Schema()
    {
        JsonObject schema = new() { ["description"] = Description };
        switch (Kind)
        {
            case ArgumentKind.Whole:
                schema["type"] = "integer";
                break;
            case ArgumentKind.Value:
                schema["type"] = new JsonArray("number", "boolean");
                break;
            case ArgumentKind.Conditions:
                schema["type"] = "object";
                schema["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "array") };
                break;
            case ArgumentKind.Texts:
                schema["type"] = "array";
                schema["items"] = Words(new JsonObject { ["type"] = "string" });
                break;
            default:
                Words(schema)["type"] = "string";
                break;
        }

        if (Minimum is { } least)
            schema["minimum"] = least;
        if (Maximum is { } most)
            schema["maximum"] = most;
        if (Default is { } usual)
            schema["default"] = usual;
        return schema;
    }

    /// <summary>The text that stands for a value in the HTTP interface; null when it is nothing that the argument can hold.</summary>
    public string? Read(JsonElement value) =>
        Kind switch
        {
            ArgumentKind.Texts when value.ValueKind is JsonValueKind.Array => Joined(value),
            ArgumentKind.Conditions => null,
            ArgumentKind.Text or ArgumentKind.Texts when value.ValueKind is not JsonValueKind.String => null,
            ArgumentKind.Whole when value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String) => null,
            _ => Scalar(value),
        };

    /// <summary>The text of a value that is no object and no list; null when it is one, or null.</summary>
    public static string? Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    /// <summary>The values of a list with commas between them; null when one of them is a list or an object.</summary>
    public static string? Joined(JsonElement list)
    {
        string?[] texts = [.. list.EnumerateArray().Select(Scalar)];
        return texts.Contains(null) ? null : string.Join(',', texts);
    }

    private JsonObject Words(JsonObject schema)
    {
        if (Values is not [])
            schema["enum"] = new JsonArray([.. Values.Select(value => (JsonNode)JsonValue.Create(value))]);
        return schema;
    }
}
