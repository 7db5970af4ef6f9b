using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Cli.Tests.Commands;

/// <summary><c>opendata up</c> from its start to the last process that it started.</summary>
public sealed partial class UpTests : IClassFixture<UpTests.BuiltApi>, IDisposable
{
    private const string Running = "Ctrl-C stops everything.";
    private readonly TemporaryFolder data = new();

    [Fact]
    public async Task One_command_serves_the_plan_and_one_signal_ends_all_of_it()
    {
        await using var up = await StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var lines = Curl().Matches(up.Output);
        Assert.Equal(3, lines.Count);
        foreach (Match line in lines)
        {
            using var answer = await http.GetAsync(new Uri(line.Groups[1].Value));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var verify = await OpenData.RunAsync(["verify", "--store", ConnectionString().Match(up.Output).Groups[1].Value]);
        Assert.Equal(0, verify.ExitCode);

        var started = Processes.StartedBy(up.Id);
        Assert.Contains(started, process => process.CommandLine.Contains("azurite.js", StringComparison.Ordinal));
        Assert.Contains(started, process => process.CommandLine.Contains("Nantong.OpenData.Server", StringComparison.Ordinal));
        await up.SignalAsync("TERM");
        Assert.Equal(0, await up.EndAsync());
        await Processes.AllEndedAsync(started.Select(process => process.Id));
        Assert.DoesNotContain('\e', up.Output + up.Error);
    }

    [Theory]
    [InlineData(@"azurite\.js", "The store ended by itself")]
    [InlineData(@"^\S*dotnet \S+Server\.dll", "The API ended by itself")]
    [InlineData(@"tether\.cjs \S*dotnet", "The API ended by itself")]
    public async Task When_one_part_dies_everything_stops_and_the_part_is_named(string part, string message)
    {
        await using var up = await StartAsync("--no-build");
        var started = Processes.StartedBy(up.Id);
        await Processes.SignalAsync(Assert.Single(started, process => Regex.IsMatch(process.CommandLine, part)).Id, "KILL");
        Assert.Equal(1, await up.EndAsync());
        Assert.Contains($"error: {message}", up.Error, StringComparison.Ordinal);
        await Processes.AllEndedAsync(started.Select(process => process.Id));
    }

    [Fact]
    public async Task Nothing_outlives_a_killed_up()
    {
        await using var up = await StartAsync("--no-build");
        var started = Processes.StartedBy(up.Id);
        await up.SignalAsync("KILL");
        await Processes.AllEndedAsync(started.Select(process => process.Id));
    }

    [Fact]
    public async Task The_store_alone_keeps_its_data_between_runs()
    {
        await using (var first = await StartAsync("--no-api"))
        {
            Assert.Matches(@"(?s)Published urbanization-14fyp@1\.0\.0.*Published urbanization-14fyp@1\.1\.0", first.Output);
            await first.SignalAsync(Processes.Ending(first.Id));
            Assert.Equal(0, await first.EndAsync());
        }

        await using var second = await StartAsync("--no-api");
        Assert.DoesNotContain("Publish", second.Output + second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Processes.StartedBy(second.Id),
            process => process.CommandLine.Contains("Nantong.OpenData.Server", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_killed_up_has_lost_nothing_that_was_published()
    {
        await using (var killed = await StartAsync("--no-api"))
        {
            var started = Processes.StartedBy(killed.Id);
            await killed.SignalAsync("KILL");
            await Processes.AllEndedAsync(started.Select(process => process.Id));
        }

        await using var next = await StartAsync("--no-api");
        Assert.DoesNotContain("Publish", next.Output + next.Error, StringComparison.Ordinal);
        var verify = await OpenData.RunAsync(["verify", "--store", ConnectionString().Match(next.Output).Groups[1].Value]);
        Assert.Equal(0, verify.ExitCode);
    }

    [Fact]
    public async Task A_port_in_use_is_named_before_anything_is_started()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (exitCode, output, error) = await OpenData.RunAsync(["up", "--port", $"{port}", "--data", data.Path]);
        Assert.Equal((5, ""), (exitCode, output));
        Assert.Contains($"error: Port {port}, meant for the API, is in use by another program.", error, StringComparison.Ordinal);
        Assert.Contains("--port 0 takes any free one", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task Without_node_it_says_what_to_install()
    {
        var (exitCode, _, error) = await OpenData.RunAsync(["up", "--no-api", "--data", data.Path], ("PATH", data.Path));
        Assert.Equal(5, exitCode);
        Assert.Contains("needs Node.js", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_core_tools_it_says_what_to_install_before_anything_is_started()
    {
        var (exitCode, _, error) = await OpenData.RunAsync(["up", "--func", "--data", data.Path], ("PATH", data.Path));
        Assert.Equal(5, exitCode);
        Assert.Contains("there is no 'func' on the path", error, StringComparison.Ordinal);
        Assert.Contains("azure-functions-core-tools", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    public void Dispose() => data.Dispose();

    /// <summary>The API as <c>up</c> builds it, so that only one test waits for that.</summary>
    public sealed class BuiltApi : IAsyncLifetime
    {
        public Task InitializeAsync() => ApiBuild.BuildAsync(Path.Combine(RepositoryRoot.Get(), ".data", "api"), ApiHost.Server, default);

        public Task DisposeAsync() => Task.CompletedTask;
    }

    private async Task<OpenData> StartAsync(params string[] arguments)
    {
        var up = OpenData.Start(["up", "--port", "0", "--data", Path.Combine(data.Path, "store"), .. arguments]);
        try
        {
            await up.WaitForAsync(Running);
            return up;
        }
        catch
        {
            await up.DisposeAsync();
            throw;
        }
    }

    [GeneratedRegex(@"^  curl (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Curl();

    [GeneratedRegex("^  export OpenDataStorage='(.+)'$", RegexOptions.Multiline)]
    private static partial Regex ConnectionString();
}
