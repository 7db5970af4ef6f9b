using System.Collections.Frozen;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>The figures of the latest releases in memory, beside their snapshots: served even while the store is away.</summary>
internal sealed class AggregateValues(Storage.Tables.AggregateTable store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1); // between two looks at figures that are held already

    private volatile FrozenDictionary<ReleaseKey, IReadOnlyList<StoredAggregate>> held = FrozenDictionary<
        ReleaseKey,
        IReadOnlyList<StoredAggregate>
    >.Empty;

    private readonly SemaphoreSlim reading = new(1); // a slower reading must not put older figures in the place of newer ones
    private long readAt;

    /// <summary>Reads the figures of the releases to hold, where some are not held yet; now and then those that are, since they may be
    /// lost.</summary>
    public async Task LookAsync(IReadOnlyList<Snapshot> latest, CancellationToken cancellationToken)
    {
        var known = held;
        var complete = latest.All(snapshot => known.GetValueOrDefault(new ReleaseKey(snapshot.Release.Plan, snapshot.Release.Version)) is [_, ..]);
        if (!complete || clock.GetElapsedTime(readAt) >= Pause)
            await RefreshAsync(latest, cancellationToken);
    }

    /// <summary>Reads the figures of the releases to hold. One that cannot be read leaves all as they were.</summary>
    public async Task RefreshAsync(IReadOnlyList<Snapshot> latest, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(latest, cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private async Task ReadAsync(IReadOnlyList<Snapshot> latest, CancellationToken cancellationToken)
    {
        Dictionary<ReleaseKey, IReadOnlyList<StoredAggregate>> next = [];
        foreach (var release in latest.Select(snapshot => snapshot.Release))
        {
            var key = new ReleaseKey(release.Plan, release.Version);
            var before = held.GetValueOrDefault(key);
            var figures = await FindWholeAsync(release, cancellationToken);
            if (figures is null or [] && before is [_, ..])
                figures = before; // the figures of a release never change: what is gone is lost
            if (figures is not null)
                next[key] = figures;
        }

        if (next.Values.Any(figures => figures is []))
            foreach (var (release, figures) in held.Where(old => old.Value is not []))
                next.TryAdd(release, figures); // stand in until the timer has run
        (held, readAt) = (next.ToFrozenDictionary(), clock.GetTimestamp());
    }

    /// <summary>The figures of a release, in id order: from memory, or from the store where an older release is asked for.</summary>
    public async ValueTask<IReadOnlyList<StoredAggregate>> ReadAsync(string plan, ReleaseVersion version, CancellationToken cancellationToken) =>
        held.TryGetValue(new ReleaseKey(plan, version), out var figures) ? figures : await store.ReadWholeAsync(plan, version, cancellationToken);

    /// <summary>The stored figures of a release; null when some of them are lost or broken.</summary>
    private async Task<IReadOnlyList<StoredAggregate>?> FindWholeAsync(ReleaseEntry release, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadWholeAsync(release.Plan, release.Version, cancellationToken);
        }
        catch (BrokenReleaseException)
        {
            return null; // it is noted where it was found
        }
    }
}
