using System.Text.Json;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Peers;

/// <summary>json-server, installed by npm from <c>peers/package-lock.json</c>, on the servers' core, with records as its database.</summary>
internal sealed class JsonServer : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ChildProcess process;

    private JsonServer(DirectoryInfo folder, ChildProcess process, Uri address) => (this.folder, this.process, Address) = (folder, process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Installs it if need be and starts it.</summary>
    /// <param name="collections">Name and records of each collection.</param>
    public static async Task<JsonServer> StartAsync(IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> collections)
    {
        var peers = Path.Combine(RepositoryRoot.Get(), "tests", "benchmarks", "peers");
        var script = Path.Combine(peers, "node_modules", "json-server", "lib", "cli", "bin.js");
        if (!File.Exists(script))
            await InstallAsync(peers);

        var folder = Directory.CreateTempSubdirectory("opendata-json-server-");
        var database = Path.Combine(folder.FullName, "db.json");
        await using (var file = File.Create(database))
            await JsonSerializer.SerializeAsync(file, collections);
        var address = new Uri($"http://127.0.0.1:{LocalPort.FindFree()}");
        var process = Pinned.Start(
            Pinned.Server,
            Tool.Get("node", "nodejs"),
            [script, "--quiet", "--host", "127.0.0.1", "--port", $"{address.Port}", database],
            folder.FullName
        );
        await Listening.WaitAsync(address, process);
        return new JsonServer(folder, process, address);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task InstallAsync(string peers)
    {
        Report.Say("Installing json-server");
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];
        var (exitCode, lines) = await Tether
            .OfRepository.Start("npm", arguments, peers, new Dictionary<string, string?>(), _ => { })
            .ToEndAsync(CancellationToken.None);
        if (exitCode != 0)
            throw new CannotStartException(
                $"'npm ci' in {peers} ended with {exitCode}: {string.Join('\n', lines)}",
                "Check that npm can reach its registry."
            );
    }
}
