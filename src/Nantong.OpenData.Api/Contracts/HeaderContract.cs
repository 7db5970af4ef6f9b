using Microsoft.OpenApi;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What the OpenAPI document says of headers: which an answer carries, and once what each means.</summary>
internal static class HeaderContract
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["ETag"] = "Strong entity tag: the first 32 digits of the SHA-256 of the content, and what it is encoded with; a tag of any coding is known.",
        ["RateLimit"] = "What is left: `r` requests, and in `t` seconds all of them again (draft-ietf-httpapi-ratelimit-headers).",
        ["RateLimit-Policy"] = "The quota: `q` requests, that come back evenly in `w` seconds; absent where the service sets no limit.",
        ["Accept-Ranges"] = "`bytes`: parts of the file can be asked for by `Range`, several at once too, under `If-Range`.",
        ["Content-Range"] =
            "The part and the length of the file: `bytes 0-99/2048`, or `bytes */2048` when it has nothing of what was asked for; of "
            + "several parts each says its own.",
        ["Memento-Datetime"] =
            "When the state that answers was published; at exact addresses, and where `asOf` or `Accept-Datetime` looks back (RFC 7089).",
        ["Cache-Control"] = "Immutable at an exact release that is not deprecated, short elsewhere; `no-store` for what is about this moment.",
        ["Last-Modified"] =
            "When the release was published; at a moving address, and of a release that is no longer simply published, when the plan last "
            + "moved. Absent where the resource changes besides (aggregates, releases).",
        ["Content-Disposition"] = "The name to save a file or a table (CSV) under: it holds the version.",
        ["Repr-Digest"] = "SHA-256 of the file (RFC 9530).",
        ["Content-Location"] = "The concrete representation at exactly this release, in its one spelling.",
        ["Link"] =
            "Relations `first`, `next`, `license` and `deprecation` (RFC 8288), and to other versions (RFC 5829): `version-history`, "
            + "`latest-version`, `predecessor-version`, `successor-version`.",
        ["Deprecation"] = "Of a deprecated release: since when, as `@` and Unix seconds (RFC 9745).",
        ["Sunset"] = "Of a deprecated release: when it will stop being served (RFC 8594).",
        ["Vary"] =
            "`Accept-Encoding`; `Accept` where the address leaves the form open, `Accept-Datetime` where it leaves the release open, "
            + "`Accept-Language` where it chose the language of warnings, or of a page.",
        ["Content-Language"] =
            "Language of a page or a chart; of data that of the `message` of warnings, absent where there are none. Data and labels stand "
            + "in both languages.",
        ["X-Request-Id"] = "Id of the request, for reports.",
        ["Retry-After"] = "Seconds to wait before trying again.",
    };

    /// <summary>The headers of the answers of an operation.</summary>
    /// <param name="endpoint">What the route says of itself.</param>
    /// <param name="path">Its path.</param>
    /// <param name="document">The document.</param>
    public static Dictionary<string, IOpenApiHeader> OfAnswers(EndpointMetadataCollection endpoint, string path, OpenApiDocument document)
    {
        string[] ofRelease = endpoint.GetMetadata<OfRelease>() is null ? [] : ["Deprecation", "Sunset", "Memento-Datetime"];
        string[] ofLimit = RateLimit.Exempts($"/{path}") ? [] : ["RateLimit", "RateLimit-Policy"];
        string[] spoken = AcceptedParameters.By(endpoint).Contains(QueryParameter.Lang) ? ["Content-Language"] : [];
        string[] ofTable = ofRelease is not [] && AcceptedParameters.By(endpoint).Contains(QueryParameter.Bom) ? ["Content-Disposition"] : [];
        return Refer(
            document,
            [
                "ETag",
                "Cache-Control",
                "X-Request-Id",
                .. ofLimit,
                .. (endpoint.GetMetadata<Sends>()?.Headers ?? []).Union(["Vary"]).Union(spoken),
                .. ofRelease,
                .. ofTable,
            ]
        );
    }

    /// <summary>Some headers, by their names.</summary>
    public static Dictionary<string, IOpenApiHeader> Refer(OpenApiDocument document, params IEnumerable<string> names) =>
        names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document));

    /// <summary>Describes each header once; those that are always there are required.</summary>
    public static void Describe(OpenApiDocument document)
    {
        foreach (var (name, text) in Texts)
            document.AddComponent<IOpenApiHeader>(
                name,
                new OpenApiHeader
                {
                    Description = text,
                    Required = name is "ETag" or "Cache-Control" or "X-Request-Id",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
    }
}
