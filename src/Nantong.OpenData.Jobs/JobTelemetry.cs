using System.Diagnostics;
using System.Diagnostics.Metrics;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Jobs;

/// <summary>One run of a job.</summary>
/// <param name="Job">Name of the job.</param>
/// <param name="Schedule">Its NCRONTAB schedule, in UTC.</param>
/// <param name="InvocationId">What a platform calls the invocation; null where there is none.</param>
public sealed record JobInvocation(string Job, string Schedule, string? InvocationId);

/// <summary>A span and the <c>faas.*</c> metrics for each run of a job. Costs nothing while nobody listens.</summary>
public static class JobTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Nantong.OpenData.Jobs";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Invocations = Meter.CreateCounter<long>("faas.invocations", "{invocation}", "Successful runs of jobs.");
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("faas.errors", "{error}", "Failed runs of jobs.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("faas.invoke_duration", "s", "How long runs of jobs took.");

    /// <summary>Runs a job inside a span; a run that throws or that says it failed marks span and metrics as failed.</summary>
    public static async Task<TimerRun> RunAsync(
        JobInvocation invocation,
        Func<CancellationToken, Task<TimerRun>> run,
        CancellationToken cancellationToken = default
    )
    {
        using var span = Spans.StartActivity(invocation.Job, ActivityKind.Internal, default(ActivityContext), Describe(invocation));
        var started = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await run(cancellationToken);
            Record(invocation, span, started, outcome.Succeeded ? null : "failed", outcome.Outcome);
            return outcome;
        }
        catch (Exception failure)
        {
            span?.AddException(failure);
            Record(invocation, span, started, failure.GetType().FullName, failure.Message);
            throw;
        }
    }

    private static void Record(JobInvocation invocation, Activity? span, long started, string? error, string outcome)
    {
        var tags = new TagList { { "faas.trigger", "timer" }, { "faas.name", invocation.Job } };
        if (error is null)
        {
            Invocations.Add(1, tags);
        }
        else
        {
            span?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error, outcome);
            tags.Add("error.type", error);
            Errors.Add(1, tags);
        }
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Describe(JobInvocation invocation)
    {
        yield return new("faas.trigger", "timer");
        yield return new("faas.name", invocation.Job);
        yield return new("faas.cron", invocation.Schedule);
        if (invocation.InvocationId is { } id)
            yield return new("faas.invocation_id", id);
    }
}
