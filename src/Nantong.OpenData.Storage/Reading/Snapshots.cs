using System.Collections.Concurrent;
using System.Collections.Frozen;
using Azure;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>The releases that the app holds in memory: the latest of every plan, and some pinned older ones.</summary>
/// <param name="store">Where they are read from.</param>
/// <param name="clock">Tells when the store was asked.</param>
/// <param name="pinnedBytes">What older releases may take in memory besides the latest ones, in bytes as <see cref="Snapshot.Bytes"/> estimates them:
/// a dozen of the size of the first plan.</param>
/// <param name="known">Where damage is told of; null where nobody asks.</param>
public sealed class Snapshots(Store store, TimeProvider clock, long pinnedBytes = Snapshots.UsualPinnedBytes, KnownDamage? known = null) : IDisposable
{
    /// <summary>The usual budget for older releases: 16 MiB.</summary>
    public const long UsualPinnedBytes = 16 * 1024 * 1024;

    private readonly SnapshotLoader loader = new(store);
    private readonly ReleaseRows releaseRows = new(store);
    private readonly LatestPointer pointers = new(store);
    private readonly SnapshotCache recent = new(pinnedBytes, release => new SnapshotLoader(store).LoadAsync(release));
    private readonly SemaphoreSlim refreshing = new(1);
    private readonly ConcurrentDictionary<ReleaseKey, Damage> pinned = new(); // what was found broken of older releases
    private readonly WithdrawnHeads heads = new(store, known);
    private readonly PlanDamage rules = new(clock);

    private volatile Held held = new(FrozenDictionary<string, PlanState>.Empty); // replaced whole: no request sees half a move
    private RowsRead<PointerPosition>? looked; // the pointers of the last look that succeeded
    private IReadOnlyList<Damage> found = []; // and the damage that it met
    private long foundAt;
    private volatile StoreCondition condition = new(false, null, "The store has not been asked yet.");

    /// <summary>What is known of the store now, without asking it again.</summary>
    public StoreCondition Condition => condition;

    /// <summary>The plans that can be served, in id order, each with the newest release that is not withdrawn.</summary>
    public IReadOnlyList<Snapshot> Latest => held.Latest;

    /// <summary>Finds the release that a pin means, loading it when it is not in memory. A pin that leaves room, and no pin at all, mean the newest
    /// release that is not withdrawn.</summary>
    public async ValueTask<SnapshotAnswer> FindAsync(string plan, VersionPin pin, CancellationToken cancellationToken = default)
    {
        var plans = held.Plans;
        if (!plans.TryGetValue(plan, out var state))
            return Unknown(plans);
        if (state.Answer is { } latest && (pin == VersionPin.Latest || pin.Exact == latest.Snapshot.Release.Version))
            return latest;

        ReleaseEntry[] covered = [.. state.Releases.Where(release => pin.Covers(release.Version))];
        if (covered is [])
            return state.Gap is { } gap
                ? new SnapshotAnswer.Damaged(gap)
                : new SnapshotAnswer.NoSuchRelease([.. state.Releases.Select(release => release.Version)]);
        ReleaseEntry[] standing = [.. covered.Where(release => release.Status is not ReleaseStatus.Withdrawn)];
        if (standing is [])
            return new SnapshotAnswer.Withdrawn(covered[0]);
        var meant = Array.Find(standing, release => !state.Damaged.ContainsKey(release.Version));
        if (meant is null)
            return new SnapshotAnswer.Damaged(state.Damaged[standing[0].Version]);
        var passedOver = state.FindPassedOver(pin, meant.Version);
        if (meant.Version == state.Answer?.Snapshot.Release.Version)
            return state.Answer with { PassedOver = passedOver };

        try
        {
            return new SnapshotAnswer.Found(await LoadPinnedAsync(meant).WaitAsync(cancellationToken)) { PassedOver = passedOver };
        }
        catch (BrokenReleaseException broken)
        {
            return new SnapshotAnswer.Damaged(broken.Message);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is { } reason)
        {
            return new SnapshotAnswer.Unavailable(reason);
        }
    }

    /// <summary>Proves what the row of a withdrawn release says of its plan, before that is told.</summary>
    /// <returns>The answer as it is, or what is damaged, or that the store cannot be read.</returns>
    public ValueTask<SnapshotAnswer> ProveAsync(SnapshotAnswer.Withdrawn withdrawn, CancellationToken cancellationToken = default) =>
        heads.ProveAsync(withdrawn, cancellationToken);

    /// <summary>What was found broken and is not known to be mended: in the last look at the store, of older releases, and of withdrawn
    /// ones.</summary>
    private IEnumerable<Damage> Broken => found.Concat(pinned.Values).Concat(heads.Broken);

    /// <summary>The releases of a plan that readers may know of (not those being built), newest first; empty for an unknown plan.</summary>
    public IReadOnlyList<ReleaseEntry> Releases(string plan) => held.Plans.GetValueOrDefault(plan)?.Releases ?? [];

    /// <summary>When anything of a plan last moved that readers see, a pointer or a status, by the store's clock; null for an unknown plan.</summary>
    public DateTimeOffset? MovedAt(string plan) => held.Plans.GetValueOrDefault(plan)?.Pointer?.MovedAt;

    /// <summary>What is damaged in the list of a plan's releases, so that some may be missing from it; empty when nothing is.</summary>
    public IReadOnlyList<ReleaseDoubt> Doubts(string plan) => held.Plans.GetValueOrDefault(plan)?.Doubts ?? [];

    /// <summary>Another object as soon as anything has moved that readers see: while it is the same, what was said of releases still holds.</summary>
    public object Generation => held;

    /// <summary>Reads the pointers and loads what has moved. Called by the app's poll loop and once at start; never throws for a store that is
    /// away.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var problem = await LoadMovedAsync(cancellationToken);
            condition = new StoreCondition(true, clock.GetUtcNow(), problem);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is { } reason)
        {
            var missing = error is RequestFailedException { Status: 404 } ? await StoreSchema.TellMissingAsync(store, cancellationToken) : null;
            condition = new StoreCondition(false, clock.GetUtcNow(), missing ?? reason);
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => refreshing.Dispose();

    /// <summary>An older release, from memory or loaded. What is found broken of it is looked at again until it is whole.</summary>
    private async Task<Snapshot> LoadPinnedAsync(ReleaseEntry release)
    {
        try
        {
            var snapshot = await recent.GetAsync(release);
            if (pinned.TryRemove(release.Key, out var whole))
                known?.Clear(whole.Release, whole.Where);
            return snapshot;
        }
        catch (BrokenReleaseException broken)
        {
            if (pinned.TryGetValue(release.Key, out var before) && before != broken.Damage)
                known?.Clear(before.Release, before.Where);
            pinned[release.Key] = broken.Damage;
            known?.Report(broken.Damage, stop => LoadPinnedAsync(Current(release)).WaitAsync(stop));
            throw;
        }
    }

    /// <summary>A release as its row was read last: one that was read wrong would stay broken.</summary>
    private ReleaseEntry Current(ReleaseEntry release) => Releases(release.Plan).FirstOrDefault(known => known.Version == release.Version) ?? release;

    /// <summary>Loads the plans whose pointer moved, and now and then those that are damaged: what is damaged leaves everything else as it
    /// is.</summary>
    /// <returns>The first damage; null when there is none.</returns>
    private async Task<string?> LoadMovedAsync(CancellationToken cancellationToken)
    {
        var read = await pointers.AllAsync(cancellationToken);
        var due = rules.AwaitsSeal || (Broken.Any() && clock.GetElapsedTime(foundAt) > PlanDamage.Pause);
        if (looked is not null && !due && looked.Rows.SequenceEqual(read.Rows) && looked.Damage.SequenceEqual(read.Damage))
            return found is [var known, ..] ? PlanDamage.Tell(known) : null;

        var rows = await releaseRows.AllAsync(null, cancellationToken);
        List<Damage> damage = [.. read.Damage, .. rows.Damage];
        var published = rows
            .Rows.Select(row => row.Entry)
            .Where(entry => entry.Status is not ReleaseStatus.Building)
            .ToLookup(entry => entry.Plan, StringComparer.Ordinal);
        var next = new Dictionary<string, PlanState>(StringComparer.Ordinal);
        foreach (
            var plan in read
                .Rows.Select(pointer => pointer.Plan)
                .Concat(published.Select(releases => releases.Key))
                .Concat(held.Plans.Keys)
                .Distinct(StringComparer.Ordinal)
        )
        {
            var pointer = read.Rows.FirstOrDefault(row => row.Plan == plan);
            var before = held.Plans.GetValueOrDefault(plan);
            if (
                before is { Damaged.Count: 0, Gap: null }
                && pointer is not null
                && before.Pointer == pointer
                && !Broken.Any(known => PlanDamage.Concerns(known, plan))
            )
                next[plan] = before; // else a row that was read wrong would stay in the list
            else if (
                await LoadAsync(plan, pointer, [.. published[plan].OrderByDescending(entry => entry.Version)], damage, cancellationToken) is { } state
            )
                next[plan] = state;
        }

        var same = next.Count == held.Plans.Count && next.All(plan => ReferenceEquals(held.Plans.GetValueOrDefault(plan.Key), plan.Value));
        if (!same)
            held = new Held(next.ToFrozenDictionary(StringComparer.Ordinal));
        foreach (var whole in found.Except(damage))
            known?.Clear(whole.Release, whole.Where);
        foreach (var broken in damage)
            known?.Report(broken);
        (looked, found, foundAt) = (read, damage, clock.GetTimestamp());
        return damage is [var first, ..] ? PlanDamage.Tell(first) : null;
    }

    /// <summary>Reads what a plan shows: the releases up to its pointer, or up to what was shown already, whichever is newer, since what was
    /// published is never taken back.</summary>
    /// <returns>Null for a plan that never showed anything.</returns>
    private async Task<PlanState?> LoadAsync(
        string plan,
        PointerPosition? pointer,
        ReleaseEntry[] published,
        List<Damage> damage,
        CancellationToken cancellationToken
    )
    {
        var before = held.Plans.GetValueOrDefault(plan);
        ReleaseEntry[] kept = [.. (before?.Releases ?? []).Where(entry => !published.Any(row => row.Version == entry.Version))];
        var shown = before?.Releases is [var top, ..] ? top.Version : (ReleaseVersion?)null;
        if (rules.FindMisplaced(plan, pointer, published, shown) is { } misplaced)
            damage.Add(misplaced);
        foreach (
            var lost in kept.Where(entry =>
                !damage.Any(known => PlanDamage.Concerns(known, plan) && known.Where.Contains(entry.Version.SortKey, StringComparison.Ordinal))
            )
        )
            damage.Add(new Damage(lost.Key.ToString(), $"table {TableNames.Releases}", "its row is missing"));

        var limit =
            pointer is null ? shown
            : shown is { } seen && seen.CompareTo(pointer.Version) > 0 ? seen
            : pointer.Version;
        ReleaseEntry[] visible =
        [
            .. published
                .Where(entry => limit is not { } most || entry.Version.CompareTo(most) <= 0)
                .Concat(kept)
                .OrderByDescending(entry => entry.Version),
        ];
        if (visible is [])
            visible = pointer is null ? [] : published;
        if (visible is [] && pointer is null)
            return null;

        var gap = rules.FindGap(plan, pointer, visible, damage);
        Dictionary<ReleaseVersion, string> broken = [];
        foreach (var meant in visible.Where(entry => entry.Status is not ReleaseStatus.Withdrawn))
        {
            try
            {
                var snapshot =
                    before?.Answer?.Snapshot is { } inMemory
                    && (inMemory.Release.Version, inMemory.Release.ManifestSha256) == (meant.Version, meant.ManifestSha256)
                        ? inMemory.Under(meant)
                        : await loader.LoadAsync(meant, cancellationToken);
                var state = new PlanState(pointer, new SnapshotAnswer.Found(snapshot), visible, broken)
                {
                    Gap = gap,
                    Doubts = PlanDamage.DoubtsOf(plan, before, damage, visible),
                };
                return state with { Answer = state.Answer! with { PassedOver = state.FindPassedOver(VersionPin.Latest, meant.Version) } };
            }
            catch (BrokenReleaseException error)
            {
                damage.Add(error.Damage);
                broken[meant.Version] = error.Message;
            }
        }

        return new PlanState(pointer, null, visible, broken) { Gap = gap, Doubts = PlanDamage.DoubtsOf(plan, before, damage, visible) };
    }

    private SnapshotAnswer Unknown(FrozenDictionary<string, PlanState> known)
    {
        var now = condition;
        if (now is { Problem: { } problem } && (!now.Reachable || known.Count is 0))
            return new SnapshotAnswer.Unavailable(problem);
        return known.Count > 0
            ? new SnapshotAnswer.NoSuchPlan([.. known.Keys.Order(StringComparer.Ordinal)])
            : new SnapshotAnswer.Unavailable("The store holds no published plan yet.");
    }

    /// <summary>Everything that is held, of one look at the store.</summary>
    private sealed record Held(FrozenDictionary<string, PlanState> Plans)
    {
        public IReadOnlyList<Snapshot> Latest { get; } =
        [.. Plans.Values.Select(plan => plan.Answer?.Snapshot).OfType<Snapshot>().OrderBy(latest => latest.Release.Plan, StringComparer.Ordinal)];
    }
}
