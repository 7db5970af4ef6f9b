using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Fires the timers where no Functions host does: on a desk, in a container. Same code, same schedules.</summary>
internal sealed class LocalSchedule(RebuildAggregates rebuild, TimerRunner runner, TimerSchedules schedules, Snapshots snapshots, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var schedule = schedules.Get(RebuildAggregates.Name);
        var due = schedule.NextAfter(clock.GetUtcNow());
        HashSet<(string, ReleaseVersion)> seen = [];

        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // A release that this process has not seen yet gets its figures at once, not at the next round time.
            var fresh = snapshots.Latest.Select(snapshot => (snapshot.Release.Plan, snapshot.Release.Version)).Where(seen.Add).Any();
            if (!fresh && clock.GetUtcNow() < due) continue;

            due = schedule.NextAfter(clock.GetUtcNow());
            await runner.RunAsync(rebuild.Timer, invocationId: null, stoppingToken);
        }
    }
}
