using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Representations;

/// <summary>Bytes about the service itself that are an answer as they stand: a catalogue, a page, a list for crawlers.</summary>
internal sealed class RawServiceAnswer(byte[] body, Format format, string cacheControl = CacheRule.Moving) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        if (format == Format.Html)
            PagePolicy.Allow(context.Response);
        return new Delivery(Delivery.TagOf(body), format.ContentType, cacheControl)
        {
            VariesByAccept = Offer.Of(context).Count > 1 && !Address.Of(context).RequestedFormat().InAddress,
            Lasts = cacheControl is CacheRule.Moving,
        }.SendAsync(context, body);
    }
}
