using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>The figures of a release or, while it has none, those of a release before: old figures, marked as such, are better than no
/// figures.</summary>
internal static class AggregateHistory
{
    private const int MostReleases = 8; // each costs a question to the store

    /// <summary>Reads the newest figures at or below a release.</summary>
    /// <param name="figures">Where they are.</param>
    /// <param name="history">The releases of the plan, newest first.</param>
    /// <param name="version">The release.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The figures, in id order; empty when none were ever computed.</returns>
    public static async Task<IReadOnlyList<StoredAggregate>> ReadAsync(
        AggregateValues figures,
        IReadOnlyList<ReleaseEntry> history,
        ReleaseVersion version,
        CancellationToken cancellationToken
    )
    {
        var usable = history.Where(release => release.Version.CompareTo(version) <= 0 && release.Status is not ReleaseStatus.Withdrawn);
        foreach (var release in usable.Take(MostReleases))
            if (await figures.ReadAsync(release.Plan, release.Version, cancellationToken) is [_, ..] found)
                return found;
        return [];
    }
}
