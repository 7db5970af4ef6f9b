using Microsoft.Extensions.Primitives;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>Lets every page of the web read every answer: the data is public, and no answer depends on who asks.</summary>
/// <remarks>Our own, because the platform's CORS can expose no headers and skips errors and 304.</remarks>
internal static class Cors
{
    private static readonly StringValues Origin = "*";
    private static readonly StringValues Methods = "GET, HEAD, OPTIONS";
    private static readonly StringValues Allowed = "Accept, Accept-Language, If-None-Match, If-Modified-Since, Range, If-Range, Accept-Datetime, X-Request-Id";
    private static readonly StringValues Exposed =
        "Link, ETag, Last-Modified, Content-Location, Content-Disposition, RateLimit, RateLimit-Policy, Accept-Ranges, Content-Range, Content-Encoding, Repr-Digest, Deprecation, Sunset, Memento-Datetime, X-Request-Id, Retry-After";
    private static readonly StringValues MaxAge = "86400";

    /// <summary>Puts the headers on an answer, whatever its status will be.</summary>
    public static RequestDelegate Allow(RequestDelegate next) => context =>
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = Origin;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = Allowed;
        headers.AccessControlExposeHeaders = Exposed;
        headers.AccessControlMaxAge = MaxAge;
        return next(context);
    };
}
