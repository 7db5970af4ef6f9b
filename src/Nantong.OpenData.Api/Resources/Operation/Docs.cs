using System.IO.Compression;
using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Guides;
using Nantong.OpenData.Api.Site.Layout;
using Scalar.AspNetCore;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>The documentation: the OpenAPI document in a viewer, and the guide.</summary>
internal static class Docs
{
    internal static readonly Format Script = new("js", "text/javascript");
    private static readonly byte[] Page = Resource(typeof(Docs), "viewer/index.html"),
        Start = Resource(typeof(Docs), "viewer/start.js");

    public static void Map(IEndpointRouteBuilder app)
    {
        var docs = app.MapGroup("/docs").Offers([]).WithTags("Service");
        docs.MapMethods("", Verbs.Read, GetReference)
            .Named("getReference", "This document in a viewer, for people")
            .WithMetadata(new RawAnswer(Format.Html.MediaType));
        docs.MapMethods("/guide", Verbs.Read, GetGuide)
            .Named("getGuide", "How to use the API, with samples in five languages")
            .Takes(QueryParameter.Lang)
            .WithMetadata(new RawAnswer(Format.Html.MediaType));
        docs.MapMethods("/guide/{task}", Verbs.Read, GetGuideTask)
            .Named("getGuideTask", "How to do one task, in five languages")
            .Takes(QueryParameter.Lang)
            .WithMetadata(new RawAnswer(Format.Html.MediaType));
        docs.MapMethods("/start.js", Verbs.Read, GetStart).ExcludeFromDescription();
        docs.MapMethods("/scalar.js", Verbs.Read, ViewerScript.Answer).ExcludeFromDescription();
    }

    private static RawServiceAnswer GetReference() => new(Page, Format.Html) { Policy = PagePolicy.Viewer };

    private static PageOnly GetGuide() => new(GuidePages.Of);

    private static Results<PageOnly, Problem> GetGuideTask(string task) =>
        GuideTask.All.FirstOrDefault(known => known.Id == task) is { } found
            ? new PageOnly(view => GuidePages.Of(view, found))
            : Problems.NotFound("task", task, GuideTask.All.Select(known => known.Id), parameter: "task");

    private static RawServiceAnswer GetStart() => new(Start, Script);

    /// <summary>A file that was compiled into the assembly of a type.</summary>
    internal static byte[] Resource(Type neighbour, string name)
    {
        using var resource =
            neighbour.Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{neighbour.Assembly.GetName().Name} was built without {name}.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>The viewer's script, from our own origin. Its package would map it too, but behind a redirect and in a page with an inline
/// script.</summary>
internal static class ViewerScript
{
    private static readonly Lazy<CachedResponse> Ready = new(Unpack);

    /// <summary>Sends it, like any other answer, under the coding that the client wants.</summary>
    public static Task Answer(HttpContext context) => Ready.Value.SendAsync(context);

    private static CachedResponse Unpack()
    {
        using var packed = new GZipStream(
            new MemoryStream(Docs.Resource(typeof(ScalarOptions), "ScalarStaticAssets.scalar.js")),
            CompressionMode.Decompress
        ); // gzip, as the package holds it
        using var script = new MemoryStream();
        packed.CopyTo(script);
        var delivery = new Delivery(Delivery.TagOf(script.ToArray()), Docs.Script.ContentType, CacheRule.Moving);
        return new CachedResponse(
            script.ToArray(),
            delivery,
            [new(HeaderNames.CacheControl, delivery.CacheControl), new(HeaderNames.Vary, HeaderNames.AcceptEncoding)]
        );
    }
}
