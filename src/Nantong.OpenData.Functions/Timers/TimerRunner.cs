using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Runs timers, one run of each at a time, and records how they went.</summary>
internal sealed partial class TimerRunner(AggregateStore store, TimerSchedules schedules, TimeProvider clock, ILogger<TimerRunner> logger)
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Runs a timer. Never throws for a failure of the work: that is an outcome.</summary>
    /// <param name="timer">The work.</param>
    /// <param name="invocationId">What the Functions host calls the invocation; null when the local scheduler fired.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<TimerRun> RunAsync(TimerFunction timer, string? invocationId, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var invocation = new TimerInvocation(timer.Name, schedules.Get(timer.Name).Schedule, invocationId);
            return await TimerTelemetry.RunAsync(invocation, token => WorkAsync(timer, token), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<TimerRun> WorkAsync(TimerFunction timer, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        try
        {
            var outcome = await timer.WorkAsync(cancellationToken);
            var run = new TimerRun(timer.Name, started, clock.GetUtcNow(), Succeeded: true, outcome);
            await store.RecordAsync(run, cancellationToken);
            LogSucceeded(timer.Name, outcome);
            return run;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error, timer.Name);
            var run = new TimerRun(timer.Name, started, clock.GetUtcNow(), Succeeded: false, StoreFault.Explain(error) ?? $"It failed with {error.GetType().Name}; the log has the details.");
            await TryRecordAsync(run, cancellationToken);
            return run;
        }
    }

    /// <summary>Records a failure where that is possible: the store may be what failed.</summary>
    private async Task TryRecordAsync(TimerRun run, CancellationToken cancellationToken)
    {
        try
        {
            await store.RecordAsync(run, cancellationToken);
        }
        catch (Exception error) when (StoreFault.Explain(error) is { } reason)
        {
            LogUnrecorded(run.Timer, reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Timer}: {Outcome}")]
    private partial void LogSucceeded(string timer, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Timer} failed")]
    private partial void LogFailed(Exception error, string timer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Timer}: its failure could not be recorded: {Reason}")]
    private partial void LogUnrecorded(string timer, string reason);
}
