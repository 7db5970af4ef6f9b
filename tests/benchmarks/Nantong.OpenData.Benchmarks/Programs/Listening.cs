using System.Diagnostics;
using System.Net.Sockets;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Programs;

/// <summary>Waits until a program listens.</summary>
internal static class Listening
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120); // json-server reads 200,000 records first

    /// <summary>Waits until somebody takes a connection at an address.</summary>
    /// <exception cref="CannotStartException">The program has ended, or nobody listens after two minutes.</exception>
    public static async Task WaitAsync(Uri address, ChildProcess process)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Limit && !process.Exited.IsCompleted; )
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }

        throw new CannotStartException($"Nothing listens at {address}: {string.Join('\n', process.LastLines)}", "See what it says.");
    }
}
