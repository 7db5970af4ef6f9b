using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace Nantong.OpenData.Api.Requests;

/// <summary>The headers by which browsers keep an answer from doing harm. Pages that need more than nothing say so: see
/// <see cref="Site.Layout.PagePolicy"/>.</summary>
internal static class EdgeHeaders
{
    /// <summary>What the content security policies of all answers begin with.</summary>
    public const string NothingLoaded = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The content security policy of what is no page.</summary>
    public const string NothingAllowed = $"{NothingLoaded}; form-action 'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues CrossOrigin = "cross-origin"; // any page may embed the data
    private static readonly StringValues Nothing = NothingAllowed;
    private static readonly StringValues OverHttpsOnly = "max-age=31536000";

    /// <summary>What the edge puts on answers: it belongs to the request, not to the answer.</summary>
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        RequestId.Header,
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Cross-Origin-Resource-Policy",
        "Strict-Transport-Security",
        "RateLimit",
        "RateLimit-Policy",
        "Access-Control-Allow-Origin",
        "Access-Control-Allow-Methods",
        "Access-Control-Allow-Headers",
        "Access-Control-Expose-Headers",
        "Access-Control-Max-Age"
    );

    /// <summary>Puts the headers on an answer, whatever its status will be.</summary>
    public static RequestDelegate Add(RequestDelegate next) =>
        context =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = NoSniff;
            headers.ContentSecurityPolicy = Nothing;
            headers["Referrer-Policy"] = NoReferrer;
            headers["Cross-Origin-Resource-Policy"] = CrossOrigin;
            if (context.Request.IsHttps)
                headers.StrictTransportSecurity = OverHttpsOnly;
            return next(context);
        };

    /// <summary>True for a header of the edge, false for one that is part of an answer.</summary>
    public static bool Hold(KeyValuePair<string, StringValues> header) =>
        Names.Contains(header.Key) || (header.Key.Equals("Content-Security-Policy", StringComparison.OrdinalIgnoreCase) && header.Value == Nothing);
}
