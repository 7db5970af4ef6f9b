using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Pins;

/// <summary>Which release follows which, of those that are still served: readers are never led to one that was withdrawn.</summary>
internal static class Successors
{
    /// <summary>The release after another one that is still served; null when there is none.</summary>
    public static ReleaseEntry? Of(IReadOnlyList<ReleaseEntry> newestFirst, ReleaseVersion version) =>
        newestFirst.LastOrDefault(release => release.Status is not ReleaseStatus.Withdrawn && release.Version.CompareTo(version) > 0);

    /// <summary>The release before another one that is still served; null when there is none.</summary>
    public static ReleaseEntry? Before(IReadOnlyList<ReleaseEntry> newestFirst, ReleaseVersion version) =>
        newestFirst.FirstOrDefault(release => release.Status is not ReleaseStatus.Withdrawn && release.Version.CompareTo(version) < 0);

    /// <summary>The release to use in place of another one: the nearest that is served, from one replacement to the next; null when none is
    /// named or none of them is served.</summary>
    public static ReleaseVersion? ReplacementOf(IReadOnlyList<ReleaseEntry> history, ReleaseEntry release)
    {
        HashSet<ReleaseVersion> seen = [release.Version];
        for (var named = release.Note?.Replacement; named is { } version && seen.Add(version); )
        {
            if (history.FirstOrDefault(known => known.Version == version) is not { } found)
                return null;
            if (found.Status is not ReleaseStatus.Withdrawn)
                return version;
            named = found.Note?.Replacement;
        }

        return null;
    }

    /// <summary>What is said of a release, with the replacement that is served now.</summary>
    public static ReleaseEntry Led(IReadOnlyList<ReleaseEntry> history, ReleaseEntry release) =>
        release.Note is { Replacement: not null } note
            ? release with
            {
                Note = note with { Replacement = ReplacementOf(history, release) },
            }
            : release;

    /// <summary>An answer about a release, with the replacement that is served now.</summary>
    public static SnapshotAnswer Led(IReadOnlyList<ReleaseEntry> history, SnapshotAnswer answer) =>
        answer is SnapshotAnswer.Withdrawn { Release: var release } ? new SnapshotAnswer.Withdrawn(Led(history, release)) : answer;
}
