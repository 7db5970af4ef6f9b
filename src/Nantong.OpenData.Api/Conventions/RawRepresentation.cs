using Nantong.OpenData.Api.Formats;

namespace Nantong.OpenData.Api.Conventions;

/// <summary>Bytes of a release that are an answer as they stand, without what other answers say besides their resource: a feed, a document that patches apply to.</summary>
internal sealed class RawRepresentation(byte[] body, Format format, PinnedRelease release) : IResult
{
    /// <summary>True when the bytes may change although their release does not.</summary>
    public bool Moves { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        KeyValuePair<string, string> license = new("license", release.Entry.About.License.Url);
        LinkHeader.Announce(context.Response, [license, .. release.ServedVersions()]);
        var delivery = release.Deliver(Delivery.TagOf(body), format.ContentType, ReleaseDelivery.ExtensionOf(format, Offer.Of(context)), Moves);
        return (delivery with { VariesByAccept = !release.Address.RequestedFormat().InAddress }).SendAsync(context, body);
    }
}
