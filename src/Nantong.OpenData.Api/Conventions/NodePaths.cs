namespace Nantong.OpenData.Api.Conventions;

/// <summary>Makes addresses routable in which something follows the path of a node: that path holds slashes, and a route can take such a thing only at its end.</summary>
internal static class NodePaths
{
    private const string Links = "/links";

    /// <summary>The path with the node as one segment: <c>…/text/ch5/s5/p2/links</c> becomes <c>…/text/ch5.s5.p2/links</c>. Any other path stays as it is.</summary>
    public static string Fold(string path) =>
        path.Split('/', 6) is ["", var root, var family, var plan, "text", var below] && below.EndsWith(Links, StringComparison.Ordinal)
            ? $"/{root}/{family}/{plan}/text/{below[..^Links.Length].Replace('/', '.')}{Links}"
            : path;
}
