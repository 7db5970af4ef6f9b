namespace Nantong.OpenData.Jobs;

/// <summary>Work that is done by the clock.</summary>
/// <param name="Name">Its name: that of its trigger, of its lease, and in table <c>runs</c>.</param>
/// <param name="Schedule">When it is due: an NCRONTAB expression with six fields, in UTC.</param>
/// <param name="WorkAsync">Does the work; says in a sentence what it did.</param>
public sealed record Job(string Name, JobSchedule Schedule, Func<CancellationToken, Task<string>> WorkAsync);

/// <summary>What set a job off.</summary>
/// <param name="Due">The scheduled time, where several instances look at the same schedule: one that finds it served stands back. Null when somebody
/// wants a run in any case.</param>
/// <param name="WaitFor">How long to wait for a run that is under way; at once when zero.</param>
/// <param name="InvocationId">What a platform calls the invocation; null where there is none.</param>
public sealed record JobFire(DateTimeOffset? Due = null, TimeSpan WaitFor = default, string? InvocationId = null);

/// <summary>A job found the world in a state that it must not be silent about; the run has failed, and this is its outcome.</summary>
/// <param name="reason">The outcome, in a sentence.</param>
public sealed class JobFailedException(string reason) : Exception(reason);
