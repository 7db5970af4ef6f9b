using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Requests;

/// <summary>Where a request went, as answers speak of it: without extension, with a base for absolute links.</summary>
/// <param name="Base">Scheme and authority of links, without a slash at the end.</param>
/// <param name="Path">The path without the extension that asks for a form.</param>
/// <param name="Extension">That extension; null when there is none.</param>
/// <param name="Query">The query, one text per name.</param>
internal sealed record Address(string Base, string Path, string? Extension, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>The header <c>Accept</c>; null when absent.</summary>
    public string? Accept { get; init; }

    /// <summary>The language that sentences for people are wanted in.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>The language that a page is wanted in: Chinese unless the request says otherwise, since the plan is Chinese.</summary>
    public Language PageLanguage { get; init; } = Language.Chinese;

    /// <summary>The query that makes a difference to the content of a release, as it stands behind a path; empty when there is none.</summary>
    public string Selection => Text(Query.Where(pair => pair.Key is not ("format" or PointInTime.AsOf)));

    /// <summary>The part of it that says which list is meant, whatever the page; empty when there is none.</summary>
    public string ListSelection => Text(Query.Where(pair => pair.Key is not ("format" or PointInTime.AsOf or "limit" or "cursor")));

    /// <summary>The path as it was asked for.</summary>
    public string AskedPath => Extension is null ? Path : $"{Path}.{Extension}";

    /// <summary>An absolute link to a path of this service.</summary>
    public string Href(string path) => Base + path;

    /// <summary>What the request wants the answer to be.</summary>
    public RequestedFormat RequestedFormat() => new(Extension, Query.GetValueOrDefault("format"), Accept);

    /// <summary>The address of the request in hand.</summary>
    public static Address Of(HttpContext context) => context.Features.GetRequired<Address>();

    /// <summary>Reads the address and takes the extension off the path, so that routes are written once, without it.</summary>
    public static RequestDelegate Read(RequestDelegate next) =>
        context =>
        {
            var request = context.Request;
            var (path, extension) = Split(NodePaths.Unescape(request.Path.Value ?? "/"));
            var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
            var headers = request.Headers;
            context.Features.Set(
                new Address($"{request.Scheme}://{request.Host}", path, extension, query)
                {
                    Accept = headers.Accept is [_, ..] accept ? accept.ToString() : null,
                    Language = Language.Choose(query.GetValueOrDefault(Language.Parameter), headers.AcceptLanguage),
                    PageLanguage = Language.Choose(query.GetValueOrDefault(Language.Parameter), headers.AcceptLanguage, Language.Chinese),
                }
            );
            request.Path = NodePaths.Fold(path);
            return next(context);
        };

    /// <summary>Takes a form's extension off a path: letters after the last dot, except where names of files stand.</summary>
    /// <remarks>A version (<c>@1.2</c>) ends in a digit. A dotted node id may end in letters (<c>table1.note</c>): among nodes only the forms of text
    /// count.</remarks>
    internal static (string Path, string? Extension) Split(string path)
    {
        var (slash, dot) = (path.LastIndexOf('/'), path.LastIndexOf('.'));
        var names =
            path[..Math.Max(slash, 0)] is var folder
            && (
                folder.EndsWith("/files", StringComparison.Ordinal)
                || folder is "/openapi" or "/docs"
                || path is "/robots.txt" or "/sitemap.xml" or "/llms.txt"
            );
        if (names)
            return (path, null);

        foreach (var format in Format.WithTwoExtensions)
            if (path.EndsWith($".{format.Extension}", StringComparison.Ordinal))
                return (path[..^(format.Extension.Length + 1)], format.Extension);

        var extension = dot > slash + 1 ? path[(dot + 1)..] : "";
        var nodeId = path.Split('/', 6) is ["", _, _, _, "text", _] && Format.OfText.All(format => format.Extension != extension);
        return nodeId || extension is "" || !extension.All(char.IsAsciiLetterLower) ? (path, null) : (path[..dot], extension);
    }

    private static string Text(IEnumerable<KeyValuePair<string, string>> query) =>
        QueryString.Create(query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Value ?? "";
}
