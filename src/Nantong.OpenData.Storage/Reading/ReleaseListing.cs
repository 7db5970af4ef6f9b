using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>A release as an operator sees it.</summary>
/// <param name="Release">What its row says.</param>
/// <param name="Latest">True for the one that the plan's pointer names: what readers get who pin nothing.</param>
public sealed record ListedRelease(ReleaseEntry Release, bool Latest);

/// <summary>The releases of a store, and what of their rows cannot be read.</summary>
/// <param name="Releases">The releases, in plan order and newest first.</param>
/// <param name="Damage">The rows of releases and the pointers that cannot be read.</param>
public sealed record ListedReleases(IReadOnlyList<ListedRelease> Releases, IReadOnlyList<Damage> Damage);

/// <summary>The releases of a store as their rows tell of them. Nothing is loaded or checked: see <see cref="Verifier"/>.</summary>
public static class ReleaseListing
{
    /// <summary>Reads the releases, in plan order and newest first, those that are being built or were left behind included.</summary>
    /// <param name="store">The store.</param>
    /// <param name="plan">Id of the plan; null for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ListedReleases> ReadAsync(Store store, string? plan, CancellationToken cancellationToken = default)
    {
        var pointers = await new LatestPointer(store).AllAsync(cancellationToken);
        var latest = pointers.Rows.ToDictionary(pointer => pointer.Plan, pointer => pointer.Version, StringComparer.Ordinal);
        var rows = await new ReleaseRows(store).AllAsync(plan, cancellationToken);
        return new(
            [
                .. rows
                    .Rows.Select(row => row.Entry)
                    .OrderBy(release => release.Plan, StringComparer.Ordinal)
                    .ThenByDescending(release => release.Version)
                    .Select(release => new ListedRelease(release, latest.TryGetValue(release.Plan, out var version) && version == release.Version)),
            ],
            [.. pointers.Damage.Concat(rows.Damage).Where(damage => plan is null || damage.Release == plan)]
        );
    }
}
