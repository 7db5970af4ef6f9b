using System.Collections.Concurrent;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;
using Nantong.OpenData.Tests;

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
        await using var lying = new LyingStore(local.ConnectionString);
        lying.Script = request =>
            request.Method is "PUT" or "POST" && request.Target.Contains(part, StringComparison.Ordinal) ? Refusal(request, status) : null;

        var publisher = new Publisher(Store.Connect(lying.ConnectionString), TimeProvider.System);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => publisher.PublishAsync(LocalStore.Corrected(plan), null, "a test"));

        Assert.Contains(message, StoreFault.Explain(error), StringComparison.Ordinal);
        Assert.True(lying.Told >= 3, "the client did not try again");
        await AssertOldReleaseIsWholeAsync(local.Store, plan);
        await local.PublishAsync(LocalStore.Corrected(plan));
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task A_store_that_refuses_now_and_then_is_asked_again()
    {
        var plan = LocalStore.NewPlan();
        await using var lying = new LyingStore(local.ConnectionString);
        var seen = new ConcurrentDictionary<string, bool>();
        lying.Script = request =>
            seen.TryAdd($"{request.Method} {request.Target}", true) && seen.Count % 5 == 0
                ? Refusal(request, 503) // the second try of a request is let through
                : null;

        var publisher = new Publisher(Store.Connect(lying.ConnectionString), TimeProvider.System);
        Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(plan, null, "a test"));

        Assert.True(lying.Told > 5);
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
            var again = new AzuriteOptions
            {
                DataFolder = folder.FullName,
                BlobPort = azurite.BlobEndpoint.Port,
                QueuePort = azurite.QueueEndpoint.Port,
                TablePort = azurite.TableEndpoint.Port,
            };
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

    private static Lie Refusal(StoreRequest request, int status) => Lie.Refusal(request, status, status == 429 ? "TooManyRequests" : "ServerBusy");

    private static async Task AssertOldReleaseIsWholeAsync(Store store, Plan plan)
    {
        using var snapshots = new Snapshots(store, TimeProvider.System);
        await snapshots.RefreshAsync();
        Assert.Equal(
            ReleaseVersion.First,
            Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan.About.Id, VersionPin.Latest)).Snapshot.Release.Version
        );
        VersionPin.TryParse(Next.ToString(), out var next);
        Assert.IsType<SnapshotAnswer.NoSuchRelease>(await snapshots.FindAsync(plan.About.Id, next));
        Assert.Empty((await new Verifier(store).VerifyAsync(plan.About.Id)).Damage);
    }
}
