using System.Text.Json;
using Cronos;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>When a timer is due.</summary>
/// <param name="Name">Name of the timer.</param>
/// <param name="Schedule">Its NCRONTAB schedule with six fields, in UTC.</param>
internal sealed record TimerSchedule(string Name, string Schedule)
{
    private readonly CronExpression cron = CronExpression.Parse(Schedule, CronFormat.IncludeSeconds);

    /// <summary>The first time after an instant; null when it is never due again.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) => cron.GetNextOccurrence(instant, TimeZoneInfo.Utc);
}

/// <summary>The schedules of all timers, read from the same <c>function.json</c> files that the Functions host reads.</summary>
internal sealed class TimerSchedules(string folder, TimeProvider clock)
{
    /// <summary>When the process started, in UTC.</summary>
    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    /// <summary>Every timer, in name order.</summary>
    public IReadOnlyList<TimerSchedule> All { get; } =
    [
        .. Directory.EnumerateFiles(folder, "function.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(Read).OfType<TimerSchedule>().OrderBy(timer => timer.Name, StringComparer.Ordinal),
    ];

    /// <summary>The schedule of a timer.</summary>
    /// <exception cref="InvalidOperationException">No <c>function.json</c> has a timer of that name.</exception>
    public TimerSchedule Get(string name) => All.FirstOrDefault(timer => timer.Name == name)
        ?? throw new InvalidOperationException($"{name}/function.json with a timerTrigger is missing in {folder}");

    private static TimerSchedule? Read(string path)
    {
        using var function = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var binding in function.RootElement.GetProperty("bindings").EnumerateArray())
            if (binding.GetProperty("type").ValueEquals("timerTrigger"))
                return new(Path.GetFileName(Path.GetDirectoryName(path)!), binding.GetProperty("schedule").GetString()!);
        return null;
    }
}
