using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>A plan as it was when its pointer was last seen to move; without an answer when none of its releases can be served: all withdrawn, or
/// damaged.</summary>
internal sealed record PlanState(
    PointerPosition? Pointer,
    SnapshotAnswer.Found? Answer,
    IReadOnlyList<ReleaseEntry> Releases,
    IReadOnlyDictionary<ReleaseVersion, string> Damaged
)
{
    /// <summary>Why releases may be missing from the list; null when none can be.</summary>
    public string? Gap { get; init; }

    /// <summary>The damage by which they are.</summary>
    public IReadOnlyList<ReleaseDoubt> Doubts { get; init; } = [];

    /// <summary>The newest release under a pin that is damaged or missing, and newer than the one that answers; null when there is none.</summary>
    public ReleaseVersion? FindPassedOver(VersionPin pin, ReleaseVersion answering)
    {
        var missing = Doubts
            .Select(doubt => doubt.Version)
            .Append(Releases.Any(known => known.Version == Pointer?.Version) ? null : Pointer?.Version);
        ReleaseVersion[] newer =
        [
            .. Damaged.Keys.Concat(missing.OfType<ReleaseVersion>()).Where(version => pin.Covers(version) && version.CompareTo(answering) > 0),
        ];
        return newer is [] ? null : newer.Max();
    }
}
