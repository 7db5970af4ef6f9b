using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>The committed OpenAPI document, as a client reads it.</summary>
internal sealed partial class PublishedContract
{
    /// <summary>Pages and scripts for people are left out of a document for programs.</summary>
    private static readonly string[] ForPeople = ["/"];

    private PublishedContract(JsonObject document)
    {
        Document = document;
        Schemas = new PublishedSchemas(document["components"]!["schemas"]!.AsObject());
        Operations =
        [
            .. document["paths"]!
                .AsObject()
                .Select(path => new PublishedOperation(path.Key, ShapeOf(path.Key), path.Value!["get"]!.AsObject(), this))
                .OrderByDescending(operation => operation.Literals),
        ];
    }

    /// <summary>The document in the repository.</summary>
    public static PublishedContract Committed { get; } = Read(File.ReadAllText(Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json")));

    /// <summary>The document itself.</summary>
    public JsonObject Document { get; }

    /// <summary>Its schemas.</summary>
    public PublishedSchemas Schemas { get; }

    /// <summary>Its operations, those with the most words in their paths first.</summary>
    public IReadOnlyList<PublishedOperation> Operations { get; }

    /// <summary>Reads a document.</summary>
    public static PublishedContract Read(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>The operation at a path; null when the document has none. An extension that asks for a form belongs to no path of the document, nor
    /// does a slash at the end.</summary>
    public PublishedOperation? Find(string path)
    {
        var bare = Address.Split(Unescape(path)).Path;
        return Operations.FirstOrDefault(operation => operation.Shape.IsMatch(bare is [.. var start, '/'] && start is not "" ? start : bare));
    }

    /// <summary>True for an address that is for people.</summary>
    public static bool IsForPeople(string path) =>
        ForPeople.Contains(path) || path.StartsWith("/assets/", StringComparison.Ordinal) || path.Split('/') is ["", "v1", "plans", _, "table", _];

    /// <summary>What a reference inside the document leads to, or the node itself.</summary>
    public JsonObject Follow(JsonNode node) =>
        (string?)node["$ref"] is not { } reference
            ? node.AsObject()
            : reference[2..].Split('/').Aggregate((JsonNode)Document, (at, name) => at[name]!).AsObject();

    private static string Unescape(string path)
    {
        try
        {
            return Uri.UnescapeDataString(path);
        }
        catch (UriFormatException)
        {
            return path;
        }
    }

    private static Regex ShapeOf(string template) =>
        new(
            $"^{Placeholder().Replace(Regex.Escape(template), match => match.Groups[1].Value is "path" ? "(.+)" : "([^/]+)")}$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline
        );

    [GeneratedRegex(@"\\\{(\w+)\}")]
    private static partial Regex Placeholder();
}
