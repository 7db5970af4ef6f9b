using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Rows;

namespace Nantong.OpenData.Storage;

/// <summary>Publishes plans. The order of the steps is the guarantee: a reader sees a release whole, or does not see it.</summary>
/// <remarks>
/// Wait for the turn → compare with the latest release → announce the release as being built → write files, then rows → read everything back and check it →
/// seal the release's row → move the pointer. Only the pointer makes a release visible. Whatever a publisher leaves behind when it dies stands above the pointer:
/// the next one takes it up when it is the same content, and removes it otherwise.
/// </remarks>
public sealed class Publisher(Store store, TimeProvider clock)
{
    private readonly LatestPointer pointer = new(store);
    private readonly ReleaseRows releases = new(store);
    private readonly Verifier verifier = new(store);

    /// <summary>Publishes a plan as a new release, unless the latest release has the same content.</summary>
    /// <param name="plan">What to publish.</param>
    /// <param name="version">Version of the release; null for the smallest that its changes allow, 1.0.0 when it is the first.</param>
    /// <param name="message">What readers should know about it.</param>
    /// <param name="progress">Told of every step before and after it, and between its parts, on the thread that does the work. An exception thrown here stops the publisher right there.</param>
    /// <param name="cancellationToken">Stops between two requests; readers stay on the old release.</param>
    public Task<PublishOutcome> PublishAsync(
        Plan plan, ReleaseVersion? version, string message, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default) =>
        PublishAsync(plan, version, message, origin: null, progress, cancellationToken);

    /// <summary>Publishes a plan that was made from the latest release and something new.</summary>
    /// <param name="plan">What to publish.</param>
    /// <param name="version">Version of the release; null for the smallest that its changes allow unless that is a major one, which has to be named; 1.0.0 when it is the first.</param>
    /// <param name="message">What readers should know about it.</param>
    /// <param name="origin">What it was made from; null when it stands for itself.</param>
    /// <param name="progress">As for the other form.</param>
    /// <param name="cancellationToken">Stops between two requests; readers stay on the old release.</param>
    public async Task<PublishOutcome> PublishAsync(
        Plan plan, ReleaseVersion? version, string message, PublishOrigin? origin, IProgress<PublishProgress>? progress, CancellationToken cancellationToken = default)
    {
        var id = RowAddress.Slug(plan.About.Id);
        var steps = new StepReport(progress);
        var seen = await pointer.FindAsync(id, cancellationToken);
        steps.Begin(PublishStep.Wait);
        await using var turn = await StoreLock.AcquireAsync(store, PublishTurn.Name(id), PublishTurn.Patience, clock, cancellationToken);
        if (turn is null) return new PublishOutcome.Lost(id, seen?.Version, $"another publisher of {id} is at work");
        steps.End(PublishStep.Wait);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
        try
        {
            return await PublishInTurnAsync(plan, version, message, origin, origin is null ? seen?.Version : origin.Basis, steps, stop.Token);
        }
        catch (Exception error) when (turn.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested && error is OperationCanceledException)
        {
            return new PublishOutcome.Lost(id, seen?.Version, "the store took the turn away from this publisher: it was cut off for too long");
        }
    }

    /// <summary>What publishing would do now. Writes nothing and takes no turn, so that another publisher may still come first.</summary>
    public async Task<Proposal> ProposeAsync(Plan plan, ReleaseVersion? version, CancellationToken cancellationToken = default)
    {
        var id = RowAddress.Slug(plan.About.Id);
        return await Proposal.MakeAsync(store, plan, version, await FindLatestAsync(id, await pointer.FindAsync(id, cancellationToken), cancellationToken), cancellationToken);
    }

    private async Task<PublishOutcome> PublishInTurnAsync(
        Plan plan, ReleaseVersion? version, string message, PublishOrigin? origin, ReleaseVersion? seen, StepReport steps, CancellationToken cancellationToken)
    {
        var id = plan.About.Id;
        var now = await pointer.FindAsync(id, cancellationToken);
        var latest = await FindLatestAsync(id, now, cancellationToken);

        var proposal = await steps.AroundAsync(PublishStep.Compare, () => Proposal.MakeAsync(store, plan, version, latest, cancellationToken));
        if (proposal is Proposal.Unchanged same) return new PublishOutcome.Unchanged(same.Latest);
        if (now?.Version != seen) return new PublishOutcome.Lost(id, now?.Version, $"{id}@{now?.Version} was published in the meantime, with other content");
        if (proposal is Proposal.TooSmall small) return new PublishOutcome.Refused(small.Latest, small.Asked, small.Smallest, small.Decision);
        var (release, follows, decision) = (Proposal.Next)proposal;
        if (origin is not null && version is null && follows is not null && decision is { Smallest: Bump.Major }) return new PublishOutcome.Unconfirmed(follows, release.Version, decision);

        var building = await steps.AroundAsync(PublishStep.Announce, () => AnnounceAsync(release, now, message, origin, cancellationToken));
        if (building is null) return new PublishOutcome.Lost(id, now?.Version, "another publisher announced the same release");

        await WriteFilesAsync(release, steps, cancellationToken);
        await WriteRowsAsync(release, steps, cancellationToken);
        await steps.AroundAsync(PublishStep.ReadBack, () => ReadBackAsync(building, cancellationToken));

        var published = building.Entry with { Status = ReleaseStatus.Published, PublishedAt = clock.GetUtcNow() };
        if (await steps.AroundAsync(PublishStep.Seal, () => releases.WriteAsync(published, building.ETag, cancellationToken)) is null)
            return new PublishOutcome.Lost(id, now?.Version, "another publisher changed the release while it was built");
        if (!await steps.AroundAsync(PublishStep.MovePointer, () => pointer.MoveAsync(published.Key, now, clock.GetUtcNow(), cancellationToken)))
            return new PublishOutcome.Lost(id, (await pointer.FindAsync(id, cancellationToken))?.Version, "another publisher moved the pointer first");

        return new PublishOutcome.Published(published, release.Manifest, decision);
    }

    /// <summary>Removes what other publishers left unfinished, and writes the row that says this release is being built.</summary>
    private async Task<ReleaseAt?> AnnounceAsync(Release release, PointerPosition? now, string message, PublishOrigin? origin, CancellationToken cancellationToken)
    {
        var entry = new ReleaseEntry(
            release.Plan.About.Id, release.Version, ReleaseStatus.Building, null, message, release.Manifest.ContentHash, release.ManifestSha256,
            release.Manifest.Predecessor?.Version, release.Plan.About, release.Plan.TitleBlock)
        {
            Origin = origin?.Name,
        };

        ReleaseAt? resumed = null;
        foreach (var left in (await releases.AllAsync(entry.Plan, cancellationToken)).All)
        {
            if (left.Entry.Status is not ReleaseStatus.Building && now is not null && left.Entry.Version.CompareTo(now.Version) <= 0) continue;
            if (left.Entry.Version == entry.Version && left.Entry.ManifestSha256 == entry.ManifestSha256) resumed = left;
            else await releases.SweepAsync(left, cancellationToken);
        }

        var building = await releases.WriteAsync(entry, resumed?.ETag, cancellationToken);
        if (resumed is null) await releases.ClearAsync(entry.Key, cancellationToken);
        return building;
    }

    private async Task WriteFilesAsync(Release release, StepReport steps, CancellationToken cancellationToken)
    {
        var source = release.Plan.Source;
        await store.Container(ContainerNames.Source).PutOnceAsync($"{source.Sha256}.txt", source.Bytes, "text/plain; charset=utf-8", cancellationToken);
        var container = store.Container(ContainerNames.Releases);
        var folder = new ReleaseKey(release.Plan.About.Id, release.Version).Folder;
        await steps.EachAsync(PublishStep.WriteFiles, release.Files, cancellationToken, (file, stop) =>
            container.PutOnceAsync(folder + file.Path, file, stop));
    }

    /// <summary>Writes rows batch by batch. While some are on their way, others are made.</summary>
    private async Task WriteRowsAsync(Release release, StepReport steps, CancellationToken cancellationToken)
    {
        using var transactions = new SemaphoreSlim(store.TransactionsAtOnce);
        await steps.EachAsync(PublishStep.WriteRows, [.. RecordTables.PartsOf(release)], cancellationToken, async (part, stop) =>
        {
            foreach (var batch in part.Batches)
            {
                await transactions.WaitAsync(stop);
                try
                {
                    await store.Table(part.Table).PutAsync(batch, stop);
                }
                finally
                {
                    transactions.Release();
                }
            }
        });
    }

    /// <summary>Checks what the store holds now; removes it when it is not what was sent, so that the next publisher begins afresh.</summary>
    private async Task<int> ReadBackAsync(ReleaseAt building, CancellationToken cancellationToken)
    {
        var check = await verifier.CheckAsync(building.Entry, cancellationToken);
        if (check.Damage is not [var first, ..]) return check.Rows;
        await releases.SweepAsync(building, cancellationToken);
        throw new BrokenReleaseException(first.Release, first.Where, $"{first.What}, right after it was written");
    }

    private async Task<ReleaseEntry?> FindLatestAsync(string plan, PointerPosition? at, CancellationToken cancellationToken)
    {
        if (at is null) return null;
        var key = new ReleaseKey(plan, at.Version);
        return (await releases.FindAsync(key, cancellationToken))?.Entry ?? throw new BrokenReleaseException(key, "pointer", "it names a release that has no row");
    }
}
