using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tests.Verifying;

/// <summary>These tests look at every plan of a store, so they have one of their own.</summary>
public sealed class ReleaseCareTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Theory]
    [InlineData(PublishStep.Announce)]
    [InlineData(PublishStep.WriteRows)]
    public async Task A_build_that_nobody_went_on_with_is_removed_after_a_day_and_not_before(PublishStep step)
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        var death = new Hook(step, finished: true, () => throw new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => local.Publisher().PublishAsync(LocalStore.Corrected(plan), null, "dies", death));

        var early = await new ReleaseCare(local.Store, new ShiftedClock(TimeSpan.FromHours(23))).RunAsync();
        var late = await new ReleaseCare(local.Store, new ShiftedClock(TimeSpan.FromHours(25))).RunAsync();

        Assert.Empty(early.Swept);
        Assert.Equal([$"{plan.About.Id}@1.0.1"], early.Check.Unfinished);
        Assert.Equal([$"{plan.About.Id}@1.0.1"], late.Swept);
        Assert.Empty(late.Check.Unfinished);
        Assert.True(late.Check.Whole, late.ToString());
        Assert.Contains(late.Check.Releases, release => release.Release.Plan == plan.About.Id && release.Release.Version == ReleaseVersion.First);
        Assert.EndsWith($"; removed the abandoned {plan.About.Id}@1.0.1", late.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_a_publisher_is_at_work_on_is_left_alone()
    {
        var plan = LocalStore.NewPlan();
        CareReport? during = null;
        var look = new Hook(
            PublishStep.WriteRows,
            finished: true,
            () => during = Task.Run(() => new ReleaseCare(local.Store, new ShiftedClock(TimeSpan.FromDays(2))).RunAsync()).Result
        );

        Assert.IsType<PublishOutcome.Published>(await local.Publisher().PublishAsync(plan, null, "goes on", look));

        Assert.Empty(during!.Swept);
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task Damage_is_found_and_named()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        var blob = local.Store.Container("releases").GetBlobClient($"{plan.About.Id}/1.0.0/plan.txt");
        var whole = (await blob.DownloadContentAsync()).Value;
        await blob.UploadAsync(BinaryData.FromString("another text"), overwrite: true);

        var report = await new ReleaseCare(local.Store, TimeProvider.System).RunAsync();

        Assert.Equal($"{plan.About.Id}@1.0.0", report.Check.Damage[0].Release);
        Assert.Contains("file plan.txt", report.ToString(), StringComparison.Ordinal);
        await blob.DeleteAsync();
        await local.Store.Container("releases").PutOnceAsync(blob.Name, whole.Content, "text/plain; charset=utf-8", default);
    }
}
