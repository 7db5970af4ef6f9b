using System.Globalization;
using System.Text.Unicode;

namespace Nantong.OpenData.Api.Requests;

/// <summary>Whether a query can be decoded. The framework leaves what it cannot decode as it stands: a search for a broken character would look for
/// its escapes.</summary>
internal static class QueryEncoding
{
    /// <summary>True for a query whose escapes make UTF-8 together. A percent sign without two hexadecimal digits behind it stands for itself: people
    /// type <c>q=93%</c>.</summary>
    /// <param name="query">The query as it was sent, percent-encoded.</param>
    public static bool IsSound(string query)
    {
        if (!query.Contains('%', StringComparison.Ordinal))
            return true;

        List<byte> bytes = new(query.Length);
        for (var at = 0; at < query.Length; at++)
        {
            if (
                query[at] is '%'
                && at + 2 < query.Length
                && byte.TryParse(query.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped)
            )
            {
                bytes.Add(escaped);
                at += 2;
            }
            else
                bytes.Add((byte)'?'); // whatever it is, it ends a character that was escaped in part
        }

        return Utf8.IsValid([.. bytes]);
    }
}
