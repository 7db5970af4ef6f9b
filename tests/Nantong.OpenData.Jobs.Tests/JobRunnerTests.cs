using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging.Abstractions;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Jobs.Tests;

/// <summary>Runners as two instances of the app have them, over one store.</summary>
public sealed class JobRunnerTests : IAsyncLifetime
{
    private const string Name = "SomeJob";
    private static readonly TimeProvider Clock = TimeProvider.System;

    private Azurite? azurite;

    private Store Store => Store.Connect(azurite!.ConnectionString);

    [Fact]
    public async Task Of_two_overlapping_fires_one_works_and_the_other_stands_back()
    {
        TaskCompletionSource working = new(),
            go = new();
        var job = Job(async _ =>
        {
            working.SetResult();
            await go.Task;
            return "Worked.";
        });

        var first = Runner().RunAsync(job, new JobFire(), CancellationToken.None);
        await working.Task;
        var second = await Runner().RunAsync(job, new JobFire(), CancellationToken.None);
        go.SetResult();

        Assert.Equal("Worked.", (await first).Outcome);
        Assert.Equal("Nothing done: another run of it is under way.", second.Outcome);
        Assert.Equal("Worked.", (await Runs.LastAsync(job.Name)).Last?.Outcome);
    }

    [Fact]
    public async Task Two_instances_that_look_at_the_same_schedule_serve_a_due_time_once()
    {
        var runs = 0;
        var job = Job(_ => Task.FromResult($"Run {++runs}."));
        var due = Clock.GetUtcNow();
        var outcomes = new List<string>();
        foreach (var runner in new[] { Runner(), Runner() })
            outcomes.Add((await runner.RunAsync(job, new JobFire(Due: due), CancellationToken.None)).Outcome);
        Assert.Equal(["Run 1.", "Nothing done: another instance ran it already."], outcomes);

        Assert.Equal("Run 2.", (await Runner().RunAsync(job, new JobFire(Due: Clock.GetUtcNow()), CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task A_run_that_loses_its_lease_stops_and_says_so()
    {
        var job = Job(async stop =>
        {
            var locks = new BlobServiceClient(azurite!.ConnectionString).GetBlobContainerClient("locks");
            await locks.GetBlobClient($"timer-{Name}").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: stop);
            await Task.Delay(TimeSpan.FromMinutes(1), stop);
            return "Never got this far.";
        });
        var run = await Runner().RunAsync(job, new JobFire(WaitFor: StoreLock.Term), CancellationToken.None);
        Assert.False(run.Succeeded);
        Assert.Equal("Stopped: the store took the lease away, so another instance may be at work.", run.Outcome);
        Assert.Equal(run.Outcome, (await Runs.LastAsync(job.Name)).Last?.Outcome);
    }

    private RunLog Runs => new(Store, Clock);

    private JobRunner Runner() => new(Store, Runs, Clock, NullLogger<JobRunner>.Instance);

    private static Job Job(Func<CancellationToken, Task<string>> work) => new(Name, new(RebuildAggregates.Schedule), work);

    public async Task InitializeAsync()
    {
        azurite = await Azurite.StartAsync();
        await StoreSchema.CreateAsync(Store);
    }

    public Task DisposeAsync() => azurite?.DisposeAsync().AsTask() ?? Task.CompletedTask;
}
