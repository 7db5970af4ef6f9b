using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Verifying;

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
            : $"{Check.Releases.Count} releases are whole: {Check.Releases.Sum(release => release.Files)} files, "
                + $"{Check.Releases.Sum(release => release.Rows)} rows{swept}";
    }
}

/// <summary>Looks after a store: reads every release again and hashes it, and removes builds that nobody went on with.</summary>
public sealed class ReleaseCare(Store store, TimeProvider clock)
{
    /// <summary>How old a build must be before it counts as abandoned: the next publisher of its plan would have taken it up or removed it.</summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    private readonly ReleaseRows releases = new(store);

    /// <summary>Sweeps, then checks. Safe to repeat, and beside publishers: a plan whose turn is taken is left to the next round.</summary>
    public async Task<CareReport> RunAsync(CancellationToken cancellationToken = default)
    {
        List<string> swept = [];
        foreach (var plan in (await FindAbandonedAsync(plan: null, cancellationToken)).Select(build => build.Entry.Plan).Distinct())
        {
            await using var turn = await PublishTurn.TakeAsync(store, plan, TimeSpan.Zero, clock, cancellationToken);
            if (turn is null)
                continue; // a publisher is at work: it sweeps itself
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
            foreach (var build in await FindAbandonedAsync(plan, stop.Token))
            {
                turn.EnsureHeld();
                if (await releases.SweepAsync(build, turn.Id, stop.Token))
                    swept.Add(build.Entry.Key.ToString());
            }
        }

        return new CareReport(await new Verifier(store).VerifyAsync(cancellationToken: cancellationToken), swept);
    }

    /// <summary>Releases that are still being built, and that nobody has touched for long. What was sealed is none of them, whatever the pointer
    /// says.</summary>
    private async Task<IReadOnlyList<ReleaseAt>> FindAbandonedAsync(string? plan, CancellationToken cancellationToken)
    {
        var stored = await releases.AllAsync(plan, cancellationToken); // a row that cannot be read is the verifier's to report
        return
        [
            .. stored.Rows.Where(release => release.Entry.Status is ReleaseStatus.Building && clock.GetUtcNow() - release.WrittenAt > AbandonedAfter),
        ];
    }
}
