using System.Text;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>What the store tells of a plan's releases: its pointer, the rows of the releases, and every number that was ever announced.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Pointer">The pointer's row; null when there is none.</param>
/// <param name="Releases">The releases whose rows can be read, in the order of versions, those that are being built included.</param>
/// <param name="Damage">The rows that cannot be read.</param>
internal sealed record PublishHistory(string Plan, PointerAt? Pointer, IReadOnlyList<ReleaseAt> Releases, IReadOnlyList<Damage> Damage)
{
    /// <summary>The releases that were sealed, in the order of versions.</summary>
    public IEnumerable<ReleaseAt> Sealed => Releases.Where(release => release.Entry.Status is not ReleaseStatus.Building);

    /// <summary>The release that the pointer names; null when it names none, or one that is not sealed.</summary>
    public ReleaseEntry? Latest =>
        Pointer?.Values.Version is { } version ? Sealed.FirstOrDefault(release => release.Entry.Version == version)?.Entry : null;

    /// <summary>What was written in a turn that ended before the pointer showed it: it is to be shown before anything else is done.</summary>
    public IReadOnlyList<ReleaseAt> Unshown =>
        Pointer is { Values: var pointer } ? [.. Sealed.Where(release => release.Entry.Turn is { } turn && pointer.Turns.Contains(turn))] : [];

    /// <summary>Reads it.</summary>
    /// <exception cref="BrokenReleaseException">The pointer cannot be read.</exception>
    public static async Task<PublishHistory> ReadAsync(Store store, string plan, CancellationToken cancellationToken)
    {
        var pointer = await new LatestPointer(store).FindRowAsync(plan, cancellationToken);
        var rows = await new ReleaseRows(store).AllAsync(plan, cancellationToken);
        return new PublishHistory(plan, pointer, rows.Rows, rows.Damage);
    }

    /// <summary>The numbers that were announced and may never be used again: of rows, of blobs and of kept records. Not those that are being built:
    /// nobody has seen them.</summary>
    public async Task<IReadOnlySet<ReleaseVersion>> ReadSpentAsync(Store store, CancellationToken cancellationToken)
    {
        var building = Releases.Where(release => release.Entry.Status is ReleaseStatus.Building).Select(release => release.Entry.Version).ToHashSet();
        var folders = await store.Container(ContainerNames.Releases).VersionsAsync(Plan, cancellationToken);
        var spent = folders.Where(version => !building.Contains(version)).ToHashSet();
        spent.UnionWith((await new ReleaseRows(store).VersionsAsync(Plan, cancellationToken)).Where(version => !building.Contains(version)));
        spent.UnionWith(await new ReleaseRecords(store).VersionsAsync(Plan, cancellationToken));
        return spent;
    }

    /// <summary>What the pointer should say: the newest sealed release, and the records of all.</summary>
    public PointerValues RightPointer(DateTimeOffset movedAt) =>
        Sealed.LastOrDefault()?.Entry is { } newest
            ? new PointerValues(newest.Version, newest.ManifestSha256, SealOf(Sealed.Select(release => release.Entry)), movedAt, [])
            : new PointerValues(null, null, null, null, []);

    /// <summary>What is wrong with the pointer, in the light of the rows; null when nothing is. A release that is sealed and not yet shown is not
    /// damage.</summary>
    public Damage? FindPointerDamage()
    {
        var unshown = Unshown;
        var shown = Sealed.Except(unshown).Select(release => release.Entry).ToList();
        if (Pointer is not { Values: var pointer })
            return shown is [.., var newest] ? Broken($"it is missing, and {newest.Version} is published") : null;
        if (pointer.Version is not { } version)
            return shown is [.., var last] ? Broken($"it names no release, and {last.Version} is published") : null;
        if (Latest is not { } latest)
            return Broken($"it names {version}, and there is no such published release");
        if (latest.ManifestSha256 != pointer.ManifestSha256 && pointer.ManifestSha256 is not null)
            return Broken($"it names {version} with manifest {pointer.ManifestSha256}, but that release has manifest {latest.ManifestSha256}");
        if (shown.LastOrDefault(release => release.Version.CompareTo(version) > 0) is { } above)
            return Broken($"it names {version}, and {above.Version} is published: it was set back");
        return IsSealedBy(pointer, unshown)
            ? null
            : Broken("the records of the releases are not those that it seals: a row of them was changed, or it was");
    }

    /// <summary>Hash over the records of some releases: what the pointer seals.</summary>
    public static string SealOf(IEnumerable<ReleaseEntry> releases) => HashOf(releases.Select(release => (release.Version, release.Record?.Sha256)));

    private static string HashOf(IEnumerable<(ReleaseVersion Version, string? Record)> records) =>
        Hashes.Of(
            Encoding.UTF8.GetBytes(
                string.Concat(records.OrderBy(record => record.Version).Select(record => $"{record.Record ?? "none"}  {record.Version}\n"))
            )
        );

    /// <summary>Records that cannot be read cannot be held against the seal: their rows are damage themselves.</summary>
    private bool IsSealedBy(PointerValues pointer, IReadOnlyList<ReleaseAt> unshown)
    {
        if (Damage is not [] || pointer.RecordsSha256 is not { } seal)
            return true;
        if (seal == SealOf(Sealed.Select(release => release.Entry)))
            return true;
        var before =
            from release in Sealed
            let record = release.Entry.Record
            let pending = unshown.Contains(release)
            where !pending || record?.Events.Count > 1
            select (release.Entry.Version, pending ? record!.After(record.Events.Count - 1).Sha256 : record?.Sha256);
        return seal == HashOf(before);
    }

    private Damage Broken(string what) => new(Plan, "pointer", what);
}
