using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;
using Xunit.Abstractions;

namespace Nantong.OpenData.Storage.Tests.Publishing;

/// <summary>The emulator is killed (SIGKILL) some time after a publish was acknowledged: it forgets what it had not written, tables and blobs each
/// for themselves.</summary>
public sealed class KilledEmulatorTests(ITestOutputHelper report)
{
    private static readonly ReleaseVersion Second = new(1, 0, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2500)]
    [InlineData(6000)]
    public async Task As_long_as_anything_is_left_of_a_number_it_is_not_given_to_other_content(int milliseconds)
    {
        var plan = LocalStore.NewPlan();
        var id = plan.About.Id;
        await using var live = await LiveStore.StartAsync(plan);
        await live.StopAsync(); // what comes before is on disk
        await live.RestartAsync();
        await live.PublishAsync(LocalStore.Corrected(plan));
        var announced = (await new ReleaseRows(live.Store).FindAsync(new ReleaseKey(id, Second), default))!.Entry.ManifestSha256;
        await Task.Delay(milliseconds);
        await live.KillAsync();
        await live.RestartAsync();

        var left = await LeftAsync(live.Store, id);
        var other = SmallPlan.Renamed(id, "Blue share");
        string outcome;
        try
        {
            outcome = (await new Publisher(live.Store, TimeProvider.System).PublishAsync(other, null, "other content")).ToString()!.Split(' ')[0];
        }
        catch (BrokenReleaseException broken) // refused until it is repaired
        {
            outcome = broken.Message;
        }

        var now = await new ReleaseRows(live.Store).FindAsync(new ReleaseKey(id, Second), default);
        report.WriteLine($"{milliseconds} ms: left {left}; then {outcome}, and 1.0.1 is {now?.Entry.Status.ToString() ?? "none"}");
        if (left.Any)
            Assert.True(now is null || now.Entry.ManifestSha256 == announced, "1.0.1 has other content now");
        else
            Assert.StartsWith("Published", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_the_emulator_remembers_as_unfinished_keeps_its_number_unless_a_person_gives_it_away()
    {
        var plan = LocalStore.NewPlan();
        await using var live = await LiveStore.StartAsync(plan);
        await live.PublishAsync(LocalStore.Corrected(plan));
        await ForgetSealAsync(live, plan.About.Id);
        var publisher = new Publisher(live.Store, TimeProvider.System);
        var other = SmallPlan.Renamed(plan.About.Id, "Blue share");

        var proposed = Assert.IsType<Proposal.Next>(await publisher.ProposeAsync(other, null));
        Assert.Equal(new ReleaseVersion(1, 0, 2), proposed.Release.Version);
        Assert.Equal(Second, Assert.IsType<Proposal.Next>(await publisher.ProposeAsync(other, Second)).Release.Version);
        Assert.Equal(Second, Assert.IsType<Proposal.Next>(await publisher.ProposeAsync(LocalStore.Corrected(plan), null)).Release.Version);
    }

    /// <summary>The tables as the emulator had last written them: the release announced, and not yet sealed.</summary>
    private static async Task ForgetSealAsync(LiveStore live, string plan)
    {
        var rows = new ReleaseRows(live.Store);
        var first = (await rows.FindAsync(new ReleaseKey(plan, ReleaseVersion.First), default))!;
        var sealedOne = (await rows.FindAsync(new ReleaseKey(plan, Second), default))!;
        await rows.WriteAsync(sealedOne.Entry with { Status = ReleaseStatus.Building, PublishedAt = null, Record = null }, sealedOne.ETag, default);
        var pointers = new LatestPointer(live.Store);
        var pointer = (await pointers.FindRowAsync(plan, default))!;
        var values = new PointerValues(
            first.Entry.Version,
            first.Entry.ManifestSha256,
            PublishHistory.SealOf([first.Entry]),
            pointer.Values.MovedAt,
            []
        );
        Assert.NotNull(await pointers.WriteAsync(plan, values, pointer, default));
        foreach (var name in await live.Store.Container("records").NamesAsync($"{plan}/1.0.1/", default).ToListAsync())
            await live.Store.Container("records").DeleteBlobAsync(name);
    }

    private static async Task<Left> LeftAsync(Store store, string plan)
    {
        var row = await new ReleaseRows(store).FindAsync(new ReleaseKey(plan, Second), default);
        var records = await new ReleaseRows(store).HasRecordsAsync(new ReleaseKey(plan, Second), default);
        var files = await store.Container("releases").NamesAsync($"{plan}/1.0.1/", default).CountAsync();
        return new Left(row?.Entry.Status, records, files, (await new ReleaseRecords(store).VersionsAsync(plan, default)).Contains(Second));
    }

    /// <summary>What is left of a release.</summary>
    private sealed record Left(ReleaseStatus? Row, bool Records, int Files, bool Kept)
    {
        public bool Any => Row is not null || Records || Files > 0 || Kept;
    }
}
