using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>Sends pages.</summary>
internal static class PageAnswer
{
    /// <summary>Sends a page, with what browsers may do for it and the language that it is in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="frame">The page.</param>
    /// <param name="deliver">How its bytes are delivered.</param>
    public static Task SendAsync(HttpContext context, Frame frame, Func<byte[], Delivery> deliver)
    {
        var body = frame.Write();
        Announce(context.Response, frame.View);
        return deliver(body).SendAsync(context, body);
    }

    /// <summary>Says what browsers may do for a page and in which language it is; that a header had a say in it, where it did.</summary>
    public static void Announce(HttpResponse response, PageView view)
    {
        PagePolicy.Allow(response);
        ContentLanguage.Announce(response, view.Address, view.LanguageTag);
    }
}

/// <summary>A page that is nothing but a page: no data stands behind it.</summary>
/// <param name="content">Makes what it says.</param>
/// <param name="release">The release that it is of; null for a page of the service itself.</param>
internal sealed class PageOnly(Func<PageView, PageContent> content, PinnedRelease? release = null) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        var view = new PageView(Address.Of(context), release);
        return PageAnswer.SendAsync(
            context,
            new Frame(view, content(view), [], []) { OnlyPlan = Frame.FindOnlyPlan(context) },
            body => new Delivery(Delivery.TagOf(body), Format.Html.ContentType, CacheRule.Moving)
            {
                Lasts = true,
                VariesByAccept = Offer.Of(context) is [_, _, ..] && !view.Address.RequestedFormat().InAddress,
            }
        );
    }
}
