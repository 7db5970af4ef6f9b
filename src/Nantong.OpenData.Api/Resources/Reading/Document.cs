using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>A release as one JSON document: what the patches between releases apply to.</summary>
internal static class Document
{
    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/document", Verbs.Read, GetAsync)
            .WithTags("Releases")
            .Named("getDocument", "All records of the release in one object, by kind and id: what JSON Patches apply to")
            .Offers(Format.OfDocument)
            .WithMetadata(new RawAnswer(Format.Json.MediaType), new Sends(["Last-Modified", "Content-Location", "Link", "Vary"]));

    private static async Task<Results<RawRepresentation, PageOnly, Problem>> GetAsync(
        HttpContext context,
        PinnedRelease release,
        ReleaseComparisons comparisons,
        CancellationToken cancellationToken
    )
    {
        var (offered, wish) = (Offer.Of(context), release.Address.RequestedFormat());
        if (Negotiation.Choose(offered, wish) is not { } format)
            return Problems.NotAcceptable(offered, wish);
        if (format == Format.Html)
            return new PageOnly(DownloadPage.OfDocument, release);
        return await comparisons.DocumentAsync(release.Snapshot, cancellationToken) is { } document
            ? new RawRepresentation(document, format, release)
            : Problems.Busy("documents");
    }
}
