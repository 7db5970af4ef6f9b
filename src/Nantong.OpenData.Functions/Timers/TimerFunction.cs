namespace Nantong.OpenData.Functions.Timers;

/// <summary>Work that is done on a schedule.</summary>
/// <param name="Name">Its name: that of its folder with <c>function.json</c>, of its route, of its lease, and in table <c>runs</c>.</param>
/// <param name="WorkAsync">Does the work; says in a sentence what it did.</param>
internal sealed record TimerFunction(string Name, Func<CancellationToken, Task<string>> WorkAsync);

/// <summary>Every timer, in name order.</summary>
internal sealed record TimerFunctions(IReadOnlyList<TimerFunction> All);

/// <summary>What set a timer off.</summary>
/// <param name="Due">The scheduled time, where several instances look at the same schedule: one that finds it served stands back. Null when somebody wants a run in any case.</param>
/// <param name="Patience">How long to wait for a run that is under way; at once when zero.</param>
/// <param name="InvocationId">What the Functions host calls the invocation; null when the local scheduler fired.</param>
internal sealed record TimerFire(DateTimeOffset? Due = null, TimeSpan Patience = default, string? InvocationId = null);

/// <summary>A timer found the world in a state that it must not be silent about; the run has failed, and this is its outcome.</summary>
internal sealed class TimerFailedException(string reason) : Exception(reason);
