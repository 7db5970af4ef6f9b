using System.Collections.Concurrent;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>The store fails under a publisher. It says what is wrong, readers stay on the old release, and the next attempt completes.</summary>
public sealed class FailingStoreTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly ReleaseVersion Next = new(1, 0, 1);

    [Theory]
    [InlineData(503, "releases/", "busy or failing (status 503")]
    [InlineData(429, "releases/", "busy or failing (status 429")]
    [InlineData(507, "releases/", "full or failing (status 507")]
    [InlineData(503, "$batch", "busy or failing (status 503")]
    [InlineData(429, "$batch", "busy or failing (status 429")]
    [InlineData(503, "pointers", "busy or failing (status 503")]
    public async Task A_store_that_is_busy_or_full_is_named_and_nothing_is_damaged(int status, string part, string message)
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await using var proxied = new ProxiedStore(local);
        proxied.Fail(request => request.HttpMethod is "PUT" or "POST" && request.RawUrl!.Contains(part, StringComparison.Ordinal) ? status : null);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => new Publisher(proxied.Store, TimeProvider.System).PublishAsync(LocalStore.Corrected(plan), null, "a test"));

        Assert.Contains(message, StoreFault.Explain(error), StringComparison.Ordinal);
        Assert.True(proxied.Answered >= 3, "the client did not try again");
        await AssertOldReleaseIsWholeAsync(local.Store, plan);
        await local.PublishAsync(LocalStore.Corrected(plan));
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task A_store_that_refuses_now_and_then_is_asked_again()
    {
        var plan = LocalStore.NewPlan();
        await using var proxied = new ProxiedStore(local);
        var seen = new ConcurrentDictionary<string, bool>();
        proxied.Fail(request => seen.TryAdd($"{request.HttpMethod} {request.RawUrl}", true) && seen.Count % 5 == 0 ? 503 : null); // the second try of a request is let through

        Assert.IsType<PublishOutcome.Published>(await new Publisher(proxied.Store, TimeProvider.System).PublishAsync(plan, null, "a test"));

        Assert.True(proxied.Answered > 5);
        await local.AssertWholeAsync(plan);
    }

    [Theory]
    [InlineData(PublishStep.WriteFiles)]
    [InlineData(PublishStep.WriteRows)]
    [InlineData(PublishStep.ReadBack)]
    [InlineData(PublishStep.MovePointer)]
    public async Task A_store_that_stops_under_a_publisher_leaves_the_old_release_whole(PublishStep step)
    {
        var folder = Directory.CreateTempSubdirectory("opendata-stopped-");
        try
        {
            var plan = LocalStore.NewPlan();
            var azurite = await Azurite.StartAsync(new AzuriteOptions { DataFolder = folder.FullName });
            var again = new AzuriteOptions { DataFolder = folder.FullName, BlobPort = azurite.BlobEndpoint.Port, QueuePort = azurite.QueueEndpoint.Port, TablePort = azurite.TableEndpoint.Port };
            var store = Store.Connect(azurite.ConnectionString);
            await StoreSchema.CreateAsync(store);
            var publisher = new Publisher(store, TimeProvider.System);
            Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(plan, null, "a test"));
            var stop = new Hook(step, finished: false, () => azurite.DisposeAsync().AsTask().Wait());

            var error = await Assert.ThrowsAnyAsync<Exception>(() => publisher.PublishAsync(LocalStore.Corrected(plan), null, "stopped", stop));

            Assert.Contains("does not answer", StoreFault.Explain(error), StringComparison.Ordinal);
            await using var restarted = await Azurite.StartAsync(again);
            await AssertOldReleaseIsWholeAsync(store, plan);
            Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(LocalStore.Corrected(plan), null, "again"));
            Assert.True((await new Verifier(store).VerifyAsync()).Whole);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AssertOldReleaseIsWholeAsync(Store store, Plan plan)
    {
        using var snapshots = new Snapshots(store, TimeProvider.System);
        await snapshots.RefreshAsync();
        Assert.Equal(ReleaseVersion.First, Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan.About.Id, VersionPin.Latest)).Snapshot.Release.Version);
        VersionPin.TryParse(Next.ToString(), out var next);
        Assert.IsType<SnapshotAnswer.NoSuchRelease>(await snapshots.FindAsync(plan.About.Id, next));
        Assert.Empty((await new Verifier(store).VerifyAsync(plan.About.Id)).Damage);
    }

    /// <summary>The local store behind two proxies.</summary>
    private sealed class ProxiedStore : IAsyncDisposable
    {
        private readonly FaultyProxy blobs;
        private readonly FaultyProxy tables;

        public ProxiedStore(LocalStore local)
        {
            (blobs, tables) = (new FaultyProxy(local.Store.Blobs.Uri), new FaultyProxy(local.Store.Tables.Uri));
            Store = Store.Connect(local.ConnectionString
                .Replace(local.Store.Blobs.Uri.Authority, blobs.Address.Authority, StringComparison.Ordinal)
                .Replace(local.Store.Tables.Uri.Authority, tables.Address.Authority, StringComparison.Ordinal));
        }

        public Store Store { get; }

        public int Answered => blobs.Answered + tables.Answered;

        public void Fail(Func<System.Net.HttpListenerRequest, int?> answer) => blobs.Answer = tables.Answer = answer;

        public async ValueTask DisposeAsync()
        {
            await blobs.DisposeAsync();
            await tables.DisposeAsync();
        }
    }
}
