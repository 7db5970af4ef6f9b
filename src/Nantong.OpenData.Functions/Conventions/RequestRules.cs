using Microsoft.AspNetCore.Routing.Patterns;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>What is asked of a request before its handler sees it: a known address, a known method, known parameters.</summary>
internal static class RequestRules
{
    /// <summary>Refuses what routing found no handler for, answers OPTIONS, and refuses parameters that nobody reads.</summary>
    public static RequestDelegate Check(RequestDelegate next) => context =>
    {
        var (request, address) = (context.Request, Address.Of(context));
        if (context.GetEndpoint() is not { } endpoint) return Problems.UnknownRoute(address.AskedPath).ExecuteAsync(context);
        if (endpoint is not RouteEndpoint route) return RefuseMethodAsync(context, endpoint);
        if (Spell(route.RoutePattern, request.Path.Value!) is var spelled && spelled != request.Path.Value) return Problems.UnknownRoute(address.AskedPath, spelled).ExecuteAsync(context);
        if (HttpMethods.IsOptions(request.Method)) return AnswerOptions(context);

        if (!QueryEncoding.IsSound(request.QueryString.Value ?? "")) return Problems.Malformed("The query must be UTF-8, percent-encoded; some of its escapes are no characters.").ExecuteAsync(context);

        var known = Understood.By(endpoint.Metadata);
        var stranger = address.Query.Keys.FirstOrDefault(name => known.All(parameter => parameter.Name != name));
        return stranger is null ? next(context) : Problems.UnknownParameter(stranger, [.. known.Select(parameter => parameter.Name)]).ExecuteAsync(context);
    };

    /// <summary>The path with the words of its route as the route spells them: routing takes any case, but one resource has one address.</summary>
    private static string Spell(RoutePattern pattern, string path)
    {
        var parts = path.Split('/');
        foreach (var (index, segment) in pattern.PathSegments.Index())
            if (segment.Parts is [RoutePatternLiteralPart word]) parts[index + 1] = word.Content;
        return string.Join('/', parts);
    }

    /// <summary>Routing puts a bare endpoint where only the method is wrong: it sets status and <c>Allow</c>, we add the body.</summary>
    private static async Task RefuseMethodAsync(HttpContext context, Endpoint rejection)
    {
        if (rejection.RequestDelegate is { } reject) await reject(context);
        await Problems.MethodNotAllowed(context.Request.Method, [.. context.Response.Headers.Allow.ToString().Split(", ")]).ExecuteAsync(context);
    }

    private static Task AnswerOptions(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = string.Join(", ", Verbs.Read);
        return Task.CompletedTask;
    }
}
