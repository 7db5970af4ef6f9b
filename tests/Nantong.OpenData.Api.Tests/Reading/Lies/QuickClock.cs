namespace Nantong.OpenData.Api.Tests.Reading.Lies;

/// <summary>A clock whose timers fire ten times as often, and that can be set forward: what the app looks at again after some seconds, it
/// looks at now.</summary>
internal sealed class QuickClock : TimeProvider
{
    private const int Speed = 10;

    private long ahead; // in ticks

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (long)System.GetElapsedTime(0).Ticks + Interlocked.Read(ref ahead);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : dueTime / Speed, period < TimeSpan.Zero ? period : period / Speed);

    /// <summary>Sets it forward.</summary>
    public void Skip(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);
}
