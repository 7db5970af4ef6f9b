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
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(azurite));
        Assert.True(Processes.IsRunning(azurite.ProcessId));

        await azurite.StopAsync();
        Assert.Equal(0, await azurite.Exited);
        Assert.False(Processes.IsRunning(azurite.ProcessId));
    }

    [Fact]
    public async Task Several_run_side_by_side()
    {
        await using var one = await Azurite.StartAsync();
        await using var two = await Azurite.StartAsync();
        Assert.NotEqual(one.BlobEndpoint, two.BlobEndpoint);
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(one));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(two));
    }

    [Fact]
    public async Task It_takes_the_ports_that_it_is_given_and_starts_again_on_its_data()
    {
        using var data = new TemporaryFolder();
        var options = new AzuriteOptions
        {
            DataFolder = data.Path,
            BlobPort = LocalPort.FindFree(),
            TablePort = LocalPort.FindFree(),
        };
        for (var run = 0; run < 2; run++)
        {
            await using var azurite = await Azurite.StartAsync(options);
            Assert.Equal((options.BlobPort, options.TablePort), (azurite.BlobEndpoint.Port, azurite.TableEndpoint.Port));
        }

        Assert.Contains(Directory.EnumerateFiles(data.Path), file => Path.GetFileName(file) == "__azurite_db_table__.json");
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

    [Fact]
    public async Task A_data_folder_has_one_store_at_a_time()
    {
        using var data = new TemporaryFolder();
        await using (var first = await Azurite.StartAsync(new() { DataFolder = data.Path }))
        {
            var error = await Assert.ThrowsAsync<CannotStartException>(() => Azurite.StartAsync(new() { DataFolder = data.Path }));
            Assert.Contains(data.Path, error.Problem, StringComparison.Ordinal);
        }

        await using var next = await Azurite.StartAsync(new() { DataFolder = data.Path });
        Assert.False(next.Exited.IsCompleted);
    }

    [Fact]
    public async Task It_tells_when_it_was_killed()
    {
        await using var azurite = await Azurite.StartAsync();
        await Processes.SignalAsync(azurite.ProcessId, "KILL");
        Assert.NotEqual(0, await azurite.Exited.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task It_leaves_the_terminals_interrupt_to_the_process_that_started_it()
    {
        await using var azurite = await Azurite.StartAsync();
        await Processes.SignalAsync(azurite.ProcessId, "INT");
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(azurite));
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(azurite));
    }

    private static async Task<HttpStatusCode> AskAsync(Azurite azurite)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await http.GetAsync(new Uri($"{azurite.TableEndpoint}/Tables"));
        return answer.StatusCode;
    }
}
