using Nantong.OpenData.Functions.Conventions;

namespace Nantong.OpenData.Functions.Http;

/// <summary>The contract: the very bytes of <c>openapi/v1.json</c> in the repository, compiled into the program.</summary>
internal sealed class OpenApi : IResult
{
    private const string MediaType = "application/openapi+json";

    private static readonly byte[] Document = Read();
    private static readonly Delivery Delivery = new(Delivery.TagOf(Document), $"{MediaType}; version=3.1; charset=utf-8", CacheRule.Moving) { Lasts = true };

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/openapi/v1.json", Verbs.Read, Get).Named("getOpenApi", "This document").WithTags("Service").WithMetadata(new RawAnswer(MediaType), new Sends(["Vary"]));

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => Delivery.SendAsync(httpContext, Document);

    private static OpenApi Get() => new();

    private static byte[] Read()
    {
        using var resource = typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.v1.json")
            ?? throw new InvalidOperationException("The program was built without its OpenAPI document.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
