namespace Nantong.OpenData.Functions.Conventions;

/// <summary>The header <c>Link</c> (RFC 8288), for clients that do not read bodies.</summary>
internal static class LinkHeader
{
    private static readonly string[] Announced = ["first", "next", "license"];

    /// <summary>Repeats those links of an answer whose relation is registered and of use to a generic client.</summary>
    public static void Announce(HttpResponse response, IReadOnlyDictionary<string, string> links)
    {
        foreach (var relation in Announced)
            if (links.TryGetValue(relation, out var href)) response.Headers.Append("Link", $"<{href}>; rel=\"{relation}\"");
    }
}
