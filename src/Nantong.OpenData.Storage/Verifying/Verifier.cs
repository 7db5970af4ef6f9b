using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Verifying;

/// <summary>Something in the store that is not what it should be.</summary>
/// <param name="Release">The release it belongs to, as <c>plan@version</c>; a plan or a bare name where there is no release.</param>
/// <param name="Where">The file, the table with its row, or the pointer.</param>
/// <param name="What">What is wrong with it, as a clause.</param>
public sealed record Damage(string Release, string Where, string What)
{
    /// <summary>One line for a terminal or a log.</summary>
    public override string ToString() => $"{Release}: {Where}: {What}";
}

/// <summary>What a check of one release found.</summary>
/// <param name="Release">The release.</param>
/// <param name="Files">Number of files that were read and hashed.</param>
/// <param name="Rows">Number of rows that were read and hashed.</param>
/// <param name="Damage">What is broken, the first file or row first; empty for a whole release.</param>
public sealed record ReleaseCheck(ReleaseEntry Release, int Files, int Rows, IReadOnlyList<Damage> Damage);

/// <summary>What a check of a store found.</summary>
/// <param name="Releases">The releases that were published, in plan order and oldest first.</param>
/// <param name="Unfinished">Releases that a publisher is building or left behind, as <c>plan@version</c>; no reader sees them, the next publish
/// resumes or removes them.</param>
/// <param name="Damage">Everything that is broken, release by release, then what belongs to no release.</param>
public sealed record StoreCheck(IReadOnlyList<ReleaseCheck> Releases, IReadOnlyList<string> Unfinished, IReadOnlyList<Damage> Damage)
{
    /// <summary>True when the store holds exactly what its manifests say.</summary>
    public bool Whole => Damage.Count == 0;
}

/// <summary>Proves a store: reads every file and row of every release, and compares them with the release's manifest.</summary>
public sealed class Verifier(Store store)
{
    private readonly ReleaseRows releases = new(store);
    private readonly AggregateTable aggregates = new(store, TimeProvider.System);

    /// <summary>Checks a plan, or the whole store.</summary>
    /// <param name="plan">Id of the plan; null for all.</param>
    /// <param name="progress">Told of every release when it is checked.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<StoreCheck> VerifyAsync(
        string? plan = null,
        IProgress<ReleaseCheck>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        List<ReleaseCheck> checks = [];
        List<string> unfinished = [];
        List<Damage> damage = [];
        List<ReleaseKey> known = [];
        foreach (var id in plan is null ? await PlansAsync(cancellationToken) : [plan])
        {
            var history = await ReadAsync(id, damage, cancellationToken);
            var hidden = history.Unshown.Select(release => release.Entry.Version).ToHashSet();
            foreach (var release in history.Sealed.Select(release => release.Entry))
            {
                var check = await CheckAsync(release, hidden.Contains(release.Version), cancellationToken);
                checks.Add(check);
                progress?.Report(check);
                damage.AddRange(check.Damage);
            }

            if (
                history.FindPointerDamage() is { } pointer
                && damage.TrueForAll(found => (found.Release, found.Where) != (pointer.Release, pointer.Where))
            )
                damage.Add(pointer);
            var rows = await releases.VersionsAsync(id, cancellationToken);
            damage.AddRange(Chains(history, rows));
            var lost = await FindLostAsync(history, rows, cancellationToken);
            damage.AddRange(lost.Select(release => Lost(release, rows.Contains(release.Version))));
            unfinished.AddRange(
                history.Releases.Where(release => IsUnfinished(release.Entry, history)).Select(release => release.Entry.Key.ToString())
            );
            known.AddRange([.. rows.Select(version => new ReleaseKey(id, version)), .. lost]);
        }

        if (plan is null)
            damage.AddRange((await new LatestPointer(store).AllAsync(cancellationToken)).Damage.Where(found => !RowAddress.IsSlug(found.Release)));
        damage.AddRange(await OrphanedRows.FindAsync(store, plan, known, cancellationToken));
        return new StoreCheck(checks, unfinished, damage);
    }

    /// <summary>Asks for signatures by one key: of each plan the newest release must bear one, which speaks for all below it.</summary>
    /// <param name="check">What was checked.</param>
    /// <param name="key">The key.</param>
    public static IReadOnlyList<Damage> FindUnsigned(StoreCheck check, PublicKey key) =>
        [
            .. from plan in check.Releases.GroupBy(release => release.Release.Plan, StringComparer.Ordinal)
            let newest = plan.MaxBy(release => release.Release.Version)!.Release
            where newest.Signature?.KeyId != key.Id
            select new Damage(
                newest.Key.ToString(),
                "signature",
                newest.Signature is { } other
                    ? $"it is by the key {other.KeyId}, not by {key.Id}"
                    : $"it is not signed, and a signature by the key {key.Id} is asked for"
            ),
        ];

    /// <summary>Checks one release, whatever its status.</summary>
    public Task<ReleaseCheck> CheckAsync(ReleaseEntry release, CancellationToken cancellationToken = default) =>
        CheckAsync(release, pending: false, cancellationToken);

    private async Task<ReleaseCheck> CheckAsync(ReleaseEntry release, bool pending, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new ReleaseVerifier(store, release);
            await reader.CheckAsync(cancellationToken);
            var records = await new RecordCheck(store).FindDamageAsync(release, pending, cancellationToken);
            var figures = reader.Damage is [] // they come from the rows
                ? await aggregates.VerifyAsync(release.Plan, release.Version, cancellationToken)
                : [];
            return new ReleaseCheck(release, reader.Files, reader.Rows, [.. reader.Damage, .. records, .. figures]);
        }
        catch (BrokenReleaseException broken)
        {
            return new ReleaseCheck(release, 0, 0, [broken.Damage]);
        }
    }

    /// <summary>The ids of all plans of which the store holds anything, in order.</summary>
    public async Task<IReadOnlyList<string>> PlansAsync(CancellationToken cancellationToken = default)
    {
        var pointers = await new LatestPointer(store).AllAsync(cancellationToken);
        var rows = await releases.AllAsync(plan: null, cancellationToken);
        string[] named =
        [
            .. pointers.Rows.Select(pointer => pointer.Plan),
            .. pointers.Damage.Select(damage => damage.Release),
            .. rows.Rows.Select(release => release.Entry.Plan),
            .. rows.Damage.Select(damage => damage.Release),
            .. await new ReleaseRecords(store).PlansAsync(cancellationToken),
        ];
        return [.. named.Where(RowAddress.IsSlug).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The history of a plan; what of it cannot be read is damage.</summary>
    private async Task<PublishHistory> ReadAsync(string plan, List<Damage> damage, CancellationToken cancellationToken)
    {
        PublishHistory history;
        try
        {
            history = await PublishHistory.ReadAsync(store, plan, cancellationToken);
        }
        catch (BrokenReleaseException broken) // the pointer
        {
            damage.Add(broken.Damage);
            var rows = await releases.AllAsync(plan, cancellationToken);
            history = new PublishHistory(plan, null, rows.Rows, rows.Damage);
        }

        damage.AddRange(history.Damage);
        return history;
    }

    /// <summary>Releases that were published, by their kept records, and have no row, or one that was set back to before the publication.</summary>
    private async Task<IReadOnlyList<ReleaseKey>> FindLostAsync(
        PublishHistory history,
        IReadOnlySet<ReleaseVersion> rows,
        CancellationToken cancellationToken
    )
    {
        var announced = await new ReleaseRecords(store).VersionsAsync(history.Plan, cancellationToken);
        var building = history.Releases.Where(release => release.Entry.Status is ReleaseStatus.Building).Select(release => release.Entry.Version);
        return [.. announced.Except(rows.Except(building)).Order().Select(version => new ReleaseKey(history.Plan, version))];
    }

    private static Damage Lost(ReleaseKey release, bool hasRow) =>
        new(
            release.ToString(),
            RecordCheck.RowOf(release),
            hasRow
                ? "it says that the release is being built, and a record of the publication is kept"
                : "it is missing, and a record of the publication is kept"
        );

    private static bool IsUnfinished(ReleaseEntry release, PublishHistory history) =>
        release.Status is ReleaseStatus.Building
        || (
            history.Pointer?.Values.Version is var shown
            && (shown is null || release.Version.CompareTo(shown.Value) > 0)
            && history.Unshown.Any(at => at.Entry == release)
        );

    /// <summary>Every release of a plan follows one below it that is there: no release was taken out of the chain. The hashes were compared release
    /// by release.</summary>
    private static IEnumerable<Damage> Chains(PublishHistory history, IReadOnlySet<ReleaseVersion> rows)
    {
        foreach (var release in history.Sealed.Select(release => release.Entry))
        {
            var follows = release.Predecessor is { } predecessor
                ? rows.Contains(predecessor) && predecessor.CompareTo(release.Version) < 0
                : !rows.Any(version => version.CompareTo(release.Version) < 0);
            if (!follows)
                yield return new Damage(
                    release.Key.ToString(),
                    "predecessor",
                    $"it follows {release.Predecessor?.ToString() ?? "none"}, which is not among the releases below it"
                );
        }
    }
}
