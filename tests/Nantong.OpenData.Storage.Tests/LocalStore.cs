using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>One Azurite for the tests of a class: the emulator reads whole tables for each query, so a store that all classes fill gets slow.
/// Each test publishes under a plan id of its own, so that none meets another's rows.</summary>
public sealed class LocalStore : IAsyncLifetime
{
    private static int plans;
    private Azurite? azurite;

    public Store Store { get; private set; } = null!;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync()
    {
        azurite = await Azurite.StartAsync();
        Store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(Store);
    }

    public Task DisposeAsync() => azurite?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    /// <summary>The same store, whose requests to tables somebody watches.</summary>
    internal Store WatchedBy(HttpPipelinePolicy watch)
    {
        var options = new TableClientOptions();
        options.AddPolicy(watch, HttpPipelinePosition.PerCall);
        return Store with { Tables = new TableServiceClient(ConnectionString, options) };
    }

    /// <summary>The small plan under an id that no other test has.</summary>
    internal static Plan NewPlan() => SmallPlan.Renamed(NewId());

    /// <summary>The real plan under an id that no other test has.</summary>
    internal static Plan NewRealPlan() => RealPlan.Renamed(NewId());

    /// <summary>The same small plan after its editors corrected an English name: other content, same source.</summary>
    internal static Plan Corrected(Plan plan) => SmallPlan.Renamed(plan.About.Id, "Marine share");

    /// <summary>The same real plan after its editors corrected an English name.</summary>
    internal static Plan CorrectedReal(Plan plan) => RealPlan.Renamed(plan.About.Id, "Share of trips made by green modes", "Share of green trips");

    private static string NewId() => $"plan-{Interlocked.Increment(ref plans)}";

    internal Publisher Publisher(TimeProvider? clock = null) => new(Store, clock ?? TimeProvider.System);

    /// <summary>Publishes what must be publishable.</summary>
    internal async Task<ReleaseEntry> PublishAsync(Plan plan, ReleaseVersion? version = null)
    {
        var outcome = await Publisher().PublishAsync(plan, version, "a test");
        Assert.True(outcome is PublishOutcome.Published, outcome.ToString());
        return ((PublishOutcome.Published)outcome).Release;
    }

    /// <summary>Takes the turn of a plan's publisher away, as the store does when nobody renews it in time.</summary>
    internal Task BreakTurnAsync(string plan) =>
        Store.Container("locks").GetBlobClient($"publish-{plan}").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);

    /// <summary>Removes everything of a plan, for tests that look at the whole store afterwards.</summary>
    internal async Task ForgetAsync(string plan)
    {
        foreach (var table in StoreSchema.Tables)
        {
            await Store.Table(table).DeleteAsync(KeyRange.Of(plan), default);
            await Store.Table(table).DeleteAsync(KeyRange.Below(plan), default);
        }

        foreach (var container in new[] { "releases", "records" })
        {
            await foreach (var name in Store.Container(container).NamesAsync($"{plan}/", default))
                await Store.Container(container).DeleteBlobAsync(name);
        }
    }

    /// <summary>Asserts that the store holds exactly what the plan's manifests say, and nothing unfinished.</summary>
    internal async Task AssertWholeAsync(Plan plan)
    {
        var check = await new Verifier(Store).VerifyAsync(plan.About.Id);
        Assert.Empty(check.Damage);
        Assert.Empty(check.Unfinished);
    }
}
