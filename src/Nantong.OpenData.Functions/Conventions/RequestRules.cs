using Microsoft.AspNetCore.Routing.Patterns;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>What is asked of a request before its handler sees it: a known address, a known method, known parameters.</summary>
internal static class RequestRules
{
    /// <summary>Refuses what routing found no handler for, answers OPTIONS, and refuses parameters that nobody reads.</summary>
    public static RequestDelegate Check(RequestDelegate next) => context =>
    {
        var (request, address) = (context.Request, Address.Of(context));
        if (context.GetEndpoint() is not { } endpoint)
        {
            var routes = context.RequestServices.GetRequiredService<EndpointDataSource>();
            return Problems.UnknownRoute(address.AskedPath, NearRoutes.Of(request.Path.Value!, address.Extension, routes)).ExecuteAsync(context);
        }

        if (endpoint is not RouteEndpoint route) return RefuseMethodAsync(context, endpoint);
        if (Spell(route.RoutePattern, request.Path.Value!) is var spelled && spelled != request.Path.Value) return Problems.UnknownRoute(address.AskedPath, spelled).ExecuteAsync(context);
        if (HttpMethods.IsOptions(request.Method)) return AnswerOptions(context);

        if (!QueryEncoding.IsSound(request.QueryString.Value ?? "")) return Problems.Malformed("The query must be UTF-8, percent-encoded; some of its escapes are no characters.").ExecuteAsync(context);
        return Refuse(address.Query, endpoint.Metadata) is { } refusal ? refusal.ExecuteAsync(context) : next(context);
    };

    /// <summary>Refuses parameters that nobody reads, and words that a parameter does not know.</summary>
    private static Problem? Refuse(IReadOnlyDictionary<string, string> query, EndpointMetadataCollection metadata)
    {
        var (known, asked) = (Understood.By(metadata), metadata.GetMetadata<Asks>()?.Of);
        foreach (var (name, value) in query)
        {
            if (known.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
            {
                if (parameter == QueryParameter.Lang && Language.Find(value) is null)
                    return Problems.Invalid(new Unreadable(name, value, "the tag of one of the languages, such as zh or zh-CN"), [.. Language.All.Select(language => language.Tag)]);
                if (parameter == QueryParameter.Header && !parameter.Values.Contains(value))
                    return Problems.Invalid(new Unreadable(name, value, "one of the allowed words"), parameter.Values);
            }
            else if (asked is null || FilterName.Parse(name, asked.Fields) is null) return Unknown(name, [.. known.Select(other => other.Name)], asked?.Fields);
        }

        return null;
    }

    private static Problem Unknown(string name, IReadOnlyList<string> parameters, FieldSet? fields) => (fields, FilterName.Split(name)) switch
    {
        (null, _) => Problems.UnknownParameter(name, parameters),
        (_, (var path, var word)) when fields.FindValue(path) is { } field => Problems.UnknownOperator(
            name, word ?? Operator.Eq.Word, path, [.. field.Kind.Operators.Select(op => op.Word)],
            fields.Scalars.Where(inner => inner.Path.StartsWith($"{field.Path}.", StringComparison.Ordinal)).Select(inner => inner.Path)),
        (_, (var path, { })) => Problems.UnknownField(name, path, [.. fields.All.Select(field => field.Path)]),
        _ => Problems.UnknownParameter(name, [.. parameters, .. fields.All.Select(field => field.Path)]),
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
