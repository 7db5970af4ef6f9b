using Microsoft.AspNetCore.Routing.Patterns;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Requests;

/// <summary>What is asked of a request before its handler sees it: a known address, a known method, known parameters.</summary>
internal static class RequestRules
{
    /// <summary>Refuses what routing found no handler for, answers OPTIONS, and refuses parameters that nobody reads.</summary>
    public static RequestDelegate Check(RequestDelegate next, IReadOnlyList<EndpointDataSource> routes) =>
        context =>
        {
            var (request, address) = (context.Request, Address.Of(context));
            if (context.GetEndpoint() is not { } endpoint)
                return Problems.UnknownRoute(address.AskedPath, NearRoutes.Of(request.Path.Value!, address.Extension, routes)).ExecuteAsync(context);

            if (endpoint is not RouteEndpoint route)
                return RefuseMethodAsync(context, endpoint);
            if (
                route.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: var methods }
                && !methods.Contains(request.Method, StringComparer.Ordinal)
            )
                return RefuseMethodAsync(context, methods);
            if (Spell(route.RoutePattern, request.Path.Value!) is var spelled && spelled != request.Path.Value)
                return Problems.UnknownRoute(address.AskedPath, spelled).ExecuteAsync(context);
            if (request.IsOptions)
                return AnswerOptions(context, route);

            var (asked, metadata) = (request.QueryString.Value ?? "", endpoint.Metadata);
            if (PageAddress.IsOne(metadata, address.RequestedFormat()))
            {
                asked = PageAddress.Undecorated(asked, metadata);
                var read = address.Query.Where(pair => PageAddress.Reads(pair.Key, pair.Value, metadata));
                address = address with { Query = read.ToDictionary(StringComparer.Ordinal), Language = address.PageLanguage };
                context.Features.Set(address);
            }

            if (!QueryEncoding.IsSound(asked))
                return Problems.Malformed("The query must be UTF-8, percent-encoded; some of its escapes are no characters.").ExecuteAsync(context);
            if (metadata.GetMetadata<FilterMetadata>() is { Of.Fields: var fields } && FilterSpelling.IsIn(address.Query))
            {
                if (!FilterSpelling.Unify(address.Query, fields).Try(out var unified, out var twice))
                    return Problems.Invalid(twice).ExecuteAsync(context);
                address = address with { Query = unified };
                context.Features.Set(address);
            }

            return QueryRules.Refuse(address.Query, metadata) is { } refusal ? refusal.ExecuteAsync(context) : next(context);
        };

    /// <summary>The path with the words of its route as the route spells them: routing takes any case, but one resource has one address.</summary>
    private static string Spell(RoutePattern pattern, string path)
    {
        var parts = path.Split('/');
        foreach (var (index, segment) in pattern.PathSegments.Index())
            if (segment.Parts is [RoutePatternLiteralPart word])
                parts[index + 1] = word.Content;
        return string.Join('/', parts);
    }

    /// <summary>Routing puts a bare endpoint where only the method is wrong: it sets status and <c>Allow</c>, we add the body.</summary>
    private static async Task RefuseMethodAsync(HttpContext context, Endpoint rejection)
    {
        if (rejection.RequestDelegate is { } reject)
            await reject(context);
        await Problems.MethodNotAllowed(context.Request.Method, [.. context.Response.Headers.Allow.ToString().Split(", ")]).ExecuteAsync(context);
    }

    /// <summary>Routing takes a method in any case; its name has one (RFC 9110, 9.1).</summary>
    private static Task RefuseMethodAsync(HttpContext context, IReadOnlyList<string> methods)
    {
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Problems.MethodNotAllowed(context.Request.Method, [.. methods]).ExecuteAsync(context);
    }

    private static Task AnswerOptions(HttpContext context, RouteEndpoint route)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = string.Join(", ", route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? Verbs.Read);
        return Task.CompletedTask;
    }
}
