using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>The results of tools: as data for programs, and the same as text for clients that know no structured content.</summary>
internal static class ToolAnswers
{
    /// <summary>Chinese as such: it is never embedded in HTML.</summary>
    public static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = Formats.ApiJson.Default,
    };

    private static readonly string[] OfChild = ["id", "path", "type", "number", "heading", "headingEn", "lead"];

    /// <summary>An answer with where it comes from.</summary>
    /// <param name="answer">The answer of the HTTP interface.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="next">The arguments that ask for what follows; null at the end.</param>
    /// <param name="text">The text that goes with it; null where there is none.</param>
    public static CallToolResult Success(JsonObject answer, Provenance provenance, JsonObject? next, string? text)
    {
        JsonObject result = new()
        {
            ["release"] = provenance.Release,
            ["source"] = provenance.Source,
            ["official"] = false,
            ["citation"] = provenance.Citation,
            ["next"] = next,
        };
        if (text is not null)
            result["text"] = text;
        result["answer"] = answer;
        return Result(result, isError: false);
    }

    /// <summary>A refusal: the problem document of the HTTP interface, in the words of the tool.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="request">The call that is refused.</param>
    /// <param name="also">What else is wrong, as the address says; null when nothing is.</param>
    public static CallToolResult Refusal(OwnAnswer refusal, ToolRequest request, OwnAnswer? also = null)
    {
        var problem = JsonNode.Parse(refusal.Body.Span)!.AsObject();
        if (also is not null)
            Add(problem, JsonNode.Parse(also.Body.Span)!);
        if ((string?)problem["code"] is "invalid-version" or "unknown-release" && request.InPath.ContainsKey("version"))
            foreach (var error in problem["errors"]!.AsArray())
                if ((string?)error!["parameter"] is "plan")
                    error["parameter"] = "version"; // they are one part of an address
        return Result(problem, isError: true);
    }

    /// <summary>Puts in the place of what is below a node what leads there: its text is sent besides.</summary>
    public static void Shorten(JsonObject node)
    {
        if (node["children"] is not JsonArray children)
            return;
        foreach (var child in children.OfType<JsonObject>())
        foreach (var name in child.Select(member => member.Key).Except(OfChild).ToList())
            child.Remove(name);
    }

    private static void Add(JsonObject problem, JsonNode also)
    {
        var errors = problem["errors"]!.AsArray();
        string?[] told = [.. errors.Select(error => (string?)error!["parameter"])];
        foreach (var error in also["errors"]!.AsArray().Where(error => !told.Contains((string?)error!["parameter"])))
        {
            errors.Add(error!.DeepClone());
            problem["detail"] = $"{(string?)problem["detail"]} The parameter '{(string?)error["parameter"]}' must be {(string?)error["detail"]}.";
        }
    }

    private static CallToolResult Result(JsonObject result, bool isError)
    {
        var text = result.ToJsonString(Relaxed);
        return new()
        {
            Content = [new TextContentBlock { Text = text }],
            StructuredContent = JsonElement.Parse(text),
            IsError = isError,
        };
    }
}
