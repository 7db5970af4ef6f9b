using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>An operation of the document.</summary>
/// <param name="Path">Its path, with names in braces.</param>
/// <param name="Shape">What concrete paths look like.</param>
/// <param name="Json">What the document says.</param>
/// <param name="Contract">The document.</param>
internal sealed record PublishedOperation(string Path, Regex Shape, JsonObject Json, PublishedContract Contract)
{
    /// <summary>Its id.</summary>
    public string Id => (string)Json["operationId"]!;

    /// <summary>Number of characters outside of braces: the more, the closer the path.</summary>
    public int Literals => Path.Length - Regex.Matches(Path, @"\{\w+\}").Sum(match => match.Length);

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<JsonObject> Parameters { get; } =
    [.. (Json["parameters"] as JsonArray ?? []).Select(parameter => Whole(Contract.Follow(parameter!), Contract))];

    /// <summary>A parameter with its schema in place.</summary>
    private static JsonObject Whole(JsonObject parameter, PublishedContract contract)
    {
        if (parameter["schema"] is not { } schema || schema["$ref"] is null)
            return parameter;
        var whole = parameter.DeepClone().AsObject();
        whole["schema"] = contract.Follow(schema).DeepClone();
        return whole;
    }

    /// <summary>What the document says of an answer with a status; null when nothing.</summary>
    public PublishedAnswer? AnswerOf(int status) => answers.TryGetValue(status, out var answer) ? answer : null;

    private readonly Dictionary<int, PublishedAnswer> answers = Json["responses"]!
        .AsObject()
        .ToDictionary(
            answer => int.Parse(answer.Key, System.Globalization.CultureInfo.InvariantCulture),
            answer => new PublishedAnswer(Contract.Follow(answer.Value!), Contract)
        );
}

/// <summary>What the document says of the answers of an operation with one status.</summary>
/// <param name="json">What it says.</param>
/// <param name="contract">The document.</param>
internal sealed class PublishedAnswer(JsonObject json, PublishedContract contract)
{
    private readonly Dictionary<string, JsonObject> contents = (json["content"] as JsonObject ?? []).ToDictionary(
        content => content.Key,
        content => content.Value!["schema"]?.AsObject() ?? [],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The headers that it may carry, and whether it always does.</summary>
    public IReadOnlyDictionary<string, bool> Headers { get; } =
        (json["headers"] as JsonObject ?? []).ToDictionary(
            header => header.Key,
            header => (bool?)contract.Follow(header.Value!)["required"] is true,
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Its media types; none when it has no body.</summary>
    public IReadOnlyCollection<string> MediaTypes => contents.Keys;

    /// <summary>True when it can be of a media type.</summary>
    public bool Has(string mediaType) => contents.ContainsKey(mediaType) || contents.ContainsKey("*/*");

    /// <summary>The schema of a line where each is a record: what an item of the list is as JSON, with the release that it is of; null when the
    /// answer is no list.</summary>
    public ClosedSchema? SchemaOfLines => lines.Value is { } line ? contract.Schemas.Of(line) : null;

    private readonly Lazy<JsonObject?> lines = new(() => LineOf(json, contract));

    /// <summary>The schema of a media type; null when any value will do.</summary>
    public ClosedSchema? SchemaOf(string mediaType) =>
        contents.TryGetValue(mediaType, out var schema) && schema is { Count: > 0 } ? contract.Schemas.Of(schema) : null;

    private static JsonObject? LineOf(JsonObject json, PublishedContract contract)
    {
        if (
            json["content"]?["application/json"]?["schema"] is not { } whole
            || contract.Follow(whole)["allOf"] is not JsonArray parts
            || contract.Follow(parts[0]!)["properties"]?["items"]?["items"] is not JsonObject item
        )
            return null;

        var line = item.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(item.DeepClone()) } : item.DeepClone().AsObject();
        if (!parts.Any(part => (string?)part!["$ref"] is "#/components/schemas/AnswerMetadata"))
            return line; // of no release
        var members = line["properties"]?.AsObject() ?? [];
        members["release"] = new JsonObject { ["$ref"] = "#/components/schemas/ReleaseVersion" };
        (line["properties"], line["required"]) = (members.DeepClone(), new JsonArray("release"));
        return line;
    }
}
