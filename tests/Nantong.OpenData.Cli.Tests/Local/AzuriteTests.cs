using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Cli.Tests.Local;

public sealed class AzuriteTests
{
    [Fact]
    public async Task It_starts_on_free_ports_answers_and_stops()
    {
        await using var azurite = await Azurite.StartAsync();
        Assert.Contains($"TableEndpoint={azurite.TableEndpoint}", azurite.ConnectionString, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(new Uri($"{azurite.TableEndpoint}/Tables"))).StatusCode);

        await azurite.StopAsync();
        Assert.Equal(0, await azurite.Exited);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(azurite.ProcessId));
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<CannotStartException>(() => Azurite.StartAsync(new() { TablePort = port }));
        Assert.Contains($"Port {port}", error.Problem, StringComparison.Ordinal);
        Assert.Contains("--table-port 0", error.WayOut, StringComparison.Ordinal);
    }
}
