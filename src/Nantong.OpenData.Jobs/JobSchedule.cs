using Cronos;

namespace Nantong.OpenData.Jobs;

/// <summary>When a job is due.</summary>
/// <param name="Expression">NCRONTAB with six fields, in UTC.</param>
public sealed record JobSchedule(string Expression)
{
    private readonly CronExpression cron = CronExpression.Parse(Expression, CronFormat.IncludeSeconds);

    /// <summary>The first time after an instant; null when it is never due again.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) => cron.GetNextOccurrence(instant, TimeZoneInfo.Utc);
}
