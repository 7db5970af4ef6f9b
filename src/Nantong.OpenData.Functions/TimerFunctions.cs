using Microsoft.Azure.Functions.Worker;
using Nantong.OpenData.Jobs;

namespace Nantong.OpenData.Functions;

/// <summary>The jobs, fired by the platform's clock.</summary>
internal sealed class TimerFunctions(JobList jobs, JobRunner runner)
{
    /// <summary>Publishes what was dropped into the inbox.</summary>
    [Function(Jobs.PublishInbox.Name)]
    public Task PublishInbox([TimerTrigger(Jobs.PublishInbox.Schedule)] TimerInfo timer, FunctionContext context) =>
        RunAsync(Jobs.PublishInbox.Name, context);

    /// <summary>Computes the aggregates.</summary>
    [Function(Jobs.RebuildAggregates.Name)]
    public Task RebuildAggregates([TimerTrigger(Jobs.RebuildAggregates.Schedule)] TimerInfo timer, FunctionContext context) =>
        RunAsync(Jobs.RebuildAggregates.Name, context);

    /// <summary>Verifies what is stored.</summary>
    [Function(Jobs.VerifyReleases.Name)]
    public Task VerifyReleases([TimerTrigger(Jobs.VerifyReleases.Schedule)] TimerInfo timer, FunctionContext context) =>
        RunAsync(Jobs.VerifyReleases.Name, context);

    /// <summary>Runs a job; one that failed is a failed invocation, so that the platform's alerts see it.</summary>
    private async Task RunAsync(string job, FunctionContext context)
    {
        var run = await runner.RunAsync(jobs.Get(job), new JobFire(InvocationId: context.InvocationId), context.CancellationToken);
        if (!run.Succeeded)
            throw new JobFailedException($"{job}: {run.Outcome}");
    }
}
