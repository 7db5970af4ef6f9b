using Nantong.OpenData.Api.Assistants;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>The service document: where everything begins.</summary>
/// <param name="Name">Name of the service.</param>
/// <param name="Description">What it is.</param>
/// <param name="ApiVersion">Version of the addresses and shapes: grows only with a breaking change.</param>
public sealed record ServiceDocument(string Name, Label Description, string ApiVersion);

internal static class Service
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/v1", Verbs.Read, Get).Named("getService", "Service document").WithTags("Service").Offers(Format.OfData);
        app.MapMethods("/", Verbs.Read, GetFrontPage).Offers(Format.OfData).ExcludeFromDescription();
    }

    private static ServiceAnswer<ServiceDocument> GetFrontPage(HttpContext context, Snapshots snapshots) =>
        Answer(context, snapshots.Latest is [] ? CacheRule.Never : CacheRule.Moving, view => HomePage.Of(view, snapshots.Latest));

    private static ServiceAnswer<ServiceDocument> Get(HttpContext context) => Answer(context, CacheRule.Moving, page: null);

    private static ServiceAnswer<ServiceDocument> Answer(HttpContext context, string cacheControl, Func<PageView, PageContent>? page)
    {
        var address = Address.Of(context);
        return new(
            new("Nantong.OpenData", new("以开放数据形式发布的城市规划。", "City plans as versioned open data."), "v1"),
            Wire.Json.ServiceDocument,
            cacheControl
        )
        {
            Page = page,
            Links = new Dictionary<string, string>
            {
                ["plans"] = address.Href("/v1/plans"),
                ["config"] = address.Href("/v1/config"),
                ["status"] = address.Href("/v1/status"),
                ["codelists"] = address.Href("/v1/codelists"),
                ["keys"] = address.Href("/v1/keys"),
                ["problems"] = address.Href("/v1/problems"),
                ["catalog"] = address.Href("/v1/catalog"),
                ["catalog-cn"] = address.Href("/v1/catalog-cn"),
                ["service-doc"] = address.Href("/docs"),
                ["service-desc"] = address.Href("/openapi/v1.json"),
                ["mcp"] = address.Href(Mcp.Path),
            },
        };
    }
}
