using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging.Abstractions;
using Nantong.OpenData.Api.Timers;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Api.Tests.Timers;

/// <summary>Runners as two instances of the app have them, over one store.</summary>
[Collection(nameof(ServedPlan))]
public sealed class TimerRunnerTests : IDisposable
{
    private const string Name = "SomeTimer"; // none of the app's, which runs its own over the same store
    private static readonly TimeProvider Clock = TimeProvider.System;

    private readonly ServedPlan served;
    private readonly DirectoryInfo functions = Directory.CreateTempSubdirectory("opendata-timers-");

    public TimerRunnerTests(ServedPlan served)
    {
        this.served = served;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "RebuildAggregates", "function.json"), Path.Combine(functions.CreateSubdirectory(Name).FullName, "function.json"));
    }

    private Store Store => Store.Connect(served.ConnectionString);

    [Fact]
    public async Task Of_two_overlapping_fires_one_works_and_the_other_stands_back()
    {
        TaskCompletionSource working = new(), go = new();
        var timer = Timer(async _ =>
        {
            working.SetResult();
            await go.Task;
            return "Worked.";
        });

        var first = Runner().RunAsync(timer, new TimerFire(), CancellationToken.None);
        await working.Task;
        var second = await Runner().RunAsync(timer, new TimerFire(), CancellationToken.None);
        go.SetResult();

        Assert.Equal("Worked.", (await first).Outcome);
        Assert.Equal("Nothing done: another run of it is under way.", second.Outcome);
        Assert.Equal("Worked.", (await Runs.LastRunsAsync(timer.Name)).Last?.Outcome);
    }

    [Fact]
    public async Task Two_instances_that_look_at_the_same_schedule_serve_a_due_time_once()
    {
        var runs = 0;
        var timer = Timer(_ => Task.FromResult($"Run {++runs}."));
        var due = Clock.GetUtcNow();
        var outcomes = new List<string>();
        foreach (var runner in new[] { Runner(), Runner() }) outcomes.Add((await runner.RunAsync(timer, new TimerFire(Due: due), CancellationToken.None)).Outcome);
        Assert.Equal(["Run 1.", "Nothing done: another instance ran it already."], outcomes);

        Assert.Equal("Run 2.", (await Runner().RunAsync(timer, new TimerFire(Due: Clock.GetUtcNow()), CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task A_run_that_loses_its_lease_stops_and_says_so()
    {
        var timer = Timer(async stop =>
        {
            var locks = new BlobServiceClient(served.ConnectionString).GetBlobContainerClient("locks");
            await locks.GetBlobClient($"timer-{Name}").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: stop);
            await Task.Delay(TimeSpan.FromMinutes(1), stop);
            return "Never got this far.";
        });
        var run = await Runner().RunAsync(timer, new TimerFire(Patience: StoreLock.Term), CancellationToken.None);
        Assert.False(run.Succeeded);
        Assert.Equal("Stopped: the store took the lease away, so another instance may be at work.", run.Outcome);
        Assert.Equal(run.Outcome, (await Runs.LastRunsAsync(timer.Name)).Last?.Outcome);
    }

    private AggregateStore Runs => new(Store, Clock);

    private TimerRunner Runner() => new(Store, Runs, new TimerSchedules(functions.FullName, Clock), Clock, NullLogger<TimerRunner>.Instance);

    private static TimerFunction Timer(Func<CancellationToken, Task<string>> work) => new(Name, work);

    public void Dispose() => functions.Delete(recursive: true);
}
