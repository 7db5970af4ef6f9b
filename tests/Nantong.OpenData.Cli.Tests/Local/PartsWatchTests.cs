using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Cli.Tests.Local;

public sealed class PartsWatchTests
{
    private readonly TaskCompletionSource<int> store = new();
    private readonly TaskCompletionSource<int> api = new();

    [Fact]
    public void The_part_that_ends_first_is_the_one_that_is_named()
    {
        using var watch = Watch(default);
        api.SetResult(3);
        store.SetResult(0);
        Assert.Equal("api", watch.Ended?.Name);
        Assert.True(watch.Over.IsCancellationRequested);
    }

    [Fact]
    public void Parts_that_stop_after_an_interruption_did_not_end_by_themselves()
    {
        using var interruption = new CancellationTokenSource();
        using var watch = Watch(interruption.Token);
        interruption.Cancel();
        store.SetResult(0);
        Assert.Null(watch.Ended);
    }

    [Fact]
    public void Parts_that_are_stopped_because_something_else_failed_did_not_end_by_themselves()
    {
        using var watch = new PartsWatch(default);
        using (watch.Add(new Part("store", store.Task, () => [])))
            Assert.False(watch.Over.IsCancellationRequested);
        store.SetResult(0);
        Assert.Null(watch.Ended);
    }

    private PartsWatch Watch(CancellationToken interrupted)
    {
        var watch = new PartsWatch(interrupted);
        watch.Add(new Part("store", store.Task, () => []));
        watch.Add(new Part("api", api.Task, () => []));
        return watch;
    }
}
