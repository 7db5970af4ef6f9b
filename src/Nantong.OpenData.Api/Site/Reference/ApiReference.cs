using System.Text.Json;

namespace Nantong.OpenData.Api.Site.Reference;

/// <summary>The contract as people read it: its operations by tag, and its schemas. Made from the OpenAPI document, once.</summary>
internal sealed class ApiReference
{
    private const string SchemaPath = "#/components/schemas/";

    private readonly Dictionary<string, SchemaEntry> schemas;

    /// <summary>Reads a contract.</summary>
    /// <param name="contract">An OpenAPI 3.1 document, as UTF-8.</param>
    public ApiReference(ReadOnlyMemory<byte> contract)
    {
        using var document = JsonDocument.Parse(contract);
        var root = document.RootElement;
        Tags = [.. root.GetProperty("tags").EnumerateArray().Select(tag => (Text(tag, "name"), Text(tag, "description")))];
        Operations =
        [
            .. root.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject().Select(method => OperationOf(root, path.Name, method.Name, method.Value))),
        ];
        schemas = root.GetProperty("components")
            .GetProperty("schemas")
            .EnumerateObject()
            .ToDictionary(schema => schema.Name, schema => SchemaOf(schema.Name, schema.Value), StringComparer.Ordinal);
    }

    /// <summary>The tags with their descriptions, in the order of the contract.</summary>
    public IReadOnlyList<(string Name, string Description)> Tags { get; }

    /// <summary>The operations, in the order of the contract.</summary>
    public IReadOnlyList<OperationEntry> Operations { get; }

    /// <summary>A schema and those that it names, nearest first.</summary>
    /// <param name="name">Its name; null for an answer that has none.</param>
    public IReadOnlyList<SchemaEntry> SchemasOf(string? name)
    {
        List<SchemaEntry> found = [];
        Queue<string> waiting = new(name is null ? [] : [name]);
        while (waiting.TryDequeue(out var next))
        {
            if (found.Exists(known => known.Name == next) || !schemas.TryGetValue(next, out var schema))
                continue;
            found.Add(schema);
            foreach (var member in schema.Members.Select(member => member.Schema).OfType<string>())
                waiting.Enqueue(member);
        }

        return found;
    }

    private static OperationEntry OperationOf(JsonElement root, string path, string method, JsonElement operation)
    {
        var answers = operation.GetProperty("responses");
        var good = answers.EnumerateObject().First(answer => answer.Name[0] is '2').Value;
        var contents = good.TryGetProperty("content", out var forms) ? forms.EnumerateObject().ToList() : [];
        return new(
            Text(operation, "operationId"),
            method.ToUpperInvariant(),
            path,
            operation.GetProperty("tags")[0].GetString()!,
            Text(operation, "summary"),
            Text(operation, "description"),
            operation.TryGetProperty("parameters", out var parameters)
                ? [.. parameters.EnumerateArray().Select(parameter => ParameterOf(Follow(root, parameter)))]
                : [],
            [.. contents.Select(form => form.Name)],
            contents
                .Select(form => NameOf(form.Value.TryGetProperty("schema", out var schema) ? schema : default))
                .FirstOrDefault(name => name is not null),
            [.. contents.Take(1).SelectMany(SamplesOf)],
            [.. answers.EnumerateObject().Select(answer => answer.Name)]
        );
    }

    /// <summary>What a reference within the document leads to; the element itself where it is none.</summary>
    private static JsonElement Follow(JsonElement root, JsonElement element) =>
        element.TryGetProperty("$ref", out var reference)
            ? reference.GetString()!.Split('/').Skip(1).Aggregate(root, (within, name) => within.GetProperty(name))
            : element;

    private static ParameterEntry ParameterOf(JsonElement parameter)
    {
        var schema = parameter.TryGetProperty("schema", out var given) ? given : default;
        return new(
            Text(parameter, "name"),
            Text(parameter, "in"),
            parameter.TryGetProperty("required", out var required) && required.GetBoolean(),
            TypeOf(schema),
            CodesOf(schema),
            Text(parameter, "description"),
            parameter.TryGetProperty("example", out var example) ? Shown(example) : ""
        );
    }

    /// <summary>The requests of the recorded examples: their descriptions are <c>`GET /v1/…`</c>.</summary>
    private static IEnumerable<(string Summary, string Request)> SamplesOf(JsonProperty form) =>
        form.Value.TryGetProperty("examples", out var examples)
            ? examples
                .EnumerateObject()
                .Select(example => (Text(example.Value, "summary"), Text(example.Value, "description").Trim('`')))
                .Where(example => example.Item2.StartsWith("GET /", StringComparison.Ordinal))
                .Select(example => (example.Item1, example.Item2["GET ".Length..].Split('`')[0]))
            : [];

    private static SchemaEntry SchemaOf(string name, JsonElement schema) =>
        new(
            name,
            Text(schema, "description"),
            CodesOf(schema),
            schema.TryGetProperty("properties", out var members)
                ?
                [
                    .. members
                        .EnumerateObject()
                        .Select(member => new SchemaMember(
                            member.Name,
                            TypeOf(member.Value),
                            NameOf(member.Value),
                            Text(member.Value, "description")
                        )),
                ]
                : []
        );

    /// <summary>The named schema that a schema is, or whose list or map it is; null when it names none.</summary>
    private static string? NameOf(JsonElement schema)
    {
        if (schema.ValueKind is not JsonValueKind.Object)
            return null;
        if (schema.TryGetProperty("$ref", out var reference))
            return reference.GetString()![SchemaPath.Length..];
        foreach (var inner in (string[])["items", "additionalProperties"])
        {
            if (schema.TryGetProperty(inner, out var within))
                return NameOf(within);
        }

        foreach (var choice in (string[])["oneOf", "anyOf", "allOf"])
        {
            if (schema.TryGetProperty(choice, out var all))
                return all.EnumerateArray().Select(NameOf).FirstOrDefault(name => name is not null);
        }

        return null;
    }

    /// <summary>The codes that a schema allows; empty where any value is.</summary>
    private static IReadOnlyList<string> CodesOf(JsonElement schema) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(Shown)] : [];

    private static string TypeOf(JsonElement schema)
    {
        if (schema.ValueKind is not JsonValueKind.Object)
            return "";
        if (schema.TryGetProperty("type", out var type))
        {
            var words = type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(Shown)] : (string[])[Shown(type)];
            var list = words.Contains("array") && schema.TryGetProperty("items", out var items) ? $" of {NameOf(items) ?? TypeOf(items)}" : "";
            return string.Join(" | ", words.Where(word => word is not "null").Concat(words.Where(word => word is "null"))) + list;
        }

        return NameOf(schema) ?? "";
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";

    private static string Shown(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}

/// <summary>An operation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, with the parameters in braces.</param>
/// <param name="Tag">The tag that it is listed under.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Description">What else to know; empty when nothing.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Forms">Media types of its answer.</param>
/// <param name="Schema">Name of the schema of its answer; null when it has none.</param>
/// <param name="Samples">Requests that can be tried, with what they ask for.</param>
/// <param name="Statuses">The statuses that it answers with.</param>
internal sealed record OperationEntry(
    string Id,
    string Method,
    string Path,
    string Tag,
    string Summary,
    string Description,
    IReadOnlyList<ParameterEntry> Parameters,
    IReadOnlyList<string> Forms,
    string? Schema,
    IReadOnlyList<(string Summary, string Request)> Samples,
    IReadOnlyList<string> Statuses
);

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In">Where it stands: <c>path</c>, <c>query</c>, <c>header</c>.</param>
/// <param name="Required">True when nothing can be answered without it.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Values">The allowed values; empty when any are.</param>
/// <param name="Description">What it does.</param>
/// <param name="Example">A value; empty when none is given.</param>
internal sealed record ParameterEntry(
    string Name,
    string In,
    bool Required,
    string Type,
    IReadOnlyList<string> Values,
    string Description,
    string Example
);

/// <summary>A named schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Values">The codes of an enumeration; empty for any other.</param>
/// <param name="Members">Its members.</param>
internal sealed record SchemaEntry(string Name, string Description, IReadOnlyList<string> Values, IReadOnlyList<SchemaMember> Members);

/// <summary>A member of a schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Schema">Name of the schema that it is of; null when it is of none.</param>
/// <param name="Description">What it says.</param>
internal sealed record SchemaMember(string Name, string Type, string? Schema, string Description);
