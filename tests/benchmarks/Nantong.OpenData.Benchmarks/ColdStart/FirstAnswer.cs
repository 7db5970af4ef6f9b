using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.ColdStart;

/// <summary>What a start cost.</summary>
/// <param name="Milliseconds">From the start of the process to the first answer that was a success.</param>
/// <param name="Megabytes">What the process then held in memory.</param>
internal sealed record FirstAnswer(double Milliseconds, double Megabytes)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(1);

    /// <summary>Starts a program, asks for a path every millisecond until it is answered with 200, and ends the program.</summary>
    public static async Task<FirstAnswer> MeasureAsync(ApiBuild build, string path, IReadOnlyDictionary<string, string?> variables)
    {
        var port = LocalPort.FindFree();
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        var environment = new Dictionary<string, string?>(variables) { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" };
        var watch = Stopwatch.StartNew();
        await using var process = ChildProcess.Start(build.Program, build.Arguments, build.Folder, environment, isTether: false, _ => { });
        while (!await IsAnsweredAsync(port, request))
        {
            if (watch.Elapsed > Limit || process.Exited.IsCompleted)
                throw new CannotStartException(
                    $"{build.Program} gave no answer to {path}: {string.Join('\n', process.LastLines)}",
                    "See what it says."
                );
            await Task.Delay(Pace);
        }

        var result = new FirstAnswer(watch.Elapsed.TotalMilliseconds, ProcessMemory.Find(process.Id)?.Resident ?? double.NaN);
        await process.StopAsync(TimeSpan.Zero);
        return result;
    }

    private static async Task<bool> IsAnsweredAsync(int port, byte[] request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            await socket.SendAsync(request);
            var head = new byte[12]; // HTTP/1.1 200
            for (var read = 0; read < head.Length; )
            {
                if (await socket.ReceiveAsync(head.AsMemory(read)) is > 0 and var count)
                    read += count;
                else
                    return false;
            }

            return head.AsSpan().EndsWith(" 200"u8);
        }
        catch (SocketException)
        {
            return false; // not listening yet
        }
    }
}
