using Microsoft.Extensions.Logging;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Jobs;

/// <summary>Runs jobs and records how they went. Of all instances of the app, one runs a job at a time: whoever holds its lease.</summary>
public sealed partial class JobRunner(Store store, RunLog runs, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>Runs a job. Never throws for a failure of the work: that is an outcome.</summary>
    /// <param name="job">The work.</param>
    /// <param name="fire">What set it off.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<TimerRun> RunAsync(Job job, JobFire fire, CancellationToken cancellationToken)
    {
        var invocation = new JobInvocation(job.Name, job.Schedule.Expression, fire.InvocationId);
        return JobTelemetry.RunAsync(invocation, token => RunInTurnAsync(job, fire, token), cancellationToken);
    }

    private async Task<TimerRun> RunInTurnAsync(Job job, JobFire fire, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        StoreLock? turn = null;
        try
        {
            turn = await StoreLock.AcquireAsync(store, $"timer-{job.Name}", fire.WaitFor, clock, cancellationToken);
            if (turn is null)
                return Skipped(job, started, "Nothing done: another run of it is under way.");
            if (fire.Due is { } due && (await runs.LastAsync(job.Name, cancellationToken)).Last is { StartedAt: var last } && last >= due)
                return Skipped(job, started, "Nothing done: another instance ran it already.");

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
            var outcome = await job.WorkAsync(stop.Token);
            var run = new TimerRun(job.Name, started, clock.GetUtcNow(), Succeeded: true, outcome);
            await runs.RecordAsync(run, cancellationToken);
            LogSucceeded(job.Name, outcome);
            return run;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error, job.Name);
            var run = new TimerRun(job.Name, started, clock.GetUtcNow(), Succeeded: false, Explain(error, turn));
            await TryRecordAsync(run, cancellationToken);
            return run;
        }
        finally
        {
            if (turn is not null)
                await turn.DisposeAsync();
        }
    }

    /// <summary>What did not run is not recorded: table <c>runs</c> tells of work.</summary>
    private TimerRun Skipped(Job job, DateTimeOffset started, string why)
    {
        LogSkipped(job.Name, why);
        return new TimerRun(job.Name, started, clock.GetUtcNow(), Succeeded: true, why);
    }

    private static string Explain(Exception error, StoreLock? turn) =>
        error switch
        {
            OperationCanceledException when turn?.Lost.IsCancellationRequested is true =>
                "Stopped: the store took the lease away, so another instance may be at work.",
            JobFailedException => error.Message,
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job}: {Outcome}")]
    private partial void LogSucceeded(string job, string outcome);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job}: {Why}")]
    private partial void LogSkipped(string job, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed")]
    private partial void LogFailed(Exception error, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Job}: its failure could not be recorded: {Reason}")]
    private partial void LogUnrecorded(string job, string reason);
}
