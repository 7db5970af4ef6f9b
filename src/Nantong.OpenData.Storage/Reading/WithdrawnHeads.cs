using System.Collections.Concurrent;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>What the rows of withdrawn releases say of their plan, proven against the manifests: the content of such a release is not read, and yet
/// answers about it name its licence and its authority.</summary>
/// <param name="store">Where the manifests are.</param>
/// <param name="known">Where damage is told of; null where nobody asks.</param>
internal sealed class WithdrawnHeads(Store store, KnownDamage? known)
{
    private readonly SnapshotLoader loader = new(store);
    private readonly ConcurrentDictionary<ReleaseKey, PlanDescription> proven = new(); // as the rows were read
    private readonly ConcurrentDictionary<ReleaseKey, Damage> broken = new();

    /// <summary>What was found broken, and is not yet mended.</summary>
    public ICollection<Damage> Broken => broken.Values;

    /// <summary>Proves one, the first time that it is asked for.</summary>
    /// <returns>The answer as it is, or what is damaged, or that the store cannot be read.</returns>
    public async ValueTask<SnapshotAnswer> ProveAsync(SnapshotAnswer.Withdrawn withdrawn, CancellationToken cancellationToken)
    {
        var release = withdrawn.Release;
        if (proven.TryGetValue(release.Key, out var about) && ReferenceEquals(about, release.About))
            return withdrawn;
        try
        {
            await loader.ProveHeadAsync(release, cancellationToken);
            proven[release.Key] = release.About;
            broken.TryRemove(release.Key, out _);
            foreach (var where in new[] { $"table {TableNames.Releases}", ReleaseFile.ManifestName })
                known?.Clear(release.Key.ToString(), where);
            return withdrawn;
        }
        catch (BrokenReleaseException error)
        {
            broken[release.Key] = error.Damage;
            known?.Report(error.Damage, stop => LookAgainAsync(release.Key, stop));
            return new SnapshotAnswer.Damaged(error.Message);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is { } reason)
        {
            return new SnapshotAnswer.Unavailable(reason);
        }
    }

    private async Task LookAgainAsync(ReleaseKey release, CancellationToken cancellationToken)
    {
        if (await new ReleaseRows(store).FindAsync(release, cancellationToken) is { Entry: var now })
            await ProveAsync(new SnapshotAnswer.Withdrawn(now), cancellationToken);
    }
}
