using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>Publishes plans. The order of the steps is the guarantee: a reader sees a release whole, or does not see it.</summary>
/// <remarks>
/// Wait for the turn → compare with the latest release → fence: take the pointer → announce the release as being built → write files, then rows →
/// read everything back and check it → seal the release's row → move the pointer. Only the pointer makes a release visible. What a publisher leaves
/// behind when it dies before the seal is taken up by the next one when it is the same content, and removed otherwise; what it has sealed is never
/// removed: the next one moves the pointer in its stead.
/// </remarks>
/// <param name="store">The store.</param>
/// <param name="clock">Dates the releases.</param>
/// <param name="signer">Signs their manifests; null leaves them unsigned.</param>
public sealed class Publisher(Store store, TimeProvider clock, ManifestSigner? signer = null)
{
    private readonly LatestPointer pointer = new(store);
    private readonly ReleaseRows releases = new(store);
    private readonly ReleaseWriter writer = new(store);
    private readonly Verifier verifier = new(store);

    /// <summary>Publishes a plan as a new release, unless the latest release has the same content.</summary>
    /// <param name="plan">What to publish.</param>
    /// <param name="version">Version of the release; null for the smallest that its changes allow, 1.0.0 when it is the first.</param>
    /// <param name="message">What readers should know about it.</param>
    /// <param name="progress">Told of every step before and after it, and between its parts, on the thread that does the work. An exception thrown
    /// here stops the publisher right there.</param>
    /// <param name="cancellationToken">Stops between two requests; readers stay on the old release.</param>
    public Task<PublishOutcome> PublishAsync(
        Plan plan,
        ReleaseVersion? version,
        string message,
        IProgress<PublishProgress>? progress = null,
        CancellationToken cancellationToken = default
    ) => PublishAsync(plan, version, message, origin: null, progress, cancellationToken);

    /// <summary>Publishes a plan that was made from the latest release and something new.</summary>
    /// <param name="plan">What to publish.</param>
    /// <param name="version">Version of the release; null for the smallest that its changes allow unless that is a major one, which has to be named;
    /// 1.0.0 when it is the first.</param>
    /// <param name="message">What readers should know about it.</param>
    /// <param name="origin">What it was made from; null when it stands for itself.</param>
    /// <param name="progress">As for the other form.</param>
    /// <param name="cancellationToken">Stops between two requests; readers stay on the old release.</param>
    public async Task<PublishOutcome> PublishAsync(
        Plan plan,
        ReleaseVersion? version,
        string message,
        PublishOrigin? origin,
        IProgress<PublishProgress>? progress,
        CancellationToken cancellationToken = default
    )
    {
        var id = RowAddress.Slug(plan.About.Id);
        var steps = new StepReport(progress);
        var seen = await pointer.FindAsync(id, cancellationToken);
        steps.Begin(PublishStep.Wait);
        await using var turn = await PublishTurn.TakeAsync(store, id, PublishTurn.LongestWait, clock, cancellationToken);
        if (turn is null)
            return new PublishOutcome.Lost(id, seen?.Version, $"another publisher of {id} is at work");
        steps.End(PublishStep.Wait);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
        try
        {
            return await PublishInTurnAsync(
                turn,
                new Request(plan, version, message, origin),
                origin is null ? seen?.Version : origin.Basis,
                steps,
                stop.Token,
                cancellationToken
            );
        }
        catch (Exception error)
            when (turn.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested && error is OperationCanceledException)
        {
            return new PublishOutcome.Lost(id, seen?.Version, "the store took the turn away from this publisher: it was cut off for too long");
        }
        catch (OtherContentException found)
        {
            return new PublishOutcome.Lost(id, (await pointer.FindAsync(id, cancellationToken))?.Version, $"{found.What} is another publisher's");
        }
    }

    /// <summary>What publishing would do now. Writes nothing and takes no turn, so that another publisher may still come first.</summary>
    public async Task<Proposal> ProposeAsync(Plan plan, ReleaseVersion? version, CancellationToken cancellationToken = default)
    {
        var history = await PublishHistory.ReadAsync(store, RowAddress.Slug(plan.About.Id), cancellationToken);
        if (history.FindPointerDamage() is { } damage)
            throw new BrokenReleaseException(damage);
        return await Proposal.MakeAsync(store, plan, version, history, cancellationToken);
    }

    /// <param name="turn">The turn.</param>
    /// <param name="request">What to publish.</param>
    /// <param name="seen">The release that was the latest when it was asked for.</param>
    /// <param name="steps">Told of every step.</param>
    /// <param name="cancellationToken">Stops when the turn is lost.</param>
    /// <param name="afterSeal">Stops only when the caller wants it: what is sealed stays, and the pointer's ETag alone decides whether this one may
    /// still move it.</param>
    private async Task<PublishOutcome> PublishInTurnAsync(
        PublishTurn turn,
        Request request,
        ReleaseVersion? seen,
        StepReport steps,
        CancellationToken cancellationToken,
        CancellationToken afterSeal
    )
    {
        var id = turn.Plan;
        var history = await turn.BeginAsync(cancellationToken);
        var latest = history.Latest;

        var proposal = await steps.AroundAsync(
            PublishStep.Compare,
            () => Proposal.MakeAsync(store, request.Plan, request.Version, history, cancellationToken)
        );
        if (proposal is Proposal.Unchanged same)
            return turn.HasShown ? await FinishedAsync(same.Latest, cancellationToken) : new PublishOutcome.Unchanged(same.Latest);
        if (latest?.Version != seen)
            return new PublishOutcome.Lost(id, latest?.Version, $"{id}@{latest?.Version} was published in the meantime, with other content");
        if (FindRefusal(proposal) is { } refusal)
            return refusal;
        var (release, follows, decision) = (Proposal.Next)proposal;
        if (request.Origin is not null && request.Version is null && follows is not null && decision is { Smallest: Bump.Major })
            return new PublishOutcome.Unconfirmed(follows, release.Version, decision);
        if (clock.GetUtcNow() is var now && now < latest?.PublishedAt)
            return new PublishOutcome.ClockBehind(latest, now);

        if (!await steps.AroundAsync(PublishStep.Fence, () => turn.FenceAsync(cancellationToken)))
            return new PublishOutcome.Lost(id, latest?.Version, "another publisher took the pointer first");
        var building = await steps.AroundAsync(PublishStep.Announce, () => AnnounceAsync(turn, release, request, history, cancellationToken));
        if (building is null)
            return new PublishOutcome.Lost(id, latest?.Version, "another publisher went on with a release that was being built");

        if (await turn.IsFencedAsync(cancellationToken))
            await writer.WriteFilesAsync(turn, release, building.Entry.Signature, steps, cancellationToken);
        if (await turn.IsFencedAsync(cancellationToken))
            await writer.WriteRowsAsync(turn, release, steps, cancellationToken);
        if (!await turn.IsFencedAsync(cancellationToken))
            return new PublishOutcome.Lost(id, latest?.Version, "another publisher took the turn while the release was written");
        if (!await steps.AroundAsync(PublishStep.ReadBack, () => ReadBackAsync(turn, building, cancellationToken)))
            return new PublishOutcome.Lost(id, latest?.Version, "another publisher took the turn while the release was read back");

        var published = await steps.AroundAsync(PublishStep.Seal, () => SealAsync(turn, building, latest, cancellationToken));
        if (published is null)
            return new PublishOutcome.Lost(id, latest?.Version, "another publisher changed the release while it was built");
        var isShown = await steps.AroundAsync(
            PublishStep.MovePointer,
            async () => await turn.ShowAsync(await turn.ReadAgainAsync(afterSeal), afterSeal) || await IsShownAsync(published, afterSeal)
        );
        return isShown
            ? new PublishOutcome.Published(published, release.Manifest, decision)
            : new PublishOutcome.Lost(id, (await pointer.FindAsync(id, afterSeal))?.Version, "another publisher moved the pointer first");
    }

    /// <summary>True when somebody else has moved the pointer to a sealed release, or beyond it.</summary>
    private async Task<bool> IsShownAsync(ReleaseEntry release, CancellationToken cancellationToken)
    {
        var history = await PublishHistory.ReadAsync(store, release.Plan, cancellationToken);
        return history.Pointer?.Values.Version is { } latest
            && latest.CompareTo(release.Version) >= 0
            && history
                .Sealed.Except(history.Unshown)
                .Any(shown => shown.Entry.Version == release.Version && shown.Entry.ManifestSha256 == release.ManifestSha256);
    }

    private static PublishOutcome? FindRefusal(Proposal proposal) =>
        proposal switch
        {
            Proposal.TooSmall(var latest, var asked, var smallest, var decision) => new PublishOutcome.Refused(latest, asked, smallest, decision),
            Proposal.Spent(var plan, var asked, var smallest) => new PublishOutcome.Spent(plan, asked, smallest),
            Proposal.Disagreeing(var release, var files) => new PublishOutcome.Disagreeing(release.Plan.About.Id, release.Version, files),
            _ => null,
        };

    /// <summary>The content was published by a turn that ended before readers saw it: this one has shown it to them.</summary>
    private async Task<PublishOutcome> FinishedAsync(ReleaseEntry release, CancellationToken cancellationToken)
    {
        var manifest = await store.Container(ContainerNames.Releases).FindAsync(release.Key.Folder + ReleaseFile.ManifestName, cancellationToken);
        return new PublishOutcome.Published(release, SnapshotLoader.ReadManifest(release, manifest?.Content), null);
    }

    /// <summary>Removes what other publishers left unfinished, and writes the row that says this release is being built.</summary>
    private async Task<ReleaseAt?> AnnounceAsync(
        PublishTurn turn,
        Release release,
        Request request,
        PublishHistory history,
        CancellationToken cancellationToken
    )
    {
        // A release whose rows were lost has its record still.
        var kept = (await new ReleaseRecords(store).ReadAsync(new ReleaseKey(turn.Plan, release.Version), cancellationToken)).All.LastOrDefault();
        var entry = new ReleaseEntry(
            turn.Plan,
            release.Version,
            ReleaseStatus.Building,
            null,
            request.Message,
            release.Manifest.ContentHash,
            release.ManifestSha256,
            release.Manifest.Predecessor?.Version,
            release.Plan.About,
            release.Plan.TitleBlock
        )
        {
            Origin = request.Origin?.Name,
            Signature = kept is null ? signer?.Sign(release.Files.Single(file => file.Path == ReleaseFile.ManifestName).ToBytes()) : kept.Signature,
            Turn = turn.Id,
        };

        ReleaseAt? resumed = null;
        foreach (var left in history.Releases.Where(release => release.Entry.Status is ReleaseStatus.Building))
        {
            turn.EnsureHeld();
            if (left.Entry.Version == entry.Version && left.Entry.ManifestSha256 == entry.ManifestSha256)
                resumed = left;
            else if (!await releases.SweepAsync(left, turn.Id, cancellationToken))
                return null;
        }

        return await releases.WriteAsync(entry, resumed?.ETag, cancellationToken);
    }

    /// <summary>Turns the release's status to published, and seals what is said of it. From here on its number is spent.</summary>
    /// <returns>Its row; null when another publisher has taken it.</returns>
    private async Task<ReleaseEntry?> SealAsync(PublishTurn turn, ReleaseAt building, ReleaseEntry? predecessor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var published = building.Entry with
        {
            Status = ReleaseStatus.Published,
            PublishedAt = now < predecessor?.PublishedAt ? predecessor.PublishedAt : now,
        };
        published = (await new ReleaseRecords(store).ReadAsync(published.Key, cancellationToken)).All is [.., var kept]
            ? kept.ApplyTo(published) // its rows were lost, and are written again: what was said of it stands
            : published with
            {
                Record = ReleaseRecord.Publish(published, predecessor?.Record),
            };
        turn.EnsureHeld();
        if (!await turn.IsFencedAsync(cancellationToken))
            return null;
        return await releases.WriteAsync(published, building.ETag, cancellationToken) is null ? null : published;
    }

    /// <summary>Checks what the store holds now; removes it when it is not what was sent, so that the next publisher begins afresh.</summary>
    /// <returns>False when another publisher has taken the turn: what the store holds is no longer this one's.</returns>
    private async Task<bool> ReadBackAsync(PublishTurn turn, ReleaseAt building, CancellationToken cancellationToken)
    {
        var check = await verifier.CheckAsync(building.Entry, cancellationToken);
        if (!await turn.IsFencedAsync(cancellationToken))
            return false;
        if (check.Damage is not [var first, ..])
            return true;
        await releases.SweepAsync(building, turn.Id, cancellationToken);
        throw new BrokenReleaseException(first with { What = $"{first.What}, right after it was written" });
    }

    /// <summary>What somebody asks to be published.</summary>
    private sealed record Request(Plan Plan, ReleaseVersion? Version, string Message, PublishOrigin? Origin);
}
