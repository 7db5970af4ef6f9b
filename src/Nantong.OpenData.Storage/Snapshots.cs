using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage;

/// <summary>The releases that the app holds in memory: the latest of every plan, and some pinned older ones.</summary>
public sealed class Snapshots : IDisposable
{
    /// <summary>What is known of the store now, without asking it again.</summary>
    public StoreCondition Condition => throw new NotSupportedException();

    /// <summary>The plans with a published release, in id order, each with its latest one.</summary>
    public IReadOnlyList<Snapshot> Latest => throw new NotSupportedException();

    /// <summary>Finds the release that a pin means, loading it when it is not in memory.</summary>
    public ValueTask<SnapshotAnswer> FindAsync(string plan, VersionPin pin, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>The releases of a plan that readers may know of (not those being built), newest first; empty for an unknown plan.</summary>
    public IReadOnlyList<ReleaseEntry> Releases(string plan) => throw new NotSupportedException();

    /// <summary>Reads the pointers and loads what has moved. Called by the app's poll loop and once at start; never throws for a store that is away.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc />
    public void Dispose() => throw new NotSupportedException();
}

/// <summary>What a look for a release found.</summary>
public abstract record SnapshotAnswer
{
    private SnapshotAnswer() { }

    /// <summary>The release is in memory.</summary>
    public sealed record Found(Snapshot Snapshot) : SnapshotAnswer;

    /// <summary>The store has no such plan.</summary>
    public sealed record NoSuchPlan(IReadOnlyList<string> Known) : SnapshotAnswer;

    /// <summary>The plan has no such release.</summary>
    public sealed record NoSuchRelease(IReadOnlyList<ReleaseVersion> Known) : SnapshotAnswer;

    /// <summary>The release was withdrawn.</summary>
    public sealed record Withdrawn(ReleaseEntry Release) : SnapshotAnswer;

    /// <summary>The store cannot be read and the release is not in memory.</summary>
    public sealed record Unavailable(string Reason) : SnapshotAnswer;
}

/// <summary>What is known of the store.</summary>
/// <param name="Reachable">True when the last look succeeded.</param>
/// <param name="CheckedAt">When the store was last asked, in UTC; null before the first look.</param>
/// <param name="Problem">Why the last look failed, in words for an operator (absent tables are named); null when it succeeded.</param>
public sealed record StoreCondition(bool Reachable, DateTimeOffset? CheckedAt, string? Problem);
