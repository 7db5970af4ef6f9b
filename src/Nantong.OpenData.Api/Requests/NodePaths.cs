namespace Nantong.OpenData.Api.Requests;

/// <summary>Paths of nodes in addresses: they hold slashes.</summary>
internal static class NodePaths
{
    private const string Links = "/links";
    private const string Slash = "%2F"; // the one escape that servers leave in a path

    /// <summary>The path with the slashes of a node that generated clients escape, since they take it for one segment: <c>…/text/ch5%2Fs5%2Fp2</c>
    /// becomes <c>…/text/ch5/s5/p2</c>. Any other path stays as it is.</summary>
    public static string Unescape(string path) =>
        path.Contains(Slash, StringComparison.OrdinalIgnoreCase) && path.Split('/', 6) is ["", var root, var family, var plan, "text", var below]
            ? $"/{root}/{family}/{plan}/text/{below.Replace(Slash, "/", StringComparison.OrdinalIgnoreCase)}"
            : path;

    /// <summary>The path with the node as one segment, where something follows it, since a route can take a path only at its end:
    /// <c>…/text/ch5/s5/p2/links</c> becomes <c>…/text/ch5.s5.p2/links</c>. Any other path stays as it is.</summary>
    public static string Fold(string path) =>
        path.Split('/', 6) is ["", var root, var family, var plan, "text", var below] && below.EndsWith(Links, StringComparison.Ordinal)
            ? $"/{root}/{family}/{plan}/text/{below[..^Links.Length].Replace('/', '.')}{Links}"
            : path;
}
