using System.Text;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Site;

/// <summary><c>/robots.txt</c> (RFC 9309): everything may be read, but pages of lists and searches without end need not be indexed.</summary>
internal static class Robots
{
    /// <summary>The file.</summary>
    public static byte[] Write(Address address) =>
        Encoding.UTF8.GetBytes(
            $"""
            User-agent: *
            Allow: /
            Disallow: /*?*cursor=
            Disallow: /*/search

            Sitemap: {address.Href("/sitemap.xml")}

            """.ReplaceLineEndings("\n")
        );
}
