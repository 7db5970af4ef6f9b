namespace Nantong.OpenData.Storage.Tests;

/// <summary>A clock that is ahead, or behind.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
