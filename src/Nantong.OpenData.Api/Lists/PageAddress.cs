using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Lists;

/// <summary>Addresses where people read a page: there a link may carry what mailers and messengers hang on it, and a mistake is answered with a
/// page.</summary>
internal static class PageAddress
{
    /// <summary>A refusal as data and as a page, in the order in which they are offered.</summary>
    private static readonly Format[] OfRefusal = [new("json", "application/problem+json"), Format.Json, Format.Html];

    /// <summary>True when a request for a route gets a page.</summary>
    public static bool IsOne(EndpointMetadataCollection route, RequestedFormat wish) =>
        route.GetMetadata<Offer>() is { Formats: [_, ..] offered }
            ? Negotiation.Choose(offered, wish) == Format.Html
            : route.GetMetadata<RawAnswer>()?.MediaType == Format.Html.MediaType;

    /// <summary>True when a route may refuse by a page: it has pages, whatever else it has, or files to which pages lead.</summary>
    public static bool MayRefuseByPage(EndpointMetadataCollection route) =>
        route.GetMetadata<Offer>()?.Formats.Contains(Format.Html) is true
        || route.GetMetadata<RawAnswer>() is { MediaType: var type } && (type == RawAnswer.OfAnyType || type == Format.Html.MediaType);

    /// <summary>True when the header <c>Accept</c> has a say in how a refusal is written: at an address that may refuse by a page, and where
    /// nothing is.</summary>
    public static bool AcceptDecides(Endpoint? endpoint, Address address, int status) =>
        !address.RequestedFormat().InAddress
        && endpoint switch
        {
            RouteEndpoint route => MayRefuseByPage(route.Metadata),
            null when status is not StatusCodes.Status404NotFound => LooksLikeOne(address.Path), // refused before anybody looked for its route
            _ => true, // no such address, or a method that it does not answer
        };

    /// <summary>True when a refusal is to be read by people: the address asks for HTML, or the browser does.</summary>
    public static bool IsRefusedByPage(Endpoint? endpoint, Address address, int status) =>
        (address.RequestedFormat().InAddress || AcceptDecides(endpoint, address, status))
        && Negotiation.Choose(OfRefusal, address.RequestedFormat()) == Format.Html;

    /// <summary>True for a path that people read at: the front page, the documentation, the text of a plan and the search in it.</summary>
    private static bool LooksLikeOne(string path) =>
        path is "/" or "/docs" or "/docs/guide"
        || path.StartsWith("/docs/guide/", StringComparison.Ordinal)
        || path.Split('/') is ["", "v1", "plans", _, "search"] or ["", "v1", "plans", _, "text", .., not "links"] or ["", "v1", "plans", _, "text"];

    /// <summary>What WeChat writes into the parameter <c>from</c> of a link that is passed on; some records have a field of that name.</summary>
    private static readonly string[] FromWeChat = ["singlemessage", "groupmessage", "timeline"];

    /// <summary>True for a parameter that a page reads: one of its route's, or a condition on a field; all others were hung on the link.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="route">What the route says of itself.</param>
    public static bool Reads(string name, string value, EndpointMetadataCollection route)
    {
        if (name is "from" && FromWeChat.Contains(value))
            return false;
        if (AcceptedParameters.By(route).Any(parameter => parameter.Name == name))
            return true;
        return route.GetMetadata<FilterMetadata>()?.Of.Fields is { } fields
            && (
                FilterName.Parse(FilterSpelling.Plain(name), fields) is not null
                || (name is FilterSpelling.Name && FilterSpelling.IsConditions(value, fields))
            );
    }

    /// <summary>The query as it was sent, without the parameters that nobody reads.</summary>
    public static string Undecorated(string query, EndpointMetadataCollection route) =>
        string.Join('&', query.TrimStart('?').Split('&').Where(pair => Reads(NameOf(pair), ValueOf(pair), route)));

    private static string ValueOf(string pair) => pair.Split('=', 2) is [_, var value] ? value : "";

    private static string NameOf(string pair) => Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' '));
}
