using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Publishing;

/// <summary>A publisher is stopped for longer than its turn, another one publishes meanwhile, and the first goes on as if nothing had
/// happened.</summary>
public sealed class StoppedPublisherTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly ReleaseVersion Next = new(1, 0, 1);

    public static TheoryData<PublishStep, bool> Places()
    {
        TheoryData<PublishStep, bool> places = [];
        foreach (var step in Enum.GetValues<PublishStep>().Where(step => step is not PublishStep.Wait)) // before its turn it holds nothing
        {
            places.Add(step, false);
            places.Add(step, true);
        }

        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Of_a_publisher_that_was_stopped_and_one_that_took_its_turn_exactly_one_publishes(PublishStep step, bool finished)
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        PublishOutcome? other = null;
        var stopped = new Hook(step, finished, () => other = Task.Run(() => PublishInItsPlaceAsync(plan.About.Id)).Result);

        var own = await local.Publisher().PublishAsync(LocalStore.Corrected(plan), Next, "stopped", stopped);

        var published = Assert.Single(new[] { own, other! }.OfType<PublishOutcome.Published>()).Release;
        var (latest, message) = await LatestAsync(plan.About.Id);
        Assert.Equal((published.Version, published.Message), (latest, message));
        var check = await new Verifier(local.Store).VerifyAsync(plan.About.Id);
        Assert.Empty(check.Damage);
        Assert.IsType<PublishOutcome.Published>(
            await local.Publisher().PublishAsync(SmallPlan.Renamed(plan.About.Id, "Blue share"), null, "afterwards")
        );
        await local.AssertWholeAsync(plan);
    }

    /// <summary>Takes the turn away, as the store does when a publisher is stopped for longer than its lease, and publishes other content under the
    /// same number.</summary>
    private async Task<PublishOutcome> PublishInItsPlaceAsync(string plan)
    {
        await local.BreakTurnAsync(plan);
        return await local.Publisher().PublishAsync(Other(plan), Next, "in its place");
    }

    private static Plan Other(string plan) => SmallPlan.Renamed(plan, "Share of the sea");

    private async Task<(ReleaseVersion Version, string Message)> LatestAsync(string plan)
    {
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);
        await snapshots.RefreshAsync();
        var release = Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan, VersionPin.Latest)).Snapshot.Release;
        return (release.Version, release.Message);
    }
}
