using Microsoft.AspNetCore.Routing.Patterns;
using Nantong.OpenData.Api.Lists;
using Near = Nantong.OpenData.Api.Query.DidYouMean;

namespace Nantong.OpenData.Api.Requests;

/// <summary>What an address that does not exist may have been meant to be: a documented one of which a word is misspelt, or which lacks the
/// <c>/v1</c> in front.</summary>
internal static class NearRoutes
{
    private const string Root = "/v1";

    /// <summary>The nearest addresses, nearest first; ids stay as they were asked for, and so does the form.</summary>
    /// <param name="path">What was asked for, without the extension that asks for a form.</param>
    /// <param name="extension">That extension; null when there was none.</param>
    /// <param name="routes">The routes that there are.</param>
    public static IReadOnlyList<string> Of(string path, string? extension, IReadOnlyList<EndpointDataSource> routes)
    {
        string[] readings = path.StartsWith(Root, StringComparison.Ordinal) ? [path] : [path, Root + path];
        var known = routes
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(route =>
                route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) is true
                && route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null
            )
            .Select(route => route.RoutePattern)
            .ToArray();
        var candidates = readings.SelectMany(reading => known.Select(pattern => Fill(pattern, reading.Split('/')[1..]))).OfType<string>().Distinct();
        return [.. Near.Of(path, candidates).Select(near => new PathString(extension is null ? near : $"{near}.{extension}").ToUriComponent())];
    }

    /// <summary>The address with the words of a route where its own are near to them; null when they are not.</summary>
    private static string? Fill(RoutePattern pattern, string[] asked)
    {
        var (segments, takesRest) = (pattern.PathSegments, pattern.Parameters is [.., { IsCatchAll: true }]);
        if (takesRest ? asked.Length < segments.Count : asked.Length != segments.Count)
            return null;

        var filled = asked.ToArray();
        foreach (var (index, segment) in segments.Index())
        {
            if (segment.Parts is [RoutePatternLiteralPart word])
                filled[index] = word.Content;
            if (filled[index] != asked[index] && Near.Of(asked[index], [filled[index]]) is [])
                return null;
            if (
                segment.Parts is [_, _, ..]
                && segment.Parts.OfType<RoutePatternSeparatorPart>().Any(part => !asked[index].Contains(part.Content, StringComparison.Ordinal))
            )
                return null;
        }

        return "/" + string.Join('/', filled);
    }
}
