namespace Nantong.OpenData.Jobs.Tests;

public sealed class JobScheduleTests
{
    [Theory]
    [InlineData("0 */10 * * * *", "2026-01-05T00:00:00Z", "2026-01-05T00:10:00Z")]
    [InlineData("0 */10 * * * *", "2026-01-05T23:59:59Z", "2026-01-06T00:00:00Z")]
    [InlineData(PublishInbox.Schedule, "2026-01-05T00:00:01Z", "2026-01-05T00:05:00Z")]
    [InlineData(VerifyReleases.Schedule, "2026-01-05T18:30:00Z", "2026-01-06T18:30:00Z")]
    public void A_job_is_due_at_the_next_time_that_its_schedule_names(string expression, string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), new JobSchedule(expression).NextAfter(DateTimeOffset.Parse(now)));
}
