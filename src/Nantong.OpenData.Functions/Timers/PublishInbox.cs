using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Inboxes;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Publishes what editors dropped into the inbox. A drop that cannot be published is put aside with a report: that is no failure of the run. One that the program fails over is, once the others are through.</summary>
internal sealed class PublishInbox(Inbox inbox)
{
    /// <summary>Name of the timer.</summary>
    public const string Name = "PublishInbox";

    /// <summary>The work as a timer.</summary>
    public TimerFunction Timer => new(Name, RunAsync);

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var drops = await inbox.RunAsync(cancellationToken);
        return drops.Any(drop => drop.Outcome is DropOutcome.Stuck) ? throw new TimerFailedException(Tell(drops)) : Tell(drops);
    }

    /// <summary>What became of the drops, in a sentence.</summary>
    internal static string Tell(IReadOnlyList<DropReport> drops) => drops is []
        ? "No complete drop."
        : string.Join("; ", drops.Select(drop => $"{drop.Plan}/{drop.Drop}: {drop.Explanation}")) + ".";
}
