using System.Text.Unicode;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>Whether a query can be decoded at all. The framework leaves what it cannot decode as it stands: a search for a broken character would find its escapes.</summary>
internal static class QueryEncoding
{
    /// <summary>True for a query whose escapes are two hexadecimal digits each and make UTF-8 together.</summary>
    /// <param name="query">The query as it was sent, percent-encoded.</param>
    public static bool IsSound(string query)
    {
        if (!query.Contains('%', StringComparison.Ordinal)) return true;

        List<byte> bytes = new(query.Length);
        for (var at = 0; at < query.Length; at++)
        {
            if (query[at] is not '%')
            {
                bytes.Add(char.IsAscii(query[at]) ? (byte)query[at] : (byte)'?'); // ends an escaped character as any other would
                continue;
            }

            if (at + 2 >= query.Length || !char.IsAsciiHexDigit(query[at + 1]) || !char.IsAsciiHexDigit(query[at + 2])) return false;
            bytes.Add(Convert.ToByte(query.Substring(at + 1, 2), 16));
            at += 2;
        }

        return Utf8.IsValid([.. bytes]);
    }
}
