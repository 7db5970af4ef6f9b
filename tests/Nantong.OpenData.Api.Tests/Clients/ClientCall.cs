using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nantong.OpenData.Api.Tests.Contracts;
using Nantong.OpenData.Api.Tests.Examples;

namespace Nantong.OpenData.Api.Tests.Clients;

/// <summary>A call that generated clients make: an operation with its parameters, and the request that means the same.</summary>
/// <param name="Operation">The operation of the contract.</param>
/// <param name="Request">Path and query, as they are asked for without a client.</param>
internal sealed partial record ClientCall(PublishedOperation Operation, string Request)
{
    private const int Whole = 200; // so that every list fits on one page, and every record of it is read by the client

    /// <summary>Every operation as its examples ask for it, and every list in full.</summary>
    public static IReadOnlyList<ClientCall> All { get; } =
    [
        .. ExampleRequest
            .OfOperations.Select(example => new ClientCall(OperationOf(example.Operation!), example.Request))
            .Where(call => call.IsMadeByParameters),
        .. PublishedContract.Committed.Operations.Where(operation => operation.Id.StartsWith("list", StringComparison.Ordinal)).Select(InFull),
        .. new[] { "getOpenApi", "getReference", "getGuide", "getSitemap" }.Select(id => new ClientCall(OperationOf(id), OperationOf(id).Path)),
        new ClientCall(OperationOf("getGuideTask"), OperationOf("getGuideTask").Path.Replace("{task}", "first-call", StringComparison.Ordinal)),
        .. new[] { "getDocument", "getText" }.Select(id => new ClientCall(
            OperationOf(id),
            OperationOf(id).Path.Replace("{plan}", PlanId, StringComparison.Ordinal)
        )),
    ];

    private static string PlanId => ServedPlan.Latest["/v1/plans/".Length..];

    /// <summary>True when the answer is JSON, which all clients read into types.</summary>
    public bool IsJson => Operation.Json["responses"]!["200"]!["content"]!.AsObject().First().Key.EndsWith("json", StringComparison.Ordinal);

    /// <summary>The call as drivers read it.</summary>
    public JsonObject ToJson()
    {
        var query = Query();
        var declared = Operation
            .Parameters.Where(parameter => (string?)parameter["in"] is "query")
            .Select(parameter => (string)parameter["name"]!)
            .ToHashSet();
        return new JsonObject
        {
            ["operation"] = Operation.Id,
            ["path"] = Operation.Path,
            ["isText"] = !IsJson,
            ["pathParameters"] = Pairs(PathParameters()),
            ["query"] = Pairs(query.Where(pair => declared.Contains(pair.Name))),
            ["filter"] = Pairs(query.Where(pair => !declared.Contains(pair.Name))),
        };
    }

    /// <summary>True for a request that says by parameters what it wants: a client knows no extension of a path and asks for no other form.</summary>
    private bool IsMadeByParameters =>
        Operation.Shape.IsMatch(Path) && !Extension().IsMatch(Path) && Query().All(pair => pair.Name is not "format" || pair.Value is "json");

    private string Path => Request.Split('?')[0];

    private static ClientCall InFull(PublishedOperation operation) =>
        new(
            operation,
            Placeholder().Replace(operation.Path, match => match.Groups[1].Value is "plan" ? PlanId : "urbanization-rate") + $"?limit={Whole}"
        );

    private static PublishedOperation OperationOf(string id) => PublishedContract.Committed.Operations.Single(operation => operation.Id == id);

    private IEnumerable<(string Name, string Value)> PathParameters()
    {
        var names = Placeholder().Matches(Operation.Path).Select(match => match.Groups[1].Value);
        return names.Zip(Operation.Shape.Match(Path).Groups.Values.Skip(1), (name, group) => (name, Uri.UnescapeDataString(group.Value)));
    }

    private (string Name, string Value)[] Query() =>
        Request.Split('?', 2) is [_, var query]
            ? [.. query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], Uri.UnescapeDataString(pair[1])))]
            : [];

    private static JsonObject Pairs(IEnumerable<(string Name, string Value)> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value)));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.(md|bib|svg|ndjson)$")]
    private static partial Regex Extension();
}
