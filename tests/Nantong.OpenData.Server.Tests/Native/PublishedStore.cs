using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Server.Tests.Native;

/// <summary>A real Azurite with the real plan published in it.</summary>
public sealed class PublishedStore : IAsyncLifetime
{
    /// <summary>Id of the plan in it.</summary>
    public const string Plan = "urbanization-14fyp";

    private Azurite? azurite;

    /// <summary>How the app gets at it.</summary>
    public string ConnectionString => azurite!.ConnectionString;

    /// <summary>Starts Azurite in memory and publishes.</summary>
    public async Task InitializeAsync()
    {
        if (Toolchain.Missing is not null)
            return; // every test that wants it is skipped

        azurite = await Azurite.StartAsync();
        var store = Store.Connect(ConnectionString);
        await StoreSchema.CreateAsync(store);
        var parsed = PlanReader.Read(
            await ReadAsync("source.txt"),
            await ReadAsync("plan.json"),
            await ReadAsync("errata.json"),
            await ReadAsync("places.json")
        );
        Assert.True(parsed.Try(out var plan, out var error), error?.ToString());
        Assert.IsType<PublishOutcome.Published>(await new Publisher(store, TimeProvider.System).PublishAsync(plan!, version: null, "First release."));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    private static Task<byte[]> ReadAsync(string file) => File.ReadAllBytesAsync(Checkout.Path("src", "plans", Plan, file));
}
