using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>What became of an attempt to change the status of a release.</summary>
public abstract record StatusOutcome
{
    private StatusOutcome() { }

    /// <summary>The release has the status now; running readers notice within their poll interval.</summary>
    /// <param name="Release">Its row.</param>
    public sealed record Changed(ReleaseEntry Release) : StatusOutcome;

    /// <summary>It had that status already, for the same reason and with the same way out.</summary>
    /// <param name="Release">Its row.</param>
    public sealed record Unchanged(ReleaseEntry Release) : StatusOutcome;

    /// <summary>The plan has no such release; nothing was written.</summary>
    /// <param name="Known">The releases that it has, newest first.</param>
    public sealed record NoSuchRelease(IReadOnlyList<ReleaseVersion> Known) : StatusOutcome;

    /// <summary>The status does not fit the release; nothing was written.</summary>
    /// <param name="Reason">Why, as a clause.</param>
    public sealed record Refused(string Reason) : StatusOutcome;

    /// <summary>A publisher of the plan is at work, or changed the release meanwhile; nothing was written.</summary>
    /// <param name="Reason">What happened, as a clause.</param>
    public sealed record Lost(string Reason) : StatusOutcome;
}

/// <summary>The life of a release after it is published: it is deprecated, and withdrawn. What it consists of never changes.</summary>
public sealed class ReleaseLife(Store store, TimeProvider clock)
{
    private readonly ReleaseRows releases = new(store);

    /// <summary>Tells readers of a release to move on. It is served as before.</summary>
    public Task<StatusOutcome> DeprecateAsync(ReleaseKey release, StatusNote note, CancellationToken cancellationToken = default) =>
        ChangeAsync(release, ReleaseStatus.Deprecated, note, cancellationToken);

    /// <summary>Stops serving a release for good. What it is called, and why it is gone, stays readable.</summary>
    public Task<StatusOutcome> WithdrawAsync(ReleaseKey release, StatusNote note, CancellationToken cancellationToken = default) =>
        ChangeAsync(release, ReleaseStatus.Withdrawn, note, cancellationToken);

    private async Task<StatusOutcome> ChangeAsync(ReleaseKey key, ReleaseStatus status, StatusNote note, CancellationToken cancellationToken)
    {
        // The turn of publishers: whoever moves the pointer next has seen the status.
        await using var turn = await PublishTurn.TakeAsync(store, key.Plan, PublishTurn.LongestWait, clock, cancellationToken);
        if (turn is null)
            return new StatusOutcome.Lost($"a publisher of {key.Plan} is at work");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
        try
        {
            return await ChangeInTurnAsync(turn, key, status, note, stop.Token);
        }
        catch (OperationCanceledException) when (turn.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new StatusOutcome.Lost("the store took the turn away: this process was cut off for too long; repeat the command");
        }
    }

    private async Task<StatusOutcome> ChangeInTurnAsync(
        PublishTurn turn,
        ReleaseKey key,
        ReleaseStatus status,
        StatusNote note,
        CancellationToken cancellationToken
    )
    {
        var history = await turn.BeginAsync(cancellationToken);
        var visible = history.Sealed.Reverse().ToList();
        if (visible.Find(at => at.Entry.Version == key.Version) is not { } found)
            return new StatusOutcome.NoSuchRelease([.. visible.Select(at => at.Entry.Version)]);
        if (FindReason(found.Entry, status, note, visible) is { } reason)
            return new StatusOutcome.Refused(reason);
        if (found.Entry.Status == status && found.Entry.Note is { } now && now with { Since = note.Since } == note)
            return new StatusOutcome.Unchanged(found.Entry);

        if (!await turn.FenceAsync(cancellationToken))
            return new StatusOutcome.Lost($"somebody else took the pointer of {key.Plan} first; repeat the command");
        var record = (found.Entry.Record ?? ReleaseRecord.Publish(found.Entry, predecessor: null)).With(status, note);
        turn.EnsureHeld();
        if (await releases.WriteAsync(record.ApplyTo(found.Entry) with { Turn = turn.Id }, found.ETag, cancellationToken) is not { } changed)
            return new StatusOutcome.Lost($"somebody else changed {key} meanwhile");

        // Readers watch the pointers alone: writing this one again shows them the new status.
        return await turn.ShowAsync(await turn.ReadAgainAsync(cancellationToken), cancellationToken)
            ? new StatusOutcome.Changed(changed.Entry)
            : new StatusOutcome.Lost($"somebody else moved the pointer of {key.Plan} meanwhile; repeat the command");
    }

    /// <summary>Why a status does not fit; null when it does.</summary>
    private static string? FindReason(ReleaseEntry release, ReleaseStatus status, StatusNote note, List<ReleaseAt> visible)
    {
        if (release.Status is ReleaseStatus.Withdrawn && status is not ReleaseStatus.Withdrawn)
            return $"{release.Key} is withdrawn, and that is for good";
        if (note.Reason.Trim() is "")
            return "readers must be told a reason";
        if (note.Sunset is { } sunset && status is ReleaseStatus.Withdrawn)
            return $"{release.Key} is not served any more from now on, so it has no sunset ({sunset:u})";
        if (note.Sunset < note.Since)
            return $"the sunset {note.Sunset:u} is before {note.Since:u}, when the release is deprecated";
        if (note.Replacement is not { } replacement)
            return null;
        if (replacement == release.Version)
            return $"{release.Key} cannot replace itself";
        return visible.Find(at => at.Entry.Version == replacement) switch
        {
            null => $"its replacement {replacement} is not published",
            { Entry.Status: ReleaseStatus.Withdrawn } => $"its replacement {replacement} is withdrawn itself",
            _ => null,
        };
    }
}
