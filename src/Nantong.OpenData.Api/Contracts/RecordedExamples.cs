using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>The examples of the OpenAPI document: answers of the running app, recorded in <c>openapi/examples.json</c>; a test asks every one of them
/// again.</summary>
/// <remarks>Only ordinary builds carry the file, since only they write the document.</remarks>
internal static class RecordedExamples
{
    private static readonly IReadOnlyList<Recorded> All = Read();

    /// <summary>Puts the answers of an operation where the document describes its answers.</summary>
    public static void Show(string? operationId, OpenApiResponse answer)
    {
        if (answer.Content is not { } contents)
            return;
        foreach (var (index, example) in All.Where(example => example.Operation == operationId).Index())
            if (
                (contents.TryGetValue(example.MediaType, out var media) || contents.TryGetValue("*/*", out media))
                && media is OpenApiMediaType content
            )
                (content.Examples ??= new Dictionary<string, IOpenApiExample>())[$"{operationId}{index + 1}"] = Describe(example);
    }

    /// <summary>Puts the refusals of a kind where the document describes refusals.</summary>
    public static Dictionary<string, IOpenApiExample> OfProblems(IEnumerable<ProblemType> kinds) =>
        All.Where(example => kinds.Any(kind => kind.Code == example.Problem))
            .ToDictionary(example => example.Problem!, IOpenApiExample (example) => Describe(example));

    /// <summary>What a recorded request gave a parameter: at this operation, or at any other, since most parameters mean the same everywhere. One
    /// that names fields or parts of records does not: then the first that these records have.</summary>
    public static JsonNode? ValueOf(string? operationId, QueryParameter parameter, Filterable? asked)
    {
        var own = All.Where(example => example.Operation == operationId);
        var named = asked?.Allowed(parameter.Name) ?? [];
        var values = (named is [] ? own.Concat(All.Where(example => example.Operation is not null)) : own).Select(example =>
            example.ValueOf(parameter.Name)
        );
        var value =
            values.FirstOrDefault(value => value is not null && (parameter.Values is [] || parameter.Values.Contains(value)))
            ?? named.Concat(parameter.Values).FirstOrDefault()
            ?? parameter.Example;
        return value is null || parameter.Type is "string" ? value : JsonNode.Parse(value);
    }

    /// <summary>What stands in the path of the first recorded request of an operation where its pattern has a name.</summary>
    public static string? PartOf(string? operationId, string pattern, string name)
    {
        var at = Array.IndexOf(pattern.Trim('/').Split('/'), $"{{{name}}}");
        return All.FirstOrDefault(example => example.Operation == operationId)?.Request.Split('?')[0].Trim('/').Split('/').ElementAtOrDefault(at);
    }

    private static OpenApiExample Describe(Recorded example) =>
        new()
        {
            Summary = example.Summary,
            Description = $"`GET {example.Request}`",
            Value = example.Value?.DeepClone(),
        };

    private static IReadOnlyList<Recorded> Read()
    {
        using var resource = typeof(RecordedExamples).Assembly.GetManifestResourceStream("openapi.examples.json");
        return resource is null
            ? []
            :
            [
                .. JsonNode
                    .Parse(resource)!
                    .AsArray()
                    .Select(example => new Recorded(
                        (string?)example!["operation"],
                        (string?)example["problem"],
                        (string)example["summary"]!,
                        (string)example["request"]!,
                        (string)example["mediaType"]!,
                        example["value"]
                    )),
            ];
    }

    private sealed record Recorded(string? Operation, string? Problem, string Summary, string Request, string MediaType, JsonNode? Value)
    {
        public string? ValueOf(string parameter) =>
            Request.Split('?', 2) is not [_, var query]
                ? null
                : query
                    .Split('&')
                    .Select(pair => pair.Split('=', 2))
                    .Where(pair => pair[0] == parameter)
                    .Select(pair => Uri.UnescapeDataString(pair[1]))
                    .FirstOrDefault();
    }
}
