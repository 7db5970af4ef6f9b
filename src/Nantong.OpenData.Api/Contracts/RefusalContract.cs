using Microsoft.OpenApi;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What the OpenAPI document says of refusals: which an operation makes, and once what those of a status have in common.</summary>
internal static class RefusalContract
{
    private const string Problem = "Problem",
        PageOrProblem = "PageOrProblem";

    /// <summary>The refusals of the operation at a path, by their statuses.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="mayBePage">True where a refusal may be a page, too.</param>
    /// <param name="document">The document.</param>
    public static IEnumerable<(string Status, IOpenApiResponse Refusal)> Refer(string path, bool mayBePage, OpenApiDocument document) =>
        StatusesAt(path)
            .Select(status => (status, (IOpenApiResponse)new OpenApiResponseReference($"{(mayBePage ? PageOrProblem : Problem)}{status}", document)));

    /// <summary>Describes the refusals of each status that operations refer to, all with one body.</summary>
    public static void Describe(OpenApiDocument document, OpenApiSchema body)
    {
        document.AddComponent(nameof(ProblemBody), body);
        var used = document
            .Paths.Values.SelectMany(path => path.Operations ?? [])
            .SelectMany(operation => operation.Value.Responses ?? [])
            .Select(response => (response.Value as OpenApiResponseReference)?.Reference.Id)
            .ToHashSet();
        // 405 and 413 never answer a GET.
        foreach (var kinds in ProblemType.All.Where(type => type.Status is not (405 or 413)).GroupBy(type => type.Status))
        {
            if (used.Contains($"{Problem}{kinds.Key}"))
                document.AddComponent<IOpenApiResponse>($"{Problem}{kinds.Key}", Describe(kinds, document));
            if (!used.Contains($"{PageOrProblem}{kinds.Key}"))
                continue;
            var page = Describe(kinds, document);
            foreach (var (name, header) in HeaderContract.Refer(document, "Content-Language"))
                page.Headers![name] = header;
            page.Content![Format.Html.MediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The same for people, where they ask for a page." },
            };
            document.AddComponent<IOpenApiResponse>($"{PageOrProblem}{kinds.Key}", page);
        }
    }

    private static OpenApiResponse Describe(IGrouping<int, ProblemType> kinds, OpenApiDocument document) =>
        new()
        {
            Description = string.Join(" ", kinds.Select(kind => $"`{kind.Code}`: {kind.Title}.")),
            Headers = HeaderContract.Refer(document, HeadersOf(kinds.Key)),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(nameof(ProblemBody), document),
                    Examples = RecordedExamples.OfProblems(kinds),
                },
            },
        };

    private static IEnumerable<string> HeadersOf(int status)
    {
        string[] ofLimit = status is 414 or 431 ? [] : ["RateLimit", "RateLimit-Policy"]; // what is too large is refused before it is counted
        string[] ofPatience = status is 429 or 503 ? ["Retry-After"] : [];
        string[] ofRange = status switch
        {
            416 => ["Content-Range", "Accept-Ranges"],
            412 or 503 => ["Accept-Ranges"],
            _ => [],
        };
        return ["Cache-Control", "X-Request-Id", "Vary", "Link", "Deprecation", "Sunset", .. ofLimit, .. ofPatience, .. ofRange];
    }

    private static IEnumerable<string> StatusesAt(string path)
    {
        yield return "400";
        if (path.Contains('{', StringComparison.Ordinal))
            yield return "404";
        yield return "406"; // if not for its form, then for its content coding
        if (path.Contains("{plan}", StringComparison.Ordinal))
            yield return "410";
        yield return "412";
        yield return "414";
        if (path.EndsWith("/files/{name}", StringComparison.Ordinal))
            yield return "416";
        if (!RateLimit.Exempts($"/{path}"))
            yield return "429";
        yield return "431";
        yield return "500";
        if (path.StartsWith("v1/plans", StringComparison.Ordinal) || path is "health/ready")
            yield return "503";
    }
}
