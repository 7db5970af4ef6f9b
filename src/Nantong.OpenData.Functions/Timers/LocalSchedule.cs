using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Fires the timers where no Functions host does: on a desk, in a container. Same code, same schedules.</summary>
internal sealed class LocalSchedule(
    TimerFunctions timers, RebuildAggregates rebuild, TimerRunner runner, TimerSchedules schedules, Snapshots snapshots, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. timers.All.Select(timer => FireWhenDueAsync(timer, stoppingToken)), RebuildForNewReleasesAsync(stoppingToken)]);

    private async Task FireWhenDueAsync(TimerFunction timer, CancellationToken stoppingToken)
    {
        var schedule = schedules.Get(timer.Name);
        var due = schedule.NextAfter(clock.GetUtcNow());
        using var tick = new PeriodicTimer(Tick, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            if (due is not { } now || clock.GetUtcNow() < now) continue;
            await runner.RunAsync(timer, new TimerFire(Due: now), stoppingToken);
            due = schedule.NextAfter(clock.GetUtcNow());
        }
    }

    /// <summary>A release that this process has not seen yet gets its figures at once, not at the next round time.</summary>
    private async Task RebuildForNewReleasesAsync(CancellationToken stoppingToken)
    {
        HashSet<(string, ReleaseVersion)> seen = [];
        using var tick = new PeriodicTimer(Tick, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var fresh = snapshots.Latest.Select(snapshot => (snapshot.Release.Plan, snapshot.Release.Version)).Where(seen.Add).ToList();
            if (fresh is not []) await runner.RunAsync(rebuild.Timer, new TimerFire(Patience: StoreLock.Term), stoppingToken);
        }
    }
}
