using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Http;

/// <summary>The changes that each release brought.</summary>
internal sealed class ChangeLogs(Snapshots snapshots, ReleaseComparisons comparisons)
{
    /// <summary>What a release changed against its predecessor; nothing for the first one.</summary>
    public async Task<IReadOnlyList<LoggedChange>> ReadAsync(ReleaseEntry release, CancellationToken cancellationToken)
    {
        if (release.Predecessor is not { } before) return [];
        if (await FindAsync(release.Plan, before, cancellationToken) is not { } from || await FindAsync(release.Plan, release.Version, cancellationToken) is not { } to) return [];
        var found = await comparisons.CompareAsync(from, to, cancellationToken);
        return [.. found.Diff.Changes.Index().Select(change => LoggedChange.Of(release, change.Index + 1, change.Item))];
    }

    private async Task<Snapshot?> FindAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken) =>
        await snapshots.FindAsync(plan, new VersionPin(version.Major, version.Minor, version.Patch), cancellationToken) is SnapshotAnswer.Found { Snapshot: var found } ? found : null;
}
