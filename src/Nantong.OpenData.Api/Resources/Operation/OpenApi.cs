using System.IO.Compression;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>The contract: the very bytes of <c>openapi/v1.json</c> in the repository, compiled into the program.</summary>
/// <remarks>The build packs them by gzip, to less than a tenth: the first who asks has them unpacked, once.</remarks>
internal sealed class OpenApi : IResult
{
    private const string MediaType = "application/openapi+json";

    /// <summary>The document, as UTF-8.</summary>
    internal static readonly byte[] Document = Read();
    private static readonly Delivery Delivery = new(Delivery.TagOf(Document), $"{MediaType}; version=3.1; charset=utf-8", CacheRule.Moving);

    /// <summary>Kept here, with its packed forms: it is larger than what the cache of answers takes.</summary>
    private static readonly CachedResponse Answer = new(Document, Delivery, []);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/openapi/v1.json", Verbs.Read, Get)
            .Named("getOpenApi", "This document")
            .WithTags("Service")
            .WithMetadata(new RawAnswer(MediaType), new Sends(["Vary"]));

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => Delivery.SendAsync(httpContext, Answer);

    private static OpenApi Get() => new();

    private static byte[] Read()
    {
        using var resource =
            typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.v1.json.gz")
            ?? throw new InvalidOperationException("The program was built without its OpenAPI document.");
        using var gzip = new GZipStream(resource, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
