using Nantong.OpenData.Jobs;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Server;

/// <summary>Fires the jobs when they are due.</summary>
internal sealed partial class Scheduler(
    JobList jobs,
    RebuildAggregates rebuild,
    JobRunner runner,
    Snapshots snapshots,
    TimeProvider clock,
    ILogger<Scheduler> logger
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. jobs.All.Select(job => FireWhenDueAsync(job, stoppingToken)), RebuildForNewReleasesAsync(stoppingToken)]);

    private async Task FireWhenDueAsync(Job job, CancellationToken stoppingToken)
    {
        var schedule = job.Schedule;
        var due = schedule.NextAfter(clock.GetUtcNow());
        using var tick = new PeriodicTimer(Tick, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            if (due is not { } now || clock.GetUtcNow() < now)
                continue;
            await RunAsync(job, new JobFire(Due: now), stoppingToken);
            due = schedule.NextAfter(clock.GetUtcNow());
        }
    }

    /// <summary>Runs a job; what the runner itself fails over is logged, and the job runs again when it is due.</summary>
    private async Task RunAsync(Job job, JobFire fire, CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunAsync(job, fire, stoppingToken);
        }
        catch (Exception error)
        {
            stoppingToken.ThrowIfCancellationRequested(); // whatever a run throws that is stopped, it did not fail
            LogFailed(error, job.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} could not be run; it runs again when it is due")]
    private partial void LogFailed(Exception error, string job);

    /// <summary>A release that this process has not seen yet gets its figures at once, not at the next round time.</summary>
    private async Task RebuildForNewReleasesAsync(CancellationToken stoppingToken)
    {
        HashSet<(string, ReleaseVersion)> seen = [];
        using var tick = new PeriodicTimer(Tick, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var fresh = snapshots.Latest.Select(snapshot => (snapshot.Release.Plan, snapshot.Release.Version)).Where(seen.Add).ToList();
            if (fresh is not [])
                await RunAsync(rebuild.Job, new JobFire(WaitFor: StoreLock.Term), stoppingToken);
        }
    }
}
