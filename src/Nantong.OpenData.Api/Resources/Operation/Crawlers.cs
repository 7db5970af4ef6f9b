using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>What search engines and language models look for at the root of a site.</summary>
internal static class Crawlers
{
    private static readonly Format Xml = new("xml", "application/xml");

    public static void Map(IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").Offers([]).WithTags("Service");
        files
            .MapMethods("/robots.txt", Verbs.Read, GetRobots)
            .Named("getRobots", "What crawlers may read")
            .WithMetadata(new RawAnswer(Format.Text.MediaType));
        files
            .MapMethods("/sitemap.xml", Verbs.Read, GetSitemap)
            .Named("getSitemap", "The pages for people, for search engines")
            .WithMetadata(new RawAnswer(Xml.MediaType));
        files
            .MapMethods("/llms.txt", Verbs.Read, GetReadMe)
            .Named("getReadMe", "What language models should read")
            .WithMetadata(new RawAnswer(Format.Text.MediaType));
    }

    private static RawServiceAnswer GetRobots(HttpContext context) => new(Robots.Write(Address.Of(context)), Format.Text);

    private static RawServiceAnswer GetSitemap(HttpContext context, Snapshots snapshots) =>
        new(Sitemap.Write(snapshots.Latest, Address.Of(context)), Xml, Lasting(snapshots));

    private static RawServiceAnswer GetReadMe(HttpContext context, Snapshots snapshots) =>
        new(ReadMe.Write(snapshots.Latest, Address.Of(context)), Format.Text, Lasting(snapshots));

    /// <summary>Without a plan it is not the whole answer.</summary>
    private static string Lasting(Snapshots snapshots) => snapshots.Latest is [] ? CacheRule.Never : CacheRule.Moving;
}
