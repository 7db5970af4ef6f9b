namespace Nantong.OpenData.Storage.Verifying;

/// <summary>What is known of the store.</summary>
/// <param name="Reachable">True when the store answered at the last look, whether or not what it holds is whole.</param>
/// <param name="CheckedAt">When the store was last asked, in UTC; null before the first look.</param>
/// <param name="Problem">Why the last look failed, or what it found damaged, in words for an operator (absent tables are named); null when all is
/// well.</param>
public sealed record StoreCondition(bool Reachable, DateTimeOffset? CheckedAt, string? Problem);
