namespace Nantong.OpenData.Storage;

/// <summary>A release as an operator sees it.</summary>
/// <param name="Release">What its row says.</param>
/// <param name="Latest">True for the one that the plan's pointer names: what readers get who pin nothing.</param>
public sealed record ListedRelease(ReleaseEntry Release, bool Latest);

/// <summary>The releases of a store as their rows tell of them. Nothing is loaded or checked: see <see cref="Verifier"/>.</summary>
public static class ReleaseListing
{
    /// <summary>Reads the releases, in plan order and newest first, those that are being built or were left behind included.</summary>
    /// <param name="store">The store.</param>
    /// <param name="plan">Id of the plan; null for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<IReadOnlyList<ListedRelease>> ReadAsync(Store store, string? plan, CancellationToken cancellationToken = default)
    {
        var pointers = (await new LatestPointer(store).AllAsync(cancellationToken)).All;
        var latest = pointers.ToDictionary(pointer => pointer.Plan, pointer => pointer.Version, StringComparer.Ordinal);
        var rows = (await new ReleaseRows(store).AllAsync(plan, cancellationToken)).All;
        return
        [
            .. rows.Select(row => row.Entry)
                .OrderBy(release => release.Plan, StringComparer.Ordinal)
                .ThenByDescending(release => release.Version)
                .Select(release => new ListedRelease(release, latest.TryGetValue(release.Plan, out var version) && version == release.Version)),
        ];
    }
}
