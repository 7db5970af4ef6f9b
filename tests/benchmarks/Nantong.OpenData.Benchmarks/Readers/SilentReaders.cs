using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nantong.OpenData.Benchmarks.Readers;

/// <summary>Connections that ask for a file and read little of it, or nothing.</summary>
internal sealed class SilentReaders : IAsyncDisposable
{
    private const int Buffer = 4 * 1024;

    private readonly List<Socket> sockets = [];
    private readonly CancellationTokenSource stopping = new();
    private Task reading = Task.CompletedTask;

    private SilentReaders() { }

    /// <summary>Opens them and sends their requests.</summary>
    /// <param name="address">Where the server listens.</param>
    /// <param name="path">What they ask for.</param>
    /// <param name="count">How many.</param>
    /// <param name="bytesPerSecond">What each of them reads; 0 for nothing.</param>
    public static async Task<SilentReaders> StartAsync(Uri address, string path, int count, int bytesPerSecond = 0)
    {
        var readers = new SilentReaders();
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        for (var connection = 0; connection < count; connection++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = Buffer };
            readers.sockets.Add(socket);
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            await socket.SendAsync(request);
        }

        if (bytesPerSecond > 0)
            readers.reading = readers.ReadAsync(bytesPerSecond);
        return readers;
    }

    /// <summary>How many the server has not cut, by the system's own list of connections: who does not read is not told.</summary>
    public int CountOpen()
    {
        const string Established = "01";
        var open = File.ReadLines("/proc/net/tcp")
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Established)
            .Select(fields => fields[1].Split(':')[1])
            .ToHashSet(StringComparer.Ordinal);
        return sockets.Count(socket =>
            socket.LocalEndPoint is IPEndPoint own && open.Contains(own.Port.ToString("X4", CultureInfo.InvariantCulture))
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var socket in sockets)
            socket.Dispose();
        await reading;
        stopping.Dispose();
    }

    private async Task ReadAsync(int bytesPerSecond)
    {
        var buffer = new byte[bytesPerSecond];
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await second.WaitForNextTickAsync(stopping.Token))
                foreach (var socket in sockets)
                    await socket.ReceiveAsync(buffer, stopping.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was cut, or is no longer needed.
        }
    }
}
