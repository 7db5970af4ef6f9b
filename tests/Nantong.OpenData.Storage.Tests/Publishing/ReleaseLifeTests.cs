using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Tests.Publishing;

public sealed class ReleaseLifeTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly ReleaseVersion Second = new(1, 0, 1);
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly StatusNote Wrong = new(Now, "指标单位有误", Second, null);

    private ReleaseLife Life => new(local.Store, TimeProvider.System);

    [Fact]
    public async Task A_running_reader_notices_that_a_release_is_deprecated_and_serves_it_as_before()
    {
        var (plan, snapshots) = await TwoReleasesAsync();
        var pinned = await FoundAsync(snapshots, plan, "1.0.0");
        var latest = await FoundAsync(snapshots, plan, "");
        var note = Wrong with { Sunset = Now.AddDays(90) };

        var outcome = await Life.DeprecateAsync(Key(plan, ReleaseVersion.First), note);
        await snapshots.RefreshAsync();

        Assert.Equal(
            (ReleaseStatus.Deprecated, note),
            Assert.IsType<StatusOutcome.Changed>(outcome).Release is var release ? (release.Status, release.Note) : default
        );
        var now = await FoundAsync(snapshots, plan, "1.0.0");
        Assert.Equal((ReleaseStatus.Deprecated, note), (now.Release.Status, now.Release.Note));
        Assert.Same(pinned.Nodes, now.Nodes);
        Assert.Same(latest, await FoundAsync(snapshots, plan, ""));
        Assert.Equal([ReleaseStatus.Published, ReleaseStatus.Deprecated], snapshots.Releases(plan.About.Id).Select(entry => entry.Status));
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task A_withdrawn_release_is_gone_and_what_is_said_of_it_stays()
    {
        var (plan, snapshots) = await TwoReleasesAsync();

        Assert.IsType<StatusOutcome.Changed>(await Life.WithdrawAsync(Key(plan, ReleaseVersion.First), Wrong));
        await snapshots.RefreshAsync();

        Assert.Equal(Wrong, Assert.IsType<SnapshotAnswer.Withdrawn>(await FindAsync(snapshots, plan, "1.0.0")).Release.Note);
        Assert.Equal(Second, (await FoundAsync(snapshots, plan, "1.0")).Release.Version);
        Assert.Equal([Second, ReleaseVersion.First], snapshots.Releases(plan.About.Id).Select(entry => entry.Version));
    }

    [Fact]
    public async Task Readers_who_pin_nothing_get_the_newest_release_that_is_not_withdrawn()
    {
        var (plan, snapshots) = await TwoReleasesAsync();

        await Life.WithdrawAsync(Key(plan, Second), new StatusNote(Now, "published by mistake", ReleaseVersion.First, null));
        await snapshots.RefreshAsync();
        Assert.Equal(ReleaseVersion.First, (await FoundAsync(snapshots, plan, "")).Release.Version);
        Assert.Equal(ReleaseVersion.First, Assert.Single(snapshots.Latest, latest => latest.Release.Plan == plan.About.Id).Release.Version);
        Assert.IsType<SnapshotAnswer.Withdrawn>(await FindAsync(snapshots, plan, "1.0.1"));

        await Life.WithdrawAsync(Key(plan, ReleaseVersion.First), new StatusNote(Now, "so was this", null, null));
        await snapshots.RefreshAsync();
        Assert.Equal(Second, Assert.IsType<SnapshotAnswer.Withdrawn>(await FindAsync(snapshots, plan, "")).Release.Version);
        Assert.DoesNotContain(snapshots.Latest, latest => latest.Release.Plan == plan.About.Id);

        Assert.Equal(new ReleaseVersion(1, 0, 2), (await local.PublishAsync(plan)).Version);
        await snapshots.RefreshAsync();
        Assert.Equal(new ReleaseVersion(1, 0, 2), (await FoundAsync(snapshots, plan, "")).Release.Version);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_what_does_not_fit_is_refused()
    {
        var (plan, _) = await TwoReleasesAsync();
        var first = Key(plan, ReleaseVersion.First);

        await Refused("before", Life.DeprecateAsync(first, Wrong with { Sunset = Now.AddDays(-1) }));
        await Refused("cannot replace itself", Life.DeprecateAsync(first, Wrong with { Replacement = ReleaseVersion.First }));
        await Refused("not published", Life.DeprecateAsync(first, Wrong with { Replacement = new ReleaseVersion(9, 0, 0) }));
        await Refused("a reason", Life.DeprecateAsync(first, Wrong with { Reason = " " }));
        await Refused("no sunset", Life.WithdrawAsync(first, Wrong with { Sunset = Now.AddDays(1) }));
        Assert.Equal(
            [Second, ReleaseVersion.First],
            Assert.IsType<StatusOutcome.NoSuchRelease>(await Life.WithdrawAsync(Key(plan, new ReleaseVersion(3, 0, 0)), Wrong)).Known
        );

        Assert.IsType<StatusOutcome.Changed>(await Life.WithdrawAsync(first, Wrong));
        Assert.IsType<StatusOutcome.Unchanged>(await Life.WithdrawAsync(first, Wrong with { Since = Now.AddDays(1) }));
        await Refused("for good", Life.DeprecateAsync(first, Wrong));
        await Refused("is withdrawn itself", Life.DeprecateAsync(Key(plan, Second), Wrong with { Replacement = ReleaseVersion.First }));

        static async Task Refused(string why, Task<StatusOutcome> outcome) =>
            Assert.Contains(why, Assert.IsType<StatusOutcome.Refused>(await outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pinned_releases_leave_memory_when_the_budget_is_spent_the_least_recently_used_first()
    {
        var plan = LocalStore.NewPlan();
        var size = (await new SnapshotLoader(local.Store).LoadAsync(await local.PublishAsync(plan))).Bytes;
        foreach (var edition in new[] { LocalStore.Corrected(plan), plan, LocalStore.Corrected(plan) })
            await local.PublishAsync(edition);
        using var snapshots = new Snapshots(local.Store, TimeProvider.System, pinnedBytes: size * 5 / 2);
        await snapshots.RefreshAsync();

        var (a, b) = (await FoundAsync(snapshots, plan, "1.0.0"), await FoundAsync(snapshots, plan, "1.0.1"));
        Assert.Same(a, await FoundAsync(snapshots, plan, "1.0.0"));
        await FoundAsync(snapshots, plan, "1.0.2");

        Assert.Same(a, await FoundAsync(snapshots, plan, "1.0.0"));
        Assert.NotSame(b, await FoundAsync(snapshots, plan, "1.0.1"));
    }

    private static ReleaseKey Key(Plan plan, ReleaseVersion version) => new(plan.About.Id, version);

    private async Task<(Plan Plan, Snapshots Snapshots)> TwoReleasesAsync()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        await local.PublishAsync(LocalStore.Corrected(plan));
        var snapshots = new Snapshots(local.Store, TimeProvider.System);
        await snapshots.RefreshAsync();
        return (plan, snapshots);
    }

    private static async Task<SnapshotAnswer> FindAsync(Snapshots snapshots, Plan plan, string pin) =>
        await snapshots.FindAsync(plan.About.Id, VersionPin.TryParse(pin, out var parsed) ? parsed : VersionPin.Latest);

    private static async Task<Snapshot> FoundAsync(Snapshots snapshots, Plan plan, string pin) =>
        Assert.IsType<SnapshotAnswer.Found>(await FindAsync(snapshots, plan, pin)).Snapshot;
}
