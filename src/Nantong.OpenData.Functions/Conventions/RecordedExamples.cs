using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>The examples of the OpenAPI document: answers of the running app, recorded in <c>openapi/examples.json</c>; a test asks every one of them again.</summary>
/// <remarks>Only ordinary builds carry the file, since only they write the document.</remarks>
internal static class RecordedExamples
{
    private static readonly IReadOnlyList<Recorded> All = Read();

    /// <summary>Puts the answers of an operation where the document describes its answers.</summary>
    public static void Show(string? operationId, OpenApiResponse answer)
    {
        if (answer.Content is not { } contents) return;
        foreach (var (index, example) in All.Where(example => example.Operation == operationId).Index())
            if ((contents.TryGetValue(example.MediaType, out var media) || contents.TryGetValue("*/*", out media)) && media is OpenApiMediaType content)
                (content.Examples ??= new Dictionary<string, IOpenApiExample>())[$"{operationId}{index + 1}"] = Describe(example);
    }

    /// <summary>Puts the refusals of a kind where the document describes refusals.</summary>
    public static Dictionary<string, IOpenApiExample> OfProblems(IEnumerable<ProblemType> kinds) =>
        All.Where(example => kinds.Any(kind => kind.Code == example.Problem)).ToDictionary(example => example.Problem!, IOpenApiExample (example) => Describe(example));

    /// <summary>What a recorded request gave a parameter: at this operation, or at any other that knows it.</summary>
    public static JsonNode? ValueOf(string? operationId, string parameter, string type)
    {
        var values = All.Where(example => example.Operation is not null).OrderBy(example => example.Operation == operationId ? 0 : 1).Select(example => example.ValueOf(parameter));
        return values.FirstOrDefault(value => value is not null) is not { } text ? null : type is "string" ? text : JsonNode.Parse(text);
    }

    private static OpenApiExample Describe(Recorded example) => new() { Summary = example.Summary, Description = $"`GET {example.Request}`", Value = example.Value?.DeepClone() };

    private static IReadOnlyList<Recorded> Read()
    {
        using var resource = typeof(RecordedExamples).Assembly.GetManifestResourceStream("openapi.examples.json");
        return resource is null ? [] : [.. JsonNode.Parse(resource)!.AsArray().Select(example => new Recorded(
            (string?)example!["operation"], (string?)example["problem"], (string)example["summary"]!, (string)example["request"]!, (string)example["mediaType"]!, example["value"]))];
    }

    private sealed record Recorded(string? Operation, string? Problem, string Summary, string Request, string MediaType, JsonNode? Value)
    {
        public string? ValueOf(string parameter) => Request.Split('?', 2) is not [_, var query] ? null : query.Split('&')
            .Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == parameter).Select(pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault();
    }
}
