using System.Globalization;

namespace Nantong.OpenData.Cli.Local;

/// <summary>How a local store is started.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where it keeps its data between runs; null keeps it in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Port of the blob service; 0 takes any free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service, which this product does not use; 0 takes any free one.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port of the table service; 0 takes any free one.</summary>
    public int TablePort { get; init; }

    /// <summary>Whether it looks rows and blobs up by its indexes (<c>infra/local/azurite-keys.cjs</c>), as it does not by itself: to measure
    /// what a real store does by keys. What it answers is the same; bytes that no blob has any more are not collected.</summary>
    public bool UseKeys { get; init; }

    /// <summary>Called with each line that Azurite writes, and with a sentence before something that takes long.</summary>
    public Action<string>? OnLine { get; init; }
}

/// <summary>A running Azurite: Azure Storage on this machine, installed on first use. It ends with this process, even when that is killed.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Not a secret: every Azurite has this key, and its documentation prints it.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly ChildProcess process;
    private readonly FileStream? dataLock;

    private Azurite(ChildProcess process, FileStream? dataLock, Uri blobs, Uri queues, Uri tables)
    {
        (this.process, this.dataLock) = (process, dataLock);
        (BlobEndpoint, QueueEndpoint, TableEndpoint) = (Endpoint(blobs), Endpoint(queues), Endpoint(tables));
    }

    /// <summary>Address of the blob service, with the account.</summary>
    public Uri BlobEndpoint { get; }

    /// <summary>Address of the queue service, with the account.</summary>
    public Uri QueueEndpoint { get; }

    /// <summary>Address of the table service, with the account.</summary>
    public Uri TableEndpoint { get; }

    /// <summary>What a client needs to connect.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Id of its process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Completes with the exit code when it has ended.</summary>
    public Task<int> Exited => process.Exited;

    /// <summary>The last lines that it wrote, oldest first.</summary>
    public IReadOnlyList<string> LastLines => process.LastLines;

    /// <summary>Installs Azurite if need be, starts it, and waits until its three services listen.</summary>
    /// <exception cref="CannotStartException">Node.js or npm is missing, too old or fails; a port or the data folder is in use.</exception>
    public static async Task<Azurite> StartAsync(AzuriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        LocalPort.EnsureFree(options.BlobPort, "the local store's blobs", "--blob-port");
        LocalPort.EnsureFree(options.QueuePort, "the local store's queues", "--queue-port");
        LocalPort.EnsureFree(options.TablePort, "the local store's tables", "--table-port");
        var install = AzuriteInstall.OfRepository;
        var script = await install.EnsureAsync(options.OnLine ?? (_ => { }), cancellationToken);

        var dataLock = options.DataFolder is { } folder ? TakeDataFolder(folder) : null;
        var listening = new ListeningLines(options.OnLine);
        ChildProcess? process = null;
        try
        {
            process = install.Tether.StartScript(
                options.UseKeys ? [install.Keys] : [],
                script,
                Arguments(options),
                install.Folder,
                Variables,
                listening.Read
            );
            await Task.WhenAny(listening.All, process.Exited).WaitAsync(StartLimit, cancellationToken);
            if (listening.All.IsCompletedSuccessfully)
            {
                var (blobs, queues, tables) = await listening.All;
                return new Azurite(process, dataLock, blobs, queues, tables);
            }

            throw new CannotStartException(
                $"Azurite ended with {await process.Exited} before it "
                    + $"listened:{Environment.NewLine}{string.Join(Environment.NewLine, process.LastLines)}",
                "When a port is in use, pass another one; otherwise delete infra/local/node_modules to install Azurite afresh."
            );
        }
        catch
        {
            if (process is not null)
                await process.DisposeAsync();
            dataLock?.Dispose();
            throw;
        }
    }

    /// <summary>Asks it to stop, which writes its data to the folder, and kills it when it does not.</summary>
    public async Task StopAsync()
    {
        await process.StopAsync(TimeSpan.FromSeconds(10));
        dataLock?.Dispose();
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await process.DisposeAsync();
    }

    /// <summary>Variables that would change the account that the connection string names.</summary>
    private static Dictionary<string, string?> Variables => new() { ["AZURITE_ACCOUNTS"] = null, ["AZURITE_DB"] = null };

    private static IEnumerable<string> Arguments(AzuriteOptions options) =>
        [
            // The SDKs ask for newer service versions than this Azurite knows by name; it answers them all the same.
            "--silent",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--blobPort",
            options.BlobPort.ToString(CultureInfo.InvariantCulture),
            "--queuePort",
            options.QueuePort.ToString(CultureInfo.InvariantCulture),
            "--tablePort",
            options.TablePort.ToString(CultureInfo.InvariantCulture),
            .. options.DataFolder is { } folder ? ["--location", Path.GetFullPath(folder)] : new[] { "--inMemoryPersistence" },
        ];

    /// <summary>Two Azurites on one folder would overwrite each other's files without a word.</summary>
    private static FileStream TakeDataFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        return ExclusiveFile.TryTake(Path.Combine(folder, ".in-use"))
            ?? throw new CannotStartException(
                $"The data folder {Path.GetFullPath(folder)} is in use by another local store.",
                "Stop the other one, or pass --data with another folder."
            );
    }

    private static Uri Endpoint(Uri service) => new(service, Account);

    /// <summary>Collects the three lines by which Azurite tells that it listens, and where.</summary>
    private sealed class ListeningLines(Action<string>? onLine)
    {
        private const string Listening = " service is successfully listening at ";
        private readonly Dictionary<string, Uri> services = [];
        private readonly TaskCompletionSource<(Uri Blobs, Uri Queues, Uri Tables)> all = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<(Uri Blobs, Uri Queues, Uri Tables)> All => all.Task;

        public void Read(string line)
        {
            onLine?.Invoke(line);
            if (line.Split(Listening) is not [var service, var address])
                return;
            services[service] = new Uri(address);
            if (services.Count == 3)
                all.TrySetResult((services["Azurite Blob"], services["Azurite Queue"], services["Azurite Table"]));
        }
    }
}
