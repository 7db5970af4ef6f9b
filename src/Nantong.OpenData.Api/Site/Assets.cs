using System.Security.Cryptography;
using System.Text;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Api.Site;

/// <summary>The style sheet and the script of the pages: one file each, whose name changes with its content, so that browsers keep them for
/// good.</summary>
internal static class SiteAssets
{
    private static readonly Format Css = new("css", "text/css");
    private static readonly byte[] StyleSheet = [.. Encoding.UTF8.GetBytes($"{PageStyle.Sheet}\n"), .. Resource("assets/site.css")];
    private static readonly Format JavaScript = new("js", "text/javascript");
    private static readonly byte[] ScriptFile = Resource("assets/site.js");

    /// <summary>Path of the style sheet.</summary>
    public static string Style { get; } = $"/assets/site-{Mark(StyleSheet)}.css";

    /// <summary>Path of the script.</summary>
    public static string Script { get; } = $"/assets/site-{Mark(ScriptFile)}.js";

    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/assets/{name}", Verbs.Read, Get).Offers([]).ExcludeFromDescription();

    private static Results<RawServiceAnswer, Problem> Get(HttpContext context, string name) =>
        Address.Of(context).AskedPath switch
        {
            var path when path == Style => new RawServiceAnswer(StyleSheet, Css, CacheRule.Immutable),
            var path when path == Script => new RawServiceAnswer(ScriptFile, JavaScript, CacheRule.Immutable),
            _ => Problems.NotFound("asset", name, []),
        };

    private static string Mark(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    private static byte[] Resource(string name)
    {
        using var resource =
            typeof(SiteAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
