using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>A publisher dies at every step. Readers stay on the old release, and the next publisher cleans up.</summary>
public sealed class CrashTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly ReleaseVersion Next = new(1, 0, 1);

    public static TheoryData<PublishStep, bool> Places()
    {
        TheoryData<PublishStep, bool> places = [];
        foreach (var step in Enum.GetValues<PublishStep>())
        {
            places.Add(step, false);
            places.Add(step, true);
        }

        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Readers_stay_on_the_old_release_and_the_next_publisher_completes(PublishStep step, bool finished)
    {
        var plan = LocalStore.NewRealPlan();
        await local.PublishAsync(plan);
        var corrected = LocalStore.CorrectedReal(plan);

        await DieAsync(corrected, step, finished);

        var moved = step is PublishStep.MovePointer && finished;
        Assert.Equal(moved ? Next : ReleaseVersion.First, await LatestAsync(plan.About.Id));
        var outcome = await local.Publisher().PublishAsync(corrected, Next, "again");
        Assert.True(moved ? outcome is PublishOutcome.Unchanged : outcome is PublishOutcome.Published, outcome.ToString());
        Assert.Equal(Next, await LatestAsync(plan.About.Id));
        await local.AssertWholeAsync(plan);
    }

    [Theory]
    [InlineData(PublishStep.Announce)]
    [InlineData(PublishStep.WriteFiles)]
    [InlineData(PublishStep.WriteRows)]
    public async Task What_a_dead_publisher_left_is_removed_when_other_content_is_published(PublishStep step)
    {
        var plan = LocalStore.NewRealPlan();
        await DieAsync(LocalStore.CorrectedReal(plan), step, finished: true);
        var left = await new Verifier(local.Store).VerifyAsync(plan.About.Id);
        Assert.Equal([$"{plan.About.Id}@{Next}"], left.Unfinished);
        Assert.Empty(left.Damage);

        await local.PublishAsync(plan, Next);

        await local.AssertWholeAsync(plan);
    }

    private async Task DieAsync(Plans.Plan plan, PublishStep step, bool finished)
    {
        var death = new Hook(step, finished, () => throw new DeathException());
        await Assert.ThrowsAsync<DeathException>(() => local.Publisher().PublishAsync(plan, Next, "dies", death));
    }

    private async Task<ReleaseVersion> LatestAsync(string plan)
    {
        using var snapshots = new Snapshots(local.Store, TimeProvider.System);
        await snapshots.RefreshAsync();
        return Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(plan, VersionPin.Latest)).Snapshot.Release.Version;
    }

    private sealed class DeathException : Exception;
}
