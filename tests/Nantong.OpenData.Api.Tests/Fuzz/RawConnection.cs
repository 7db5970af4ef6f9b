using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using Nantong.OpenData.Api.Tests.Contracts;

namespace Nantong.OpenData.Api.Tests.Fuzz;

/// <summary>A connection that sends what it is told, byte for byte: HTTP clients refuse half of it themselves.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient client;
    private readonly PipeReader reader;

    private RawConnection(TcpClient client) => (this.client, reader) = (client, PipeReader.Create(client.GetStream()));

    /// <summary>True when the server keeps the connection for another request.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Connects.</summary>
    public static async Task<RawConnection> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port, cancellationToken);
        return new RawConnection(client);
    }

    /// <summary>Sends a request and reads its answer; null when the server closes the connection without one.</summary>
    /// <param name="method">The method, which says whether the answer has a body.</param>
    /// <param name="target">Path and query, for the answer.</param>
    /// <param name="request">The request on the wire.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Answer?> AskAsync(string method, string target, byte[] request, CancellationToken cancellationToken)
    {
        await client.GetStream().WriteAsync(request, cancellationToken);
        while (await LineAsync(cancellationToken) is { } line)
        {
            var status = int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
            var headers = await HeadersAsync(cancellationToken);
            if (status < 200)
                continue; // 100 Continue: the answer is still to come

            var hasBody = method is not "HEAD" && status is not (204 or 304);
            var body =
                !hasBody ? []
                : headers.ContainsKey("Transfer-Encoding") ? await ChunksAsync(cancellationToken)
                : await BytesAsync(LengthOf(headers), cancellationToken);
            IsOpen = !headers.TryGetValue("Connection", out var connection) || !connection.Contains("close", StringComparison.OrdinalIgnoreCase);
            return new Answer(
                method,
                target,
                status,
                headers,
                body is [] ? body : Codings.Unpack(body, headers.GetValueOrDefault("Content-Encoding"))
            );
        }

        IsOpen = false;
        return null;
    }

    public void Dispose() => client.Dispose();

    private static int LengthOf(Dictionary<string, string> headers) => int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture);

    private async Task<Dictionary<string, string>> HeadersAsync(CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var (name, value) = line.Split(':', 2) is [var before, var behind]
                ? (before, behind.Trim())
                : throw new InvalidDataException($"no header field: {line}");
            headers[name] = headers.TryGetValue(name, out var other) ? $"{other}, {value}" : value;
        }

        return headers;
    }

    private async Task<byte[]> ChunksAsync(CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        while (int.Parse((await LineAsync(cancellationToken))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
        {
            body.Write(await BytesAsync(length, cancellationToken));
            await LineAsync(cancellationToken);
        }

        await LineAsync(cancellationToken);
        return body.WrittenSpan.ToArray();
    }

    private async Task<byte[]> BytesAsync(int length, CancellationToken cancellationToken)
    {
        if (length is 0)
            return [];
        var read = await reader.ReadAtLeastAsync(length, cancellationToken);
        if (read.Buffer.Length < length)
            throw new InvalidDataException($"the body ends after {read.Buffer.Length} of {length} bytes");
        var bytes = read.Buffer.Slice(0, length).ToArray();
        reader.AdvanceTo(read.Buffer.GetPosition(length));
        return bytes;
    }

    /// <summary>The next line without its end; null at the end of the connection.</summary>
    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
                return null;
        }
    }
}
