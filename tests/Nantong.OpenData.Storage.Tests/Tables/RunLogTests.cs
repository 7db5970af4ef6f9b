using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Tests.Tables;

public sealed class RunLogTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Fact]
    public async Task The_last_run_and_the_last_success_of_a_timer_are_found()
    {
        var runs = new RunLog(local.Store, TimeProvider.System);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((null, null), await runs.LastAsync("ATimer"));

        var success = new TimerRun("ATimer", start, start.AddSeconds(1), true, "3 written");
        var failure = new TimerRun("ATimer", start.AddMinutes(10), start.AddMinutes(11), false, "The store does not answer");
        await runs.RecordAsync(success);
        Assert.Equal((success, success), await runs.LastAsync("ATimer"));
        await runs.RecordAsync(failure);

        Assert.Equal((failure, success), await runs.LastAsync("ATimer"));
    }

    [Fact]
    public async Task Old_runs_are_removed_timer_by_timer_but_the_last_success_stays()
    {
        var runs = new RunLog(local.Store, TimeProvider.System);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var minute in Enumerable.Range(0, 130))
            await RecordAsync("Failing", minute, succeeded: minute < 5);
        foreach (var minute in Enumerable.Range(0, 4))
            await RecordAsync("Working", minute, succeeded: true);

        Assert.Equal(127, await runs.PruneAsync(keep: 3));

        Assert.Equal(0, await runs.PruneAsync(keep: 3));
        var (last, success) = await runs.LastAsync("Failing");
        Assert.Equal((start.AddMinutes(129), start.AddMinutes(4)), (last!.StartedAt, success!.StartedAt));
        Assert.Equal(start.AddMinutes(3), (await runs.LastAsync("Working")).Last!.StartedAt);
        Assert.Equal([("Failing", 4), ("Working", 3)], await CountAsync());

        Task RecordAsync(string timer, int minute, bool succeeded) =>
            runs.RecordAsync(new TimerRun(timer, start.AddMinutes(minute), start.AddMinutes(minute), succeeded, "a test"));

        async Task<IEnumerable<(string, int)>> CountAsync()
        {
            List<string> timers = [];
            await foreach (var row in local.Store.Table(TableNames.Runs).RowsAsync(null, default))
                timers.Add(row.PartitionKey);
            return timers.Where(timer => timer is "Failing" or "Working").CountBy(timer => timer).Select(count => (count.Key, count.Value));
        }
    }
}
