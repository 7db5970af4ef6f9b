namespace Nantong.OpenData.Functions.Timers;

/// <summary>Work that is done on a schedule.</summary>
/// <param name="Name">Its name: that of its folder with <c>function.json</c>, of its route, and in table <c>runs</c>.</param>
/// <param name="WorkAsync">Does the work; says in a sentence what it did.</param>
internal sealed record TimerFunction(string Name, Func<CancellationToken, Task<string>> WorkAsync);
