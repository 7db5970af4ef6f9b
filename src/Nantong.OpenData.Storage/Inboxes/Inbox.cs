using Azure;
using Azure.Storage.Blobs;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>Publishes what editors drop: each complete drop becomes a release, or is put aside with the reason.</summary>
/// <remarks>
/// A drop is applied once. The release made from it bears its name, so that a run which died after publishing is not repeated, whatever was published
/// since; the report is written last where the drop is kept, so that a drop with a report only has to be removed. Files that an editor replaced
/// meanwhile stay in the inbox.
/// </remarks>
/// <param name="store">The store.</param>
/// <param name="clock">Dates the releases and the reports.</param>
/// <param name="signer">Signs the releases; null leaves them unsigned.</param>
public sealed class Inbox(Store store, TimeProvider clock, ManifestSigner? signer = null)
{
    private readonly BlobContainerClient inbox = store.Container(ContainerNames.Inbox);
    private readonly DropArchive archive = new(store);

    /// <summary>Processes all complete drops, in the order in which they became complete.</summary>
    /// <returns>What became of each.</returns>
    public Task<IReadOnlyList<DropReport>> RunAsync(CancellationToken cancellationToken = default) => RunAsync(null, null, cancellationToken);

    /// <summary>Processes all complete drops, telling of every step.</summary>
    /// <param name="progress">Told of a drop's step before and after it. An exception thrown here stops the run right there.</param>
    /// <param name="publishing">Told of the steps of publishing.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task<IReadOnlyList<DropReport>> RunAsync(
        IProgress<InboxProgress>? progress,
        IProgress<PublishProgress>? publishing,
        CancellationToken cancellationToken = default
    )
    {
        List<DropReport> reports = [];
        await using var turn = await StoreLock.AcquireAsync(store, "inbox", PublishTurn.LongestWait, clock, cancellationToken);
        if (turn is null)
            return reports; // another run is at work on the same drops
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
        var (complete, misplaced) = await Drop.ListAsync(inbox, stop.Token);
        foreach (var drop in complete)
            reports.Add(await ProcessAloneAsync(drop, progress, publishing, stop.Token));
        reports.AddRange(misplaced.Select(Misplaced));
        return reports;
    }

    /// <summary>Processes a drop so that it cannot stop those behind it: what fails over it alone is its outcome. A store that is away ends the run,
    /// and so does an exception of <paramref name="progress"/>.</summary>
    private async Task<DropReport> ProcessAloneAsync(
        Drop drop,
        IProgress<InboxProgress>? progress,
        IProgress<PublishProgress>? publishing,
        CancellationToken cancellationToken
    )
    {
        var told = new InboxListener(progress);
        try
        {
            return await ProcessAsync(drop, told, publishing, cancellationToken);
        }
        catch (Exception error) when (IsOfDrop(error))
        {
            // 400 and 413 are about what was sent
            if (error is BrokenReleaseException or RequestFailedException { Status: not (400 or 413) })
                return Stuck(drop, error);
            try
            {
                return await PutAsideAsync(drop, error, cancellationToken);
            }
            catch (RequestFailedException failed) when (IsOfDrop(failed))
            {
                return Stuck(drop, failed);
            }
        }

        bool IsOfDrop(Exception error) =>
            !told.Threw && !cancellationToken.IsCancellationRequested && (error is BrokenReleaseException || StoreFault.Explain(error) is null);
    }

    /// <summary>Moves a drop that the program failed over to where failed ones are kept: trying again would fail again, and its editor has to be
    /// told.</summary>
    private async Task<DropReport> PutAsideAsync(Drop drop, Exception error, CancellationToken cancellationToken)
    {
        var report = Report(
            drop,
            DropOutcome.Failed,
            null,
            "the program failed over it, which is a defect of the program and not of the drop; report it, with the files kept here: "
                + $"{Quoted.Text(Reason(error))}"
        );
        var files = await drop.ReadAsync(inbox, cancellationToken);
        if (!drop.IsComplete(files))
            return Waiting(drop, "an editor is changing it");
        await archive.KeepAsync(drop, files, report, _ => { }, cancellationToken);
        await archive.RemoveAsync(drop, files, _ => { }, cancellationToken);
        return report;
    }

    private DropReport Stuck(Drop drop, Exception error) =>
        Report(drop, DropOutcome.Stuck, null, $"it stays for the next run, which will try again: {Quoted.Text(Reason(error))}");

    private static string Reason(Exception error) => $"{error.GetType().Name}: {error.Message.Split('\n')[0].Trim()}";

    private async Task<DropReport> ProcessAsync(
        Drop drop,
        InboxListener progress,
        IProgress<PublishProgress>? publishing,
        CancellationToken cancellationToken
    )
    {
        Tell(InboxStep.Read, 0);
        var files = await drop.ReadAsync(inbox, cancellationToken);
        if (!drop.IsComplete(files))
            return Waiting(drop, "an editor is changing it");
        Tell(InboxStep.Read, 1);
        var report = await archive.FindReportAsync(drop, cancellationToken);
        if (report is null)
        {
            Tell(InboxStep.Publish, 0);
            report = await PublishAsync(drop, files, publishing, cancellationToken);
            Tell(InboxStep.Publish, 1);
            if (report.Outcome is DropOutcome.Waiting)
                return report;
            await archive.KeepAsync(drop, files, report, done => Tell(InboxStep.Keep, done), cancellationToken);
        }

        await archive.RemoveAsync(drop, files, done => Tell(InboxStep.Remove, done), cancellationToken);
        return report;

        void Tell(InboxStep step, int done) => progress.Report(new InboxProgress(drop.Plan, drop.Name, step, done));
    }

    private async Task<DropReport> PublishAsync(
        Drop drop,
        IReadOnlyList<DroppedFile> files,
        IProgress<PublishProgress>? publishing,
        CancellationToken cancellationToken
    )
    {
        if (await FindReleaseAsync(drop, cancellationToken) is { } made)
            return Report(drop, DropOutcome.Published, made.Version, $"{made.Key} was published from this drop");

        var warnings = new Faults();
        var report = await PublishAsync(drop, files, warnings, publishing, cancellationToken);
        return report with { Warnings = [.. warnings.Shown.Select(DropError.Of)], WarningCount = warnings.Count };
    }

    private async Task<DropReport> PublishAsync(
        Drop drop,
        IReadOnlyList<DroppedFile> files,
        Faults warnings,
        IProgress<PublishProgress>? publishing,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var read = await ReadAsync(drop, files, warnings, cancellationToken);
            if (read.Faults is { } faults)
                return Failed(drop, faults);
            var (plan, order, basis) = read.Value;
            var origin = new PublishOrigin(drop.Origin, basis);
            return await new Publisher(store, clock, signer).PublishAsync(
                plan,
                order.Version,
                order.Message,
                origin,
                publishing,
                cancellationToken
            ) switch
            {
                PublishOutcome.Published(var release, _, var decision) => Report(
                    drop,
                    DropOutcome.Published,
                    release.Version,
                    $"{release.Key} is published"
                ) with
                {
                    Decision = decision,
                },
                PublishOutcome.Unchanged(var release) => Report(
                    drop,
                    DropOutcome.Unchanged,
                    release.Version,
                    $"{release.Key} has this content already"
                ),
                PublishOutcome.Refused(var latest, var asked, var smallest, var decision) => Failed(
                    drop,
                    new Unreadable(PublishOrder.FileName, asked.ToString(), $"version {smallest} or higher after {latest.Version}, or none")
                ) with
                {
                    Decision = decision,
                },
                PublishOutcome.Unconfirmed(var latest, var smallest, var decision) => Failed(
                    drop,
                    PublishOrder.Unconfirmed(latest, smallest, decision)
                ) with
                {
                    Decision = decision,
                },
                PublishOutcome.Spent(_, var asked, var smallest) => Failed(
                    drop,
                    new Unreadable(PublishOrder.FileName, asked.ToString(), $"a version that was never announced: {smallest} or higher, or none")
                ),
                PublishOutcome.Disagreeing(_, _, var disagreeing) => Failed(
                    drop,
                    new Unreadable(PublishOrder.FileName, string.Join(", ", disagreeing), "files that, read back, say what the records say")
                ),
                PublishOutcome.ClockBehind behind => Waiting(drop, behind.Reason),
                PublishOutcome.Lost(_, _, var reason) => Waiting(drop, reason),
                var outcome => throw new InvalidOperationException($"unknown outcome {outcome}"),
            };
        }
        catch (BrokenReleaseException broken) // of this plan alone: other drops go on
        {
            return Waiting(drop, broken.Message);
        }
    }

    /// <summary>The visible release that was made from a drop; null when there is none.</summary>
    private async Task<ReleaseEntry?> FindReleaseAsync(Drop drop, CancellationToken cancellationToken)
    {
        var latest = await new LatestPointer(store).FindAsync(drop.Plan, cancellationToken);
        var all = (await new ReleaseRows(store).AllAsync(drop.Plan, cancellationToken)).Rows;
        return all.Select(release => release.Entry)
            .FirstOrDefault(release => release.Origin == drop.Origin && latest is not null && release.Version.CompareTo(latest.Version) <= 0);
    }

    /// <summary>The plan as it is with the drop's files in place of the latest release's.</summary>
    private async Task<Parsed<(Plan Plan, PublishOrder Order, ReleaseVersion? Basis)>> ReadAsync(
        Drop drop,
        IReadOnlyList<DroppedFile> files,
        Faults warnings,
        CancellationToken cancellationToken
    )
    {
        var faults = new Faults();
        var contents = files.Where(file => faults.Take(file.Content) is not null).ToDictionary(file => file.Name, file => file.Content.Value!);
        var order = contents.Remove(PublishOrder.FileName, out var last) ? faults.Take(PublishOrder.Read(last)) : null;
        List<PlanFile> inputs = [.. contents.Select(file => new PlanFile(file.Key, file.Value))];

        var latest = await new LatestPointer(store).FindAsync(drop.Plan, cancellationToken);
        if (latest is not null)
            inputs.AddRange(await new ReleaseInputs(store).ReadAsync(new ReleaseKey(drop.Plan, latest.Version), but: inputs, cancellationToken));
        // it is there, and refused
        else if (PlanFile.Required.Any(name => files.Any(file => file.Name == name && file.Content.Error is not null)))
            return faults;
        var plan = faults.Take(PlanInputs.Read(inputs, warnings));
        if (plan is not null && plan.About.Id != drop.Plan)
            faults.Add(new Unreadable(PlanFile.Description, plan.About.Id, $"the id {drop.Plan}, as the folder of the drop is named"));
        return faults.Count > 0 ? faults : (plan!, order!, latest?.Version);
    }

    private DropReport Failed(Drop drop, Unreadable error)
    {
        var faults = new Faults();
        faults.Add(error);
        return Failed(drop, faults);
    }

    private DropReport Failed(Drop drop, Faults faults)
    {
        var explanation = faults.Count == 1 ? faults.Shown[0].ToString() : $"{faults.Count} faults; the first: {faults.Shown[0]}";
        IReadOnlyList<DropError> errors = [.. faults.Shown.Select(DropError.Of)];
        return Report(drop, DropOutcome.Failed, null, explanation) with { Error = errors[0], Errors = errors, ErrorCount = faults.Count };
    }

    private DropReport Waiting(Drop drop, string why) => Report(drop, DropOutcome.Waiting, null, $"it stays for the next run: {why}");

    private DropReport Misplaced(string blob)
    {
        var folders = blob.Split('/')[..^1];
        return new DropReport(
            folders.FirstOrDefault() ?? "",
            string.Join('/', folders.Skip(1)),
            DropOutcome.Misplaced,
            null,
            null,
            null,
            $"inbox/{blob} is left alone: a drop is a folder {{plan}}/{{name}}/ with its {PublishOrder.FileName}, spelled exactly so, and "
                + "the id of a plan has small letters a-z, digits and hyphens only",
            clock.GetUtcNow()
        );
    }

    private DropReport Report(Drop drop, DropOutcome outcome, ReleaseVersion? release, string explanation) =>
        new(drop.Plan, drop.Name, outcome, release, null, null, explanation, clock.GetUtcNow());
}
