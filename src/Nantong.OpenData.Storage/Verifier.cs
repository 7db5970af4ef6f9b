using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage;

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
/// <param name="Releases">The releases that readers can see, in plan order and oldest first.</param>
/// <param name="Unfinished">Releases that a publisher is building or left behind, as <c>plan@version</c>; no reader sees them, the next publish resumes or removes them.</param>
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

    /// <summary>Checks a plan, or the whole store.</summary>
    /// <param name="plan">Id of the plan; null for all.</param>
    /// <param name="progress">Told of every release when it is checked.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<StoreCheck> VerifyAsync(string? plan = null, IProgress<ReleaseCheck>? progress = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await CheckAllAsync(plan, progress, cancellationToken);
        }
        catch (BrokenReleaseException broken) // a row of releases or pointers cannot be read: there is no list to go by
        {
            return new StoreCheck([], [], [broken.Damage]);
        }
    }

    /// <summary>Checks one release, whatever its status.</summary>
    public async Task<ReleaseCheck> CheckAsync(ReleaseEntry release, CancellationToken cancellationToken = default)
    {
        try
        {
            var reader = new ReleaseReader(store, release);
            await reader.CheckAsync(cancellationToken);
            return new ReleaseCheck(release, reader.Files, reader.Rows, reader.Damage);
        }
        catch (BrokenReleaseException broken)
        {
            return new ReleaseCheck(release, 0, 0, [broken.Damage]);
        }
    }

    private async Task<StoreCheck> CheckAllAsync(string? plan, IProgress<ReleaseCheck>? progress, CancellationToken cancellationToken)
    {
        var all = (await releases.AllAsync(plan, cancellationToken)).All;
        var pointers = (await new LatestPointer(store).AllAsync(cancellationToken)).All.Where(pointer => plan is null || pointer.Plan == plan).ToArray();
        var latest = pointers.ToDictionary(pointer => pointer.Plan, pointer => pointer.Version, StringComparer.Ordinal);
        var visible = all.Select(release => release.Entry).ToLookup(release => IsVisible(release, latest));

        List<ReleaseCheck> checks = [];
        foreach (var release in visible[true])
        {
            var check = await CheckAsync(release, cancellationToken);
            checks.Add(check);
            progress?.Report(check);
        }

        Damage[] damage =
        [
            .. checks.SelectMany(check => check.Damage),
            .. pointers.Where(pointer => !visible[true].Any(release => release.Key == new ReleaseKey(pointer.Plan, pointer.Version)))
                .Select(pointer => new Damage(pointer.Plan, "pointer", $"it names {pointer.Version}, and there is no such published release")),
            .. Chains(visible[true]),
            .. await Strays.FindAsync(store, plan, [.. all.Select(release => release.Entry.Key)], cancellationToken),
        ];
        return new StoreCheck(checks, [.. visible[false].Select(release => release.Key.ToString())], damage);
    }

    private static bool IsVisible(ReleaseEntry release, Dictionary<string, ReleaseVersion> latest) =>
        release.Status is not ReleaseStatus.Building && latest.TryGetValue(release.Plan, out var version) && release.Version.CompareTo(version) <= 0;

    /// <summary>Every release of a plan follows the one below it: no release was taken out of the chain, and none was put in. The hashes were compared release by release.</summary>
    private static IEnumerable<Damage> Chains(IEnumerable<ReleaseEntry> visible)
    {
        foreach (var plan in visible.GroupBy(release => release.Plan, StringComparer.Ordinal))
        {
            ReleaseVersion? below = null;
            foreach (var release in plan.OrderBy(release => release.Version))
            {
                if (release.Predecessor != below)
                    yield return new Damage(release.Key.ToString(), "predecessor", $"it follows {release.Predecessor?.ToString() ?? "none"}, but the release below it is {below?.ToString() ?? "none"}");
                below = release.Version;
            }
        }
    }
}
