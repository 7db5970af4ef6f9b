using System.Text.Json.Nodes;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Functions.Tests;

/// <summary>The real app over a real store that holds two releases of the real plan: 1.0.0, and 1.0.1 with one English name corrected.</summary>
public sealed class ServedPlan : IAsyncLifetime
{
    /// <summary>The plan, at its latest release.</summary>
    public const string Plan = "/v1/plans/urbanization-14fyp";

    /// <summary>The plan at exactly its first and its latest release.</summary>
    public const string First = Plan + "@1.0.0", Latest = Plan + "@1.0.1";

    private Azurite? azurite;

    internal RunningApp App { get; private set; } = null!;

    internal string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync()
    {
        azurite = await Azurite.StartAsync();
        var store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(store);
        var publisher = new Publisher(store, TimeProvider.System);
        Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(RealPlan.Read(), ReleaseVersion.First, "First release."));
        var corrected = RealPlan.WithCuratedName("Share of green travel", "Share of green trips");
        Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(corrected, new ReleaseVersion(1, 0, 1), "An English name corrected."));

        App = await RunningApp.StartAsync(("OpenDataStorage", azurite.ConnectionString), ("OpenData__PollSeconds", "1"));
        using var ready = await App.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode);
    }

    public async Task DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
    }

    /// <summary>A JSON answer that must be a success.</summary>
    internal async Task<JsonNode> JsonAsync(string path)
    {
        using var response = await App.Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {body}\n{App.Output}");
        return JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false })!;
    }
}

[CollectionDefinition(nameof(ServedPlan))]
public sealed class ServedPlanCollection : ICollectionFixture<ServedPlan>;
