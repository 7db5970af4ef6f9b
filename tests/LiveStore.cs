using System.Diagnostics;
using Azure.Data.Tables;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Tests;

/// <summary>A store of its own for a test that publishes, withdraws, or takes the store away and brings it back.</summary>
internal sealed class LiveStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opendata-live-");
    private Azurite azurite;

    private LiveStore(Azurite azurite) => this.azurite = azurite;

    public string ConnectionString => azurite.ConnectionString;

    public Store Store => Store.Connect(ConnectionString);

    public TableClient Tables(string table) => new(ConnectionString, table);

    /// <summary>Starts a store that holds nothing, not even tables.</summary>
    public static async Task<LiveStore> StartBareAsync()
    {
        var store = new LiveStore(null!);
        store.azurite = await Azurite.StartAsync(new AzuriteOptions { DataFolder = store.folder.FullName });
        return store;
    }

    /// <summary>Starts a store with a first release of the real plan, or of another.</summary>
    public static async Task<LiveStore> StartAsync(Plan? plan = null)
    {
        var live = await StartBareAsync();
        await StoreSchema.CreateAsync(live.Store);
        await live.PublishAsync(plan ?? RealPlan.Read());
        return live;
    }

    public async Task<ReleaseVersion> PublishAsync(Plan plan) =>
        Assert
            .IsType<PublishOutcome.Published>(await new Publisher(Store, TimeProvider.System).PublishAsync(plan, null, "For a test."))
            .Release.Version;

    public Task<StatusOutcome> DeprecateAsync(string plan, ReleaseVersion version, StatusNote note) =>
        new ReleaseLife(Store, TimeProvider.System).DeprecateAsync(new ReleaseKey(plan, version), note);

    public Task<StatusOutcome> WithdrawAsync(string plan, ReleaseVersion version, StatusNote note) =>
        new ReleaseLife(Store, TimeProvider.System).WithdrawAsync(new ReleaseKey(plan, version), note);

    /// <summary>Takes the store away; its data stays on disk.</summary>
    public Task StopAsync() => azurite.StopAsync();

    /// <summary>Makes it hang: it holds its connections and answers nothing.</summary>
    public async Task FreezeAsync()
    {
        using var stop = Process.Start("kill", ["-STOP", $"{azurite.ProcessId}"]);
        await stop.WaitForExitAsync();
    }

    /// <summary>Kills it: what it has not yet written to disk is lost.</summary>
    public async Task KillAsync()
    {
        Process.GetProcessById(azurite.ProcessId).Kill();
        await azurite.Exited;
        await azurite.StopAsync();
    }

    /// <summary>Brings it back at the same addresses.</summary>
    public async Task RestartAsync() =>
        azurite = await Azurite.StartAsync(
            new AzuriteOptions
            {
                DataFolder = folder.FullName,
                BlobPort = azurite.BlobEndpoint.Port,
                QueuePort = azurite.QueueEndpoint.Port,
                TablePort = azurite.TableEndpoint.Port,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
