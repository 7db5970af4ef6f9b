namespace Nantong.OpenData.Storage.Tests;

/// <summary>A clock that runs fifty times as fast: what waits 20 seconds waits 0.4.</summary>
internal sealed class QuickClock : TimeProvider
{
    private const int Speed = 50;

    public override long TimestampFrequency => System.TimestampFrequency / Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : dueTime / Speed, period < TimeSpan.Zero ? period : period / Speed);
}
