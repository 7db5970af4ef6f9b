using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Representations;

/// <summary>Bytes of a release that are an answer as they stand, without what other answers say besides their resource: a feed, a document that
/// patches apply to.</summary>
internal sealed class RawRepresentation(byte[] body, Format format, PinnedRelease release) : IResult
{
    /// <summary>True when the bytes may change although their release does not.</summary>
    public bool Moves { get; init; }

    /// <summary>The language that the bytes speak, where the request had a choice; null where it had none.</summary>
    public Language? Language { get; init; }

    /// <summary>The extension that its address always has, with its dot; null where that follows from the forms that are offered.</summary>
    public string? Extension { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        KeyValuePair<string, string> license = new("license", release.Entry.About.License.Url);
        LinkHeader.Announce(context.Response, [license, .. release.ServedVersions()]);
        if (Language is not null)
            ContentLanguage.Announce(context.Response, release.Address, PageView.TagOf(Language));
        var delivery = release.Deliver(
            Delivery.TagOf(body),
            format.ContentType,
            Extension ?? ReleaseDelivery.ExtensionOf(format, Offer.Of(context)),
            Moves
        );
        return (delivery with { VariesByAccept = !release.Address.RequestedFormat().InAddress }).SendAsync(context, body);
    }
}
