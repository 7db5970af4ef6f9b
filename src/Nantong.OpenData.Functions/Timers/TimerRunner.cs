using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Runs timers and records how they went. Of all instances of the app, one runs a timer at a time: whoever holds its lease.</summary>
internal sealed partial class TimerRunner(Store store, AggregateStore runs, TimerSchedules schedules, TimeProvider clock, ILogger<TimerRunner> logger)
{
    /// <summary>Runs a timer. Never throws for a failure of the work: that is an outcome.</summary>
    /// <param name="timer">The work.</param>
    /// <param name="fire">What set it off.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<TimerRun> RunAsync(TimerFunction timer, TimerFire fire, CancellationToken cancellationToken)
    {
        var invocation = new TimerInvocation(timer.Name, schedules.Get(timer.Name).Schedule, fire.InvocationId);
        return TimerTelemetry.RunAsync(invocation, token => RunInTurnAsync(timer, fire, token), cancellationToken);
    }

    private async Task<TimerRun> RunInTurnAsync(TimerFunction timer, TimerFire fire, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        StoreLock? turn = null;
        try
        {
            turn = await StoreLock.AcquireAsync(store, $"timer-{timer.Name}", fire.Patience, clock, cancellationToken);
            if (turn is null) return Skipped(timer, started, "Nothing done: another run of it is under way.");
            if (fire.Due is { } due && (await runs.LastRunsAsync(timer.Name, cancellationToken)).Last is { StartedAt: var last } && last >= due)
                return Skipped(timer, started, "Nothing done: another instance ran it already.");

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
            var outcome = await timer.WorkAsync(stop.Token);
            var run = new TimerRun(timer.Name, started, clock.GetUtcNow(), Succeeded: true, outcome);
            await runs.RecordAsync(run, cancellationToken);
            LogSucceeded(timer.Name, outcome);
            return run;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error, timer.Name);
            var run = new TimerRun(timer.Name, started, clock.GetUtcNow(), Succeeded: false, Explain(error, turn));
            await TryRecordAsync(run, cancellationToken);
            return run;
        }
        finally
        {
            if (turn is not null) await turn.DisposeAsync();
        }
    }

    /// <summary>What did not run is not recorded: table <c>runs</c> tells of work.</summary>
    private TimerRun Skipped(TimerFunction timer, DateTimeOffset started, string why)
    {
        LogSkipped(timer.Name, why);
        return new TimerRun(timer.Name, started, clock.GetUtcNow(), Succeeded: true, why);
    }

    private static string Explain(Exception error, StoreLock? turn) => error switch
    {
        OperationCanceledException when turn?.Lost.IsCancellationRequested is true => "Stopped: the store took the lease away, so another instance may be at work.",
        TimerFailedException => error.Message,
        _ => StoreFault.Explain(error) ?? $"It failed with {error.GetType().Name}; the log has the details.",
    };

    /// <summary>Records a failure where that is possible: the store may be what failed.</summary>
    private async Task TryRecordAsync(TimerRun run, CancellationToken cancellationToken)
    {
        try
        {
            await runs.RecordAsync(run, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnrecorded(run.Timer, StoreFault.Explain(error) ?? error.ToString());
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Timer}: {Outcome}")]
    private partial void LogSucceeded(string timer, string outcome);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Timer}: {Why}")]
    private partial void LogSkipped(string timer, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Timer} failed")]
    private partial void LogFailed(Exception error, string timer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Timer}: its failure could not be recorded: {Reason}")]
    private partial void LogUnrecorded(string timer, string reason);
}
