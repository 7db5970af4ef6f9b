using Microsoft.OpenApi;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Lists;

namespace Nantong.OpenData.Api.Requests;

/// <summary>What stands in the paths of routes, for the OpenAPI document: conventions bind it, so handlers do not show it.</summary>
internal static class PathParameters
{
    private const string Id = "Id of the resource: a slug, or for what stands in the text its node and its number there (`ch5.s5.p2.c1`).";

    private static readonly Dictionary<string, OpenApiParameter> Known = new()
    {
        ["plan"] = Text(
            "plan",
            "Id of the plan, with a version behind an @ to pin a release: none for the latest, `@1`, `@1.2`, or `@1.2.0` for exactly one.",
            "urbanization-14fyp",
            @"^[a-z0-9]+(-[a-z0-9]+)*(@\d+(\.\d+){0,2})?$"
        ),
        ["path"] = Text(
            "path",
            "Id of the node (chapter, section, paragraph, column, table row), or its path, which is the id with slashes for dots: `ch5/s5/p2`.",
            "ch5.s5.p2"
        ),
        ["number"] = Text("number", "Printed number of the column (专栏), or its node id.", "4"),
        ["version"] = Text("version", "Version of the release.", "1.0.0", @"^\d+\.\d+\.\d+$"),
        ["name"] = Text("name", "Name of the file, from the list of files.", "indicators.csv"),
        ["from"] = Text("from", "Version of the release before.", "1.0.0", @"^\d+\.\d+\.\d+$"),
        ["to"] = Text("to", "Version of the release after; it may be the older one.", "1.0.0", @"^\d+\.\d+\.\d+$"),
        ["task"] = Text("task", "Id of the task, as the guide lists it.", "first-call"),
        ["codelist"] = Text("codelist", "Id of the codelist.", "version-rules"),
        ["key"] = Text("key", "Id of the key: its JWK thumbprint.", "WSJIAzQzeXyyLPfCZ0hB81JQNkKQCd1ndSN-3bbQcE4"),
        ["code"] = Text("code", "Code of the kind of problem.", "not-found"),
    };

    /// <summary>The parameters that the pattern of an operation names, in its order. Each kind of resource has ids of its own.</summary>
    public static IEnumerable<IOpenApiParameter> Of(string? operationId, string pattern) =>
        pattern
            .Split('{')
            .Skip(1)
            .Select(part => part[..part.IndexOf('}')].TrimStart('*'))
            .Select(name => name is "id" ? Text(name, Id, RecordedExamples.PartOf(operationId, pattern, name)) : Known[name]);

    private static OpenApiParameter Text(string name, string description, string? example, string? pattern = null) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Path,
            Required = true,
            Description = description,
            Example = example,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern },
        };
}
