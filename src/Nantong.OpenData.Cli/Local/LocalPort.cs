using System.Net;
using System.Net.Sockets;

namespace Nantong.OpenData.Cli.Local;

/// <summary>TCP ports of this machine's loopback address.</summary>
internal static class LocalPort
{
    /// <summary>Makes sure that nobody listens on a port; 0, which means any free one, always passes.</summary>
    /// <param name="port">The port.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="option">The option that takes another one.</param>
    /// <exception cref="CannotStartException">Another program listens there.</exception>
    public static void EnsureFree(int port, string use, string option)
    {
        if (!IsFree(port))
        {
            throw new CannotStartException(
                $"Port {port}, meant for {use}, is in use by another program.",
                $"Stop that program, or pass {option} with another port ({option} 0 takes any free one)."
            );
        }
    }

    /// <summary>A port that is free now.</summary>
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
