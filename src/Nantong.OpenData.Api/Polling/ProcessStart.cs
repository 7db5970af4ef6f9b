namespace Nantong.OpenData.Api.Polling;

/// <summary>When the process started.</summary>
internal sealed class ProcessStart(TimeProvider clock)
{
    /// <summary>The moment, in UTC.</summary>
    public DateTimeOffset At { get; } = clock.GetUtcNow();
}
