using System.Collections.Frozen;
using Azure;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage;

/// <summary>The releases that the app holds in memory: the latest of every plan, and some pinned older ones.</summary>
/// <param name="store">Where they are read from.</param>
/// <param name="clock">Tells when the store was asked.</param>
/// <param name="pinnedBytes">What older releases may take in memory besides the latest ones, in bytes as <see cref="Snapshot.Bytes"/> estimates them: a dozen of the size of the first plan.</param>
public sealed class Snapshots(Store store, TimeProvider clock, long pinnedBytes = Snapshots.UsualPinnedBytes) : IDisposable
{
    /// <summary>The usual budget for older releases: 16 MiB.</summary>
    public const long UsualPinnedBytes = 16 * 1024 * 1024;

    private readonly SnapshotLoader loader = new(store);
    private readonly LatestPointer pointers = new(store);
    private readonly RecentSnapshots recent = new(pinnedBytes, release => new SnapshotLoader(store).LoadAsync(release));
    private readonly SemaphoreSlim refreshing = new(1);

    private volatile Held held = new(FrozenDictionary<string, PlanState>.Empty); // replaced whole: no request sees half a move
    private volatile StoreCondition condition = new(false, null, "The store has not been asked yet.");

    /// <summary>What is known of the store now, without asking it again.</summary>
    public StoreCondition Condition => condition;

    /// <summary>The plans that can be served, in id order, each with the newest release that is not withdrawn.</summary>
    public IReadOnlyList<Snapshot> Latest => held.Latest;

    /// <summary>Finds the release that a pin means, loading it when it is not in memory. A pin that leaves room, and no pin at all, mean the newest release that is not withdrawn.</summary>
    public async ValueTask<SnapshotAnswer> FindAsync(string plan, VersionPin pin, CancellationToken cancellationToken = default)
    {
        var known = held.Plans;
        if (!known.TryGetValue(plan, out var state)) return Unknown(known);
        if (state.Answer is { } latest && (pin == VersionPin.Latest || pin.Exact == latest.Snapshot.Release.Version)) return latest;

        ReleaseEntry[] covered = [.. state.Releases.Where(release => pin.Covers(release.Version))];
        if (covered is []) return new SnapshotAnswer.NoSuchRelease([.. state.Releases.Select(release => release.Version)]);
        var meant = Array.Find(covered, release => release.Status is not ReleaseStatus.Withdrawn);
        if (meant is null) return new SnapshotAnswer.Withdrawn(covered[0]);
        if (meant.Version == state.Answer?.Snapshot.Release.Version) return state.Answer;

        try
        {
            return new SnapshotAnswer.Found(await recent.GetAsync(meant).WaitAsync(cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is { } reason)
        {
            return new SnapshotAnswer.Unavailable(reason);
        }
    }

    /// <summary>The releases of a plan that readers may know of (not those being built), newest first; empty for an unknown plan.</summary>
    public IReadOnlyList<ReleaseEntry> Releases(string plan) => held.Plans.GetValueOrDefault(plan)?.Releases ?? [];

    /// <summary>When anything of a plan last moved that readers see, a pointer or a status, by the store's clock; null for an unknown plan.</summary>
    public DateTimeOffset? MovedAt(string plan) => held.Plans.GetValueOrDefault(plan)?.Pointer.MovedAt;

    /// <summary>Another object as soon as anything has moved that readers see: while it is the same, what was said of releases still holds.</summary>
    public object Moment => held;

    /// <summary>Reads the pointers and loads what has moved. Called by the app's poll loop and once at start; never throws for a store that is away.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var problem = await LoadMovedAsync(cancellationToken);
            condition = new StoreCondition(problem is null, clock.GetUtcNow(), problem);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is { } reason)
        {
            var missing = error is RequestFailedException { Status: 404 } ? await FindMissingAsync(cancellationToken) : null;
            condition = new StoreCondition(false, clock.GetUtcNow(), missing ?? reason);
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        recent.Dispose();
        refreshing.Dispose();
    }

    /// <summary>Loads the plans whose pointer moved; a damaged release leaves its plan as it was and does not stop the others.</summary>
    /// <returns>The first damage; null when there is none.</returns>
    private async Task<string?> LoadMovedAsync(CancellationToken cancellationToken)
    {
        string? problem = null;
        var next = new Dictionary<string, PlanState>(StringComparer.Ordinal);
        foreach (var pointer in (await pointers.AllAsync(cancellationToken)).All)
        {
            var before = held.Plans.GetValueOrDefault(pointer.Plan);
            try
            {
                next[pointer.Plan] = before?.Pointer == pointer ? before : await LoadAsync(pointer, before?.Answer?.Snapshot, cancellationToken);
            }
            catch (BrokenReleaseException damage)
            {
                problem ??= damage.Message;
                if (before is not null) next[pointer.Plan] = before;
            }
        }

        var same = next.Count == held.Plans.Count && next.All(plan => ReferenceEquals(held.Plans.GetValueOrDefault(plan.Key), plan.Value));
        if (!same) held = new Held(next.ToFrozenDictionary(StringComparer.Ordinal));
        return problem;
    }

    /// <summary>Reads what a moved pointer shows. A release that is in memory is not read again: only its status can have changed.</summary>
    private async Task<PlanState> LoadAsync(PointerPosition pointer, Snapshot? inMemory, CancellationToken cancellationToken)
    {
        var releases = await loader.ReadReleasesAsync(pointer.Plan, cancellationToken);
        ReleaseEntry[] visible = [.. releases.Where(release => release.Version.CompareTo(pointer.Version) <= 0)]; // above it stands only what a publisher left unfinished
        if (visible is not [var latest, ..] || latest.Version != pointer.Version)
            throw new BrokenReleaseException(new ReleaseKey(pointer.Plan, pointer.Version), "pointer", "it names a release that is not published");
        if (Array.Find(visible, release => release.Status is not ReleaseStatus.Withdrawn) is not { } served) return new PlanState(pointer, null, visible);
        var snapshot = inMemory is not null && (inMemory.Release.Version, inMemory.Release.ManifestSha256) == (served.Version, served.ManifestSha256)
            ? inMemory.Under(served)
            : await loader.LoadAsync(served, cancellationToken);
        return new PlanState(pointer, new SnapshotAnswer.Found(snapshot), visible);
    }

    private SnapshotAnswer Unknown(FrozenDictionary<string, PlanState> known)
    {
        var now = condition;
        if (now.Problem is { } problem) return new SnapshotAnswer.Unavailable(problem);
        return known.Count > 0
            ? new SnapshotAnswer.NoSuchPlan([.. known.Keys.Order(StringComparer.Ordinal)])
            : new SnapshotAnswer.Unavailable("The store holds no published plan yet.");
    }

    /// <summary>Names the absent tables and containers; null when none is absent or the store cannot say.</summary>
    private async Task<string?> FindMissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var missing = await StoreSchema.FindMissingAsync(store, cancellationToken);
            return missing.Count > 0 ? $"The store lacks {string.Join(", ", missing)}; 'opendata publish' creates them, in Azure the Bicep template does." : null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is not null)
        {
            return null;
        }
    }

    /// <summary>Everything that is held, of one look at the store.</summary>
    private sealed record Held(FrozenDictionary<string, PlanState> Plans)
    {
        public IReadOnlyList<Snapshot> Latest { get; } = [.. Plans.Values.Select(plan => plan.Answer?.Snapshot).OfType<Snapshot>().OrderBy(latest => latest.Release.Plan, StringComparer.Ordinal)];
    }

    /// <summary>A plan as it was when its pointer was last seen to move; without an answer when all its releases are withdrawn.</summary>
    private sealed record PlanState(PointerPosition Pointer, SnapshotAnswer.Found? Answer, IReadOnlyList<ReleaseEntry> Releases);
}

/// <summary>What a look for a release found.</summary>
public abstract record SnapshotAnswer
{
    private SnapshotAnswer() { }

    /// <summary>The release is in memory.</summary>
    public sealed record Found(Snapshot Snapshot) : SnapshotAnswer;

    /// <summary>The store has no such plan.</summary>
    public sealed record NoSuchPlan(IReadOnlyList<string> Known) : SnapshotAnswer;

    /// <summary>The plan has no such release.</summary>
    public sealed record NoSuchRelease(IReadOnlyList<ReleaseVersion> Known) : SnapshotAnswer;

    /// <summary>The release was withdrawn.</summary>
    public sealed record Withdrawn(ReleaseEntry Release) : SnapshotAnswer;

    /// <summary>The store cannot be read and the release is not in memory.</summary>
    public sealed record Unavailable(string Reason) : SnapshotAnswer;
}

/// <summary>What is known of the store.</summary>
/// <param name="Reachable">True when the last look succeeded.</param>
/// <param name="CheckedAt">When the store was last asked, in UTC; null before the first look.</param>
/// <param name="Problem">Why the last look failed, in words for an operator (absent tables are named); null when it succeeded.</param>
public sealed record StoreCondition(bool Reachable, DateTimeOffset? CheckedAt, string? Problem);
