using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage;

/// <summary>What a round of care found and did.</summary>
/// <param name="Check">Every release, hashed again, after the sweeping.</param>
/// <param name="Swept">Builds that were removed, as <c>plan@version</c>.</param>
public sealed record CareReport(StoreCheck Check, IReadOnlyList<string> Swept)
{
    /// <summary>One sentence for a log or the table of runs; the first finding is named.</summary>
    public override string ToString()
    {
        var swept = Swept.Count == 0 ? "" : $"; removed the abandoned {string.Join(", ", Swept)}";
        return Check.Damage is [var first, ..]
            ? $"{Check.Damage.Count} of what was read is damaged, first {first}{swept}"
            : $"{Check.Releases.Count} releases are whole: {Check.Releases.Sum(release => release.Files)} files, {Check.Releases.Sum(release => release.Rows)} rows{swept}";
    }
}

/// <summary>Looks after a store: reads every release again and hashes it, and removes builds that nobody went on with.</summary>
public sealed class ReleaseCare(Store store, TimeProvider clock)
{
    /// <summary>How old a build must be before it counts as abandoned: the next publisher of its plan would have taken it up or removed it.</summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    private readonly ReleaseRows releases = new(store);
    private readonly LatestPointer pointers = new(store);

    /// <summary>Sweeps, then checks. Safe to repeat, and beside publishers: a plan whose turn is taken is left to the next round.</summary>
    public async Task<CareReport> RunAsync(CancellationToken cancellationToken = default)
    {
        List<string> swept = [];
        foreach (var plan in (await FindAbandonedAsync(plan: null, cancellationToken)).Select(build => build.Entry.Plan).Distinct())
        {
            await using var turn = await StoreLock.AcquireAsync(store, PublishTurn.Name(plan), TimeSpan.Zero, clock, cancellationToken);
            if (turn is null) continue; // a publisher is at work: it sweeps itself
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
            foreach (var build in await FindAbandonedAsync(plan, stop.Token))
            {
                await releases.SweepAsync(build, stop.Token);
                swept.Add(build.Entry.Key.ToString());
            }
        }

        return new CareReport(await new Verifier(store).VerifyAsync(cancellationToken: cancellationToken), swept);
    }

    /// <summary>Releases that no reader sees and nobody has touched for long. A list that cannot be read is the verifier's to report.</summary>
    private async Task<IReadOnlyList<ReleaseAt>> FindAbandonedAsync(string? plan, CancellationToken cancellationToken)
    {
        try
        {
            var latest = (await pointers.AllAsync(cancellationToken)).All.ToDictionary(pointer => pointer.Plan, pointer => pointer.Version, StringComparer.Ordinal);
            var all = (await releases.AllAsync(plan, cancellationToken)).All;
            return [.. all.Where(release => !IsVisible(release.Entry) && clock.GetUtcNow() - release.WrittenAt > AbandonedAfter)];

            bool IsVisible(ReleaseEntry release) =>
                release.Status is not ReleaseStatus.Building && latest.TryGetValue(release.Plan, out var version) && release.Version.CompareTo(version) <= 0;
        }
        catch (BrokenReleaseException)
        {
            return [];
        }
    }
}
