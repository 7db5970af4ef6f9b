using Nantong.OpenData.Functions.Conventions;

namespace Nantong.OpenData.Functions.Http;

/// <summary>The contract: the very bytes of <c>openapi/v1.json</c> in the repository, compiled into the program.</summary>
internal static class OpenApi
{
    private const string MediaType = "application/openapi+json; version=3.1; charset=utf-8";

    private static readonly byte[] Document = Read();
    private static readonly string Tag = Delivery.TagOf(Document);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/openapi/v1.json", Verbs.Read, Get).Named("getOpenApi", "This document").WithTags("Service")
            .Produces<IReadOnlyDictionary<string, System.Text.Json.JsonElement>>(StatusCodes.Status200OK, "application/openapi+json");

    private static Task Get(HttpContext context) => new Delivery(Tag, MediaType, CacheRule.Moving).SendAsync(context, Document);

    private static byte[] Read()
    {
        using var resource = typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.v1.json")
            ?? throw new InvalidOperationException("The program was built without its OpenAPI document.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
