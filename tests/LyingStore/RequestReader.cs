using System.Globalization;
using System.Text;

namespace Nantong.OpenData.Tests;

/// <summary>Reads requests of HTTP/1.1 from a connection, as the store's clients send them: with the length of their body, or without a
/// body.</summary>
internal static class RequestReader
{
    /// <summary>Reads the next request; null when the client closed the connection.</summary>
    public static async Task<StoreRequest?> ReadAsync(Stream stream, bool ofBlobs, CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(stream, cancellationToken) is not { Length: > 0 } first)
            return null;
        if (first.Split(' ') is not [var method, var target, _])
            throw new IOException($"no request: {first}");

        List<KeyValuePair<string, string>> headers = [];
        while (await ReadLineAsync(stream, cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim()));
        }

        var length = headers.Find(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value ?? "0";
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new StoreRequest(ofBlobs, method, target, headers, body);
    }

    private static async Task<string?> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        List<byte> line = [];
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}
