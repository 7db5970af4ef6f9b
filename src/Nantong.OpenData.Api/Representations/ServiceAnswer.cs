using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;

namespace Nantong.OpenData.Api.Representations;

/// <summary>An answer about the service itself: no release stands behind it.</summary>
internal sealed class ServiceAnswer<T>(T resource, JsonTypeInfo<T> json, string cacheControl) : IResult, IEndpointMetadataProvider
{
    /// <summary>Relations besides <c>self</c>.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Writes the resource in a form other than JSON; null when it has none.</summary>
    public Func<Format, byte[]>? Write { get; init; }

    /// <summary>What its page says; what its JSON says, in the words of a page, where nothing else is made for people.</summary>
    public Func<PageView, PageContent>? Page { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        var address = Address.Of(context);
        var (offered, wish) = (Offer.Of(context), address.RequestedFormat());
        if (Negotiation.Choose(offered, wish) is not { } format)
            return Problems.NotAcceptable(offered, wish).ExecuteAsync(context);

        var links = new Dictionary<string, string>([new("self", address.Href(address.Path + address.Selection)), .. Links]);
        LinkHeader.Announce(context.Response, links);
        if (format == Format.Html)
            return ShowAsync(context, links, offered, wish);

        ContentLanguage.Announce(context.Response, address, Warnings);
        var body =
            Write is not null && format != Format.Json
                ? Write(format)
                : Wire.Join(resource, json, new ServiceMetadata(ServiceAuthority.Instance, links, Warnings), Wire.Json.ServiceMetadata);
        return new Delivery(Delivery.TagOf(body), format.ContentType, cacheControl)
        {
            VariesByAccept = !wish.InAddress,
            Lasts = cacheControl is CacheRule.Moving,
        }.SendAsync(context, body);
    }

    private Task ShowAsync(HttpContext context, Dictionary<string, string> links, IReadOnlyList<Format> offered, RequestedFormat wish)
    {
        var view = new PageView(Address.Of(context), release: null);
        var content =
            Page?.Invoke(view)
            ?? RecordPage.Of(
                view,
                Wire.Join(resource, json, new ServiceMetadata(ServiceAuthority.Instance, links, Warnings), Wire.Json.ServiceMetadata)
            );
        return PageAnswer.SendAsync(
            context,
            new Frame(view, content, [.. offered.Where(other => other != Format.Html)], Warnings) { OnlyPlan = Frame.FindOnlyPlan(context) },
            body => new Delivery(Delivery.TagOf(body), Format.Html.ContentType, cacheControl)
            {
                VariesByAccept = !wish.InAddress,
                Lasts = cacheControl is CacheRule.Moving,
            }
        );
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Answers.Declare(builder, typeof(T), typeof(ServiceMetadata), IsListing ? ["Link", "Vary"] : ["Vary"]);

    private static bool IsListing => typeof(T) is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Listing<>);
}
