using Nantong.OpenData.Storage.Inboxes;

namespace Nantong.OpenData.Jobs;

/// <summary>Publishes what editors dropped into the inbox. A drop that cannot be published is put aside with a report: that is no failure of the run.
/// A drop that throws is reported after the other drops have run, and the run has failed.</summary>
public sealed class PublishInbox(Inbox inbox)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "PublishInbox";

    /// <summary>Every five minutes.</summary>
    public const string Schedule = "0 */5 * * * *";

    /// <summary>The outcome of a run that found nothing to publish.</summary>
    public const string NoCompleteDrop = "No complete drop.";

    /// <summary>The work as a job.</summary>
    public Job Job => new(Name, new(Schedule), RunAsync);

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var drops = await inbox.RunAsync(cancellationToken);
        return drops.Any(drop => drop.Outcome is DropOutcome.Stuck) ? throw new JobFailedException(Tell(drops)) : Tell(drops);
    }

    /// <summary>What became of the drops, in a sentence.</summary>
    public static string Tell(IReadOnlyList<DropReport> drops) =>
        drops is [] ? NoCompleteDrop : string.Join("; ", drops.Select(drop => $"{drop.Plan}/{drop.Drop}: {drop.Explanation}")) + ".";
}
