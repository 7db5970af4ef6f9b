using Nantong.OpenData.Api.Timers;

namespace Nantong.OpenData.Api.Tests.Timers;

public sealed class TimerSchedulesTests
{
    [Fact]
    public void Schedules_are_read_from_the_files_that_the_host_reads()
    {
        var timers = new TimerSchedules(AppContext.BaseDirectory, TimeProvider.System).All;
        Assert.Equal(
            [("PublishInbox", "0 */5 * * * *"), ("RebuildAggregates", "0 */10 * * * *"), ("VerifyReleases", "0 30 18 * * *")],
            timers.Select(timer => (timer.Name, timer.Schedule)));
    }

    [Theory]
    [InlineData("2026-01-05T00:00:00Z", "2026-01-05T00:10:00Z")]
    [InlineData("2026-01-05T23:59:59Z", "2026-01-06T00:00:00Z")]
    public void Every_ten_minutes_means_the_round_ones(string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), new TimerSchedule("T", "0 */10 * * * *").NextAfter(DateTimeOffset.Parse(now)));
}
