using Microsoft.Extensions.Primitives;
using Nantong.OpenData.Api.Assistants;

namespace Nantong.OpenData.Api.Requests;

/// <summary>Lets every page of the web read every answer: the data is public, and no answer depends on who asks.</summary>
/// <remarks>Our own, because the platform's CORS can expose no headers and skips errors and 304.</remarks>
internal static class Cors
{
    private static readonly StringValues Origin = "*";
    private static readonly StringValues Methods = "GET, HEAD, OPTIONS";
    private static readonly StringValues MethodsOfAssistants = string.Join(", ", Mcp.Methods);
    private static readonly StringValues Allowed = "*"; // whatever a page sends along: no credentials are used, and what is not known is not read
    private static readonly StringValues Exposed =
        "Link, ETag, Last-Modified, Content-Location, Content-Disposition, RateLimit, RateLimit-Policy, Accept-Ranges, Content-Range, "
        + "Content-Encoding, Repr-Digest, Deprecation, Sunset, Memento-Datetime, X-Request-Id, Retry-After, Allow, Vary, Date, Age";
    private static readonly StringValues MaxAge = "86400";

    /// <summary>Puts the headers on an answer, whatever its status will be.</summary>
    public static RequestDelegate Allow(RequestDelegate next) =>
        context =>
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = Origin;
            headers.AccessControlAllowMethods = context.Request.Path.StartsWithSegments(Mcp.Path) ? MethodsOfAssistants : Methods;
            headers.AccessControlAllowHeaders = Allowed;
            headers.AccessControlExposeHeaders = Exposed;
            headers.AccessControlMaxAge = MaxAge;
            return next(context);
        };

    /// <summary>Answers what browsers ask before they send a request of a page (Fetch, CORS-preflight): always yes, so that the page may read a
    /// refusal, too.</summary>
    /// <remarks>The names of headers that were asked for are given back besides: <c>*</c> does not mean <c>Authorization</c>, and means nothing to
    /// old browsers.</remarks>
    public static RequestDelegate AnswerPreflights(RequestDelegate next) =>
        context =>
        {
            var (request, response) = (context.Request, context.Response);
            if (!request.IsOptions || request.Headers.Origin.Count is 0 || request.Headers.AccessControlRequestMethod.Count is 0)
                return next(context);

            var asked = request.Headers.AccessControlRequestHeaders.ToString();
            if (asked is not "" && asked.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ',' or ' '))
                response.Headers.AccessControlAllowHeaders = $"*, {asked}";
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
}
