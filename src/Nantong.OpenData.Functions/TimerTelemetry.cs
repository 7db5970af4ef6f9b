using System.Diagnostics;
using System.Diagnostics.Metrics;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions;

/// <summary>One call of a timer, by the Functions host or by the local scheduler.</summary>
/// <param name="Timer">Name of the function.</param>
/// <param name="Schedule">Its NCRONTAB schedule, as <c>function.json</c> has it.</param>
/// <param name="InvocationId">What the host calls the invocation; null when the local scheduler fired.</param>
internal sealed record TimerInvocation(string Timer, string Schedule, string? InvocationId);

/// <summary>A span and the <c>faas.*</c> metrics for each run of a timer. Costs nothing while nobody listens.</summary>
internal static class TimerTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Nantong.OpenData.Timers";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Invocations = Meter.CreateCounter<long>("faas.invocations", "{invocation}", "Successful runs of timers.");
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("faas.errors", "{error}", "Failed runs of timers.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("faas.invoke_duration", "s", "How long runs of timers took.");

    /// <summary>Runs a timer inside a span; a run that throws or that says it failed marks span and metrics as failed.</summary>
    public static async Task<TimerRun> RunAsync(TimerInvocation invocation, Func<CancellationToken, Task<TimerRun>> run, CancellationToken cancellationToken = default)
    {
        // The host calls timers over HTTP: its request was marked as an http invocation before anybody knew better.
        Activity.Current?.SetTag("faas.trigger", "timer");
        using var span = Spans.StartActivity(invocation.Timer, ActivityKind.Internal, default(ActivityContext), Describe(invocation));
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

    private static void Record(TimerInvocation invocation, Activity? span, long started, string? error, string outcome)
    {
        var tags = new TagList { { "faas.trigger", "timer" }, { "faas.name", invocation.Timer } };
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

    private static IEnumerable<KeyValuePair<string, object?>> Describe(TimerInvocation invocation)
    {
        yield return new("faas.trigger", "timer");
        yield return new("faas.name", invocation.Timer);
        yield return new("faas.cron", invocation.Schedule);
        if (invocation.InvocationId is { } id) yield return new("faas.invocation_id", id);
    }
}
