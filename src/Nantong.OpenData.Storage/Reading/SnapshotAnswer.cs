using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>What a look for a release found.</summary>
public abstract record SnapshotAnswer
{
    private SnapshotAnswer() { }

    /// <summary>The release is in memory.</summary>
    public sealed record Found(Snapshot Snapshot) : SnapshotAnswer
    {
        /// <summary>The newer release that was meant and is damaged; null when nothing was passed over.</summary>
        public ReleaseVersion? PassedOver { get; init; }
    }

    /// <summary>The release is damaged and not in memory.</summary>
    /// <param name="Reason">What is damaged.</param>
    public sealed record Damaged(string Reason) : SnapshotAnswer;

    /// <summary>The store has no such plan.</summary>
    public sealed record NoSuchPlan(IReadOnlyList<string> Known) : SnapshotAnswer;

    /// <summary>The plan has no such release.</summary>
    public sealed record NoSuchRelease(IReadOnlyList<ReleaseVersion> Known) : SnapshotAnswer;

    /// <summary>The release was withdrawn.</summary>
    public sealed record Withdrawn(ReleaseEntry Release) : SnapshotAnswer;

    /// <summary>The store cannot be read and the release is not in memory.</summary>
    public sealed record Unavailable(string Reason) : SnapshotAnswer;
}
