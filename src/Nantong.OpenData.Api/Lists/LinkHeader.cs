using Nantong.OpenData.Api.Pins;

namespace Nantong.OpenData.Api.Lists;

/// <summary>The header <c>Link</c> (RFC 8288), for clients that do not read bodies.</summary>
internal static class LinkHeader
{
    private static readonly string[] Announced =
    [
        "first",
        "next",
        "license",
        VersionLinks.History,
        VersionLinks.Latest,
        VersionLinks.Predecessor,
        VersionLinks.Successor,
    ];

    /// <summary>Repeats those links of an answer whose relation is registered and of use to a generic client.</summary>
    public static void Announce(HttpResponse response, IEnumerable<KeyValuePair<string, string>> links)
    {
        foreach (var (relation, href) in links.Where(link => Announced.Contains(link.Key)))
            response.Headers.Append("Link", $"<{href}>; rel=\"{relation}\"");
    }
}
