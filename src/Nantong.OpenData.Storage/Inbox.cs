using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Storage.Inboxes;

namespace Nantong.OpenData.Storage;

/// <summary>Publishes what editors drop: each complete drop becomes a release, or is put aside with the reason.</summary>
/// <remarks>
/// A drop is applied once. The release made from it bears its name, so that a run which died after publishing is not repeated, whatever was published since;
/// the report is written last where the drop is kept, so that a drop with a report only has to be removed. Files that an editor replaced meanwhile stay in the inbox.
/// </remarks>
public sealed class Inbox(Store store, TimeProvider clock)
{
    private readonly BlobContainerClient inbox = store.Container(ContainerNames.Inbox);

    /// <summary>Processes all complete drops, in the order in which they became complete.</summary>
    /// <returns>What became of each.</returns>
    public Task<IReadOnlyList<DropReport>> RunAsync(CancellationToken cancellationToken = default) => RunAsync(null, null, cancellationToken);

    /// <summary>Processes all complete drops, telling of every step.</summary>
    /// <param name="progress">Told of a drop's step before and after it. An exception thrown here stops the run right there.</param>
    /// <param name="publishing">Told of the steps of publishing.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task<IReadOnlyList<DropReport>> RunAsync(
        IProgress<InboxProgress>? progress, IProgress<PublishProgress>? publishing, CancellationToken cancellationToken = default)
    {
        List<DropReport> reports = [];
        await using var turn = await StoreLock.AcquireAsync(store, "inbox", PublishTurn.Patience, clock, cancellationToken);
        if (turn is null) return reports; // another run is at work on the same drops
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, turn.Lost);
        foreach (var drop in await Drop.ListAsync(inbox, stop.Token)) reports.Add(await ProcessAsync(drop, progress, publishing, stop.Token));
        return reports;
    }

    private async Task<DropReport> ProcessAsync(Drop drop, IProgress<InboxProgress>? progress, IProgress<PublishProgress>? publishing, CancellationToken cancellationToken)
    {
        Tell(InboxStep.Read, 0);
        var files = await drop.ReadAsync(inbox, cancellationToken);
        if (!drop.IsComplete(files)) return Report(drop, DropOutcome.Waiting, null, "it stays for the next run: an editor is changing it");
        Tell(InboxStep.Read, 1);
        var report = await FindReportAsync(drop, cancellationToken);
        if (report is null)
        {
            Tell(InboxStep.Publish, 0);
            report = await PublishAsync(drop, files, publishing, cancellationToken);
            Tell(InboxStep.Publish, 1);
            if (report.Outcome is DropOutcome.Waiting) return report;
            await KeepAsync(drop, files, report, done => Tell(InboxStep.Keep, done), cancellationToken);
        }

        await RemoveAsync(drop, files, done => Tell(InboxStep.Remove, done), cancellationToken);
        return report;

        void Tell(InboxStep step, int done) => progress?.Report(new InboxProgress(drop.Plan, drop.Name, step, done));
    }

    /// <summary>The report of an earlier run, which has done everything but removing the drop; null when there is none.</summary>
    private async Task<DropReport?> FindReportAsync(Drop drop, CancellationToken cancellationToken)
    {
        foreach (var container in new[] { ContainerNames.InboxDone, ContainerNames.InboxFailed })
        {
            if (await store.Container(container).FindAsync(drop.Archive + DropReport.FileName, cancellationToken) is { } report)
                return JsonSerializer.Deserialize(report.Content, InboxJson.Default.DropReport);
        }

        return null;
    }

    private async Task<DropReport> PublishAsync(Drop drop, IReadOnlyList<DroppedFile> files, IProgress<PublishProgress>? publishing, CancellationToken cancellationToken)
    {
        if (await FindReleaseAsync(drop, cancellationToken) is { } made)
            return Report(drop, DropOutcome.Published, made.Version, $"{made.Key} was published from this drop");

        try
        {
            if (!(await ReadAsync(drop, files, cancellationToken)).Try(out var request, out var error)) return Failed(drop, error);
            var (plan, order, basis) = request;
            return await new Publisher(store, clock).PublishAsync(plan, order.Version, order.Message, new PublishOrigin(drop.Origin, basis), publishing, cancellationToken) switch
            {
                PublishOutcome.Published(var release, _, var decision) => Report(drop, DropOutcome.Published, release.Version, $"{release.Key} is published") with { Decision = decision },
                PublishOutcome.Unchanged(var release) => Report(drop, DropOutcome.Unchanged, release.Version, $"{release.Key} has this content already"),
                PublishOutcome.Refused(var latest, var asked, var smallest, var decision) =>
                    Failed(drop, new Unreadable(PublishOrder.FileName, asked.ToString(), $"version {smallest} or higher after {latest.Version}, or none")) with { Decision = decision },
                PublishOutcome.Lost(_, _, var reason) => Report(drop, DropOutcome.Waiting, null, $"it stays for the next run: {reason}"),
                var outcome => throw new InvalidOperationException($"unknown outcome {outcome}"),
            };
        }
        catch (BrokenReleaseException broken) // of this plan alone: other drops go on
        {
            return Report(drop, DropOutcome.Waiting, null, $"it stays for the next run: {broken.Message}");
        }
    }

    /// <summary>The visible release that was made from a drop; null when there is none.</summary>
    private async Task<ReleaseEntry?> FindReleaseAsync(Drop drop, CancellationToken cancellationToken)
    {
        var latest = await new LatestPointer(store).FindAsync(drop.Plan, cancellationToken);
        var all = await new ReleaseRows(store).AllAsync(drop.Plan, cancellationToken);
        return all.Select(release => release.Entry).FirstOrDefault(release => release.Origin == drop.Origin && latest is not null && release.Version.CompareTo(latest.Version) <= 0);
    }

    /// <summary>The plan as it is with the drop's files in place of the latest release's.</summary>
    private async Task<Parsed<(Plan Plan, PublishOrder Order, ReleaseVersion? Basis)>> ReadAsync(Drop drop, IReadOnlyList<DroppedFile> files, CancellationToken cancellationToken)
    {
        if (!PublishOrder.Read(files[^1].Content).Try(out var order, out var error)) return error;
        List<PlanFile> inputs = [.. files.SkipLast(1).Select(file => new PlanFile(file.Name, file.Content))];
        if (inputs.Find(file => !PlanFile.Names.Contains(file.Name)) is { } unknown) return new Unreadable(unknown.Name, unknown.Name, $"files named {string.Join(", ", PlanFile.Names)}");

        var latest = await new LatestPointer(store).FindAsync(drop.Plan, cancellationToken);
        if (latest is not null) inputs.AddRange(await new ReleaseInputs(store).ReadAsync(new ReleaseKey(drop.Plan, latest.Version), but: inputs, cancellationToken));
        if (!PlanInputs.Read(inputs).Try(out var plan, out error)) return error;
        if (plan.About.Id != drop.Plan) return new Unreadable(PlanFile.Description, plan.About.Id, $"the id {drop.Plan}, as the folder of the drop is named");
        return (plan, order, latest?.Version);
    }

    private async Task KeepAsync(Drop drop, IReadOnlyList<DroppedFile> files, DropReport report, Action<int> tell, CancellationToken cancellationToken)
    {
        var kept = store.Container(report.Outcome is DropOutcome.Failed ? ContainerNames.InboxFailed : ContainerNames.InboxDone);
        var done = 0;
        tell(done);
        foreach (var file in files)
        {
            await kept.GetBlobClient(drop.Archive + file.Name).UploadAsync(file.Content, overwrite: true, cancellationToken);
            tell(++done);
        }

        await kept.GetBlobClient(drop.Archive + DropReport.FileName).UploadAsync(
            report.ToFile(), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancellationToken);
        tell(++done);
    }

    private async Task RemoveAsync(Drop drop, IReadOnlyList<DroppedFile> files, Action<int> tell, CancellationToken cancellationToken)
    {
        var done = 0;
        tell(done);
        foreach (var file in files)
        {
            try
            {
                await inbox.GetBlobClient(drop.Folder + file.Name).DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = file.ETag }, cancellationToken: cancellationToken);
            }
            catch (RequestFailedException error) when (error.Status == 412)
            {
                // An editor replaced it since it was read: it belongs to the next drop.
            }

            tell(++done);
        }
    }

    private DropReport Failed(Drop drop, Unreadable error) => Report(drop, DropOutcome.Failed, null, error.ToString()) with { Error = DropError.Of(error) };

    private DropReport Report(Drop drop, DropOutcome outcome, ReleaseVersion? release, string explanation) =>
        new(drop.Plan, drop.Name, outcome, release, null, null, explanation, clock.GetUtcNow());
}
