using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Benchmarks.Samples;

/// <summary>An Azurite of its own, in memory, with the plan published in it.</summary>
internal sealed class SampleStore : IAsyncDisposable
{
    /// <summary>Address of the plan in the API.</summary>
    public const string Plan = "/v1/plans/urbanization-14fyp";

    private readonly Azurite azurite;

    private SampleStore(Azurite azurite) => this.azurite = azurite;

    /// <summary>How programs get at it.</summary>
    public string ConnectionString => azurite.ConnectionString;

    /// <summary>Starts one and publishes the plan of the repository, or that of another folder.</summary>
    public static async Task<SampleStore> StartAsync(string? folder = null)
    {
        var azurite = await Azurite.StartAsync(
            new()
            {
                UseKeys = true,
                OnLine = line =>
                {
                    if (line.StartsWith("Installing", StringComparison.Ordinal))
                        Measuring.Report.Say(line);
                },
            }
        );
        try
        {
            var store = Store.Connect(azurite.ConnectionString);
            await StoreSchema.CreateAsync(store);
            var sample = new SampleStore(azurite);
            await sample.PublishAsync(folder ?? Path.Combine(RepositoryRoot.Get(), PlanFolder.Default));
            return sample;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Publishes the plan of a folder, as a release of its own.</summary>
    public async Task PublishAsync(string folder)
    {
        var plan = await PlanFolder.ReadAsync(folder, CancellationToken.None);
        var outcome = await new Publisher(Store.Connect(ConnectionString), TimeProvider.System).PublishAsync(
            plan,
            version: null,
            plan.About.Title.En
        );
        if (outcome is not PublishOutcome.Published)
            throw new InvalidOperationException($"not published, but {outcome}");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => azurite.DisposeAsync();
}
