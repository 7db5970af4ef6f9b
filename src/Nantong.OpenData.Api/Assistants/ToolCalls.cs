using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using ModelContextProtocol.Protocol;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>Answers calls of tools: each by what the HTTP interface answers at the tool's address, with where it comes from.</summary>
/// <param name="own">Asks the HTTP interface.</param>
/// <param name="snapshots">Knows the plans.</param>
/// <param name="citations">Says how to cite an answer.</param>
internal sealed class ToolCalls(OwnRequests own, Snapshots snapshots, OwnCitations citations)
{
    /// <summary>The longest answer of the HTTP interface that is passed on, in bytes: an assistant has to read all of it.</summary>
    public const int MostBytes = 128 * 1024;

    /// <summary>Answers a call.</summary>
    public async Task<CallToolResult> AnswerAsync(Tool tool, IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        var request = ToolRequest.Read(tool, arguments);
        if (tool.OfPlan && PlanOf(request) is null)
        {
            var away = Problems.StoreUnavailable(snapshots.Condition.Problem ?? Problems.NothingYet);
            return ToolAnswers.Refusal(await own.RefuseAsync(away, "/v1/plans"), request);
        }

        if (request.Faults is not [])
            return await RefuseAsync(request);

        var (path, query) = (PathOf(request, ".json"), request.Query);
        var answer = await own.GetAsync(path, QueryOf(query));
        while (answer is { IsSuccess: true, Body.Length: > MostBytes } && FewerOf(tool, query) is { } fewer)
            answer = await own.GetAsync(path, QueryOf(query = fewer));
        if (!answer.IsSuccess)
            return ToolAnswers.Refusal(answer, request);

        var json = JsonNode.Parse(answer.Body.Span)!.AsObject();
        if (tool.SendsText)
            ToolAnswers.Shorten(json);
        var text = tool.SendsText ? await TextOfAsync(request) : null;
        if (Encoding.UTF8.GetByteCount(json.ToJsonString(ToolAnswers.Relaxed)) is > MostBytes and var length)
            return ToolAnswers.Refusal(await own.RefuseAsync(TooLong(request, length), path, QueryOf(query)), request);
        if (text is { IsPast: true })
            return ToolAnswers.Refusal(await own.RefuseAsync(Past(request, text), path, QueryOf(query)), request);

        var provenance = tool.OfPlan ? await citations.OfAsync(json, CitedOf(request, json)) : Provenance.OfService(json);
        return ToolAnswers.Success(json, provenance, text is not null ? text.Next : NextOf(json), text?.Part);
    }

    /// <summary>All that is wrong with a call: with its arguments themselves, and with what the address finds wrong in the others.</summary>
    private async Task<CallToolResult> RefuseAsync(ToolRequest request)
    {
        var (path, query) = (request.CanBeAsked ? PathOf(request, ".json") : "/v1", QueryOf(request.Query));
        var refusal = await own.RefuseAsync(Problems.Together(request.Faults), path, query);
        var answer = request.CanBeAsked ? await own.GetAsync(path, query) : null;
        return ToolAnswers.Refusal(refusal, request, answer is { Status: StatusCodes.Status400BadRequest } ? answer : null);
    }

    private async Task<TextPart?> TextOfAsync(ToolRequest request)
    {
        var answer = await own.GetAsync(PathOf(request, ".md"));
        var offset = request.InPath.TryGetValue(ToolRequest.Offset, out var from) ? int.Parse(from, CultureInfo.InvariantCulture) : 0;
        return answer.IsSuccess ? TextPart.Of(Encoding.UTF8.GetString(answer.Body.Span), offset) : null;
    }

    /// <summary>Path of what answers; a slash in an argument is no end of a part, except in the path of a node.</summary>
    private string PathOf(ToolRequest request, string extension)
    {
        var path = request.Tool.Path;
        foreach (var (name, value) in request.InPath)
            path = path.Replace($"{{{name}}}", name is "path" ? NodePath.ToId(value.Trim('/')) : Part(value), StringComparison.Ordinal);
        if (!request.Tool.OfPlan)
            return path + extension;

        var version = request.InPath.TryGetValue("version", out var pinned) ? $"@{Part(pinned)}" : "";
        return $"/v1/plans/{Part(PlanOf(request)!)}{version}{path}{extension}";

        static string Part(string value) => value.Replace("/", "%2F", StringComparison.Ordinal);
    }

    /// <summary>The plan that is named, or the newest; null when there is none.</summary>
    private string? PlanOf(ToolRequest request) =>
        request.InPath.TryGetValue("plan", out var named) ? named : snapshots.Latest.MaxBy(latest => latest.Release.PublishedAt)?.Release.Plan;

    private static string CitedOf(ToolRequest request, JsonObject answer) =>
        request.Tool.Cited switch
        {
            "{path}" or "{id}" => (string?)answer[request.Tool.Path.EndsWith("/evaluate", StringComparison.Ordinal) ? "indicator" : "id"] ?? "",
            var cited => cited,
        };

    private static QueryString QueryOf(IEnumerable<KeyValuePair<string, string>> query) =>
        QueryString.Create(query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    /// <summary>The same with half as many items on the page; null where a page has no less.</summary>
    private static List<KeyValuePair<string, string>>? FewerOf(Tool tool, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var asked = query.FirstOrDefault(pair => pair.Key is "limit").Value;
        if (!tool.HasPages || !int.TryParse(asked, CultureInfo.InvariantCulture, out var limit) || limit <= 1)
            return null;
        return [.. query.Where(pair => pair.Key is not "limit"), new("limit", $"{limit / 2}")];
    }

    /// <summary>The arguments that ask for the page behind an answer; null on the last one.</summary>
    private static JsonObject? NextOf(JsonObject answer)
    {
        if ((string?)answer["page"]?["next"] is not { } next)
            return null;
        var query = QueryHelpers.ParseQuery(new Uri(next).Query);
        return new() { ["cursor"] = query["cursor"].ToString() };
    }

    private static Problem TooLong(ToolRequest request, int length)
    {
        var narrowed = request.Tool.Narrowed;
        var found = request.InPath.GetValueOrDefault(narrowed) ?? request.Query.FirstOrDefault(pair => pair.Key == narrowed).Value ?? "";
        return Problems.Invalid(
            new Unreadable(
                narrowed,
                found,
                $"asking for less: the answer has {length} bytes, and at most {MostBytes} are sent here; the address in instance has all of it"
            )
        );
    }

    private static Problem Past(ToolRequest request, TextPart text) =>
        Problems.Invalid(
            new Unreadable(
                ToolRequest.Offset,
                request.InPath[ToolRequest.Offset],
                $"a whole number from 0 to {text.Length - 1}: the text has {text.Length} characters"
            )
        );
}
