using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Fires the timers where no Functions host does: on a desk, in a container. Same code, same schedules.</summary>
internal sealed partial class LocalSchedule(
    TimerFunctions timers, RebuildAggregates rebuild, TimerRunner runner, TimerSchedules schedules, Snapshots snapshots, TimeProvider clock, ILogger<LocalSchedule> logger) : BackgroundService
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
            await RunAsync(timer, new TimerFire(Due: now), stoppingToken);
            due = schedule.NextAfter(clock.GetUtcNow());
        }
    }

    /// <summary>Runs a timer; what the runner itself fails over is logged, and the timer fires again when it is due.</summary>
    private async Task RunAsync(TimerFunction timer, TimerFire fire, CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunAsync(timer, fire, stoppingToken);
        }
        catch (Exception error)
        {
            stoppingToken.ThrowIfCancellationRequested(); // whatever a run throws that is stopped, it did not fail
            LogFailed(error, timer.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Timer} could not be run; it fires again when it is due")]
    private partial void LogFailed(Exception error, string timer);

    /// <summary>A release that this process has not seen yet gets its figures at once, not at the next round time.</summary>
    private async Task RebuildForNewReleasesAsync(CancellationToken stoppingToken)
    {
        HashSet<(string, ReleaseVersion)> seen = [];
        using var tick = new PeriodicTimer(Tick, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var fresh = snapshots.Latest.Select(snapshot => (snapshot.Release.Plan, snapshot.Release.Version)).Where(seen.Add).ToList();
            if (fresh is not []) await RunAsync(rebuild.Timer, new TimerFire(Patience: StoreLock.Term), stoppingToken);
        }
    }
}
