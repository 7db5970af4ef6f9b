using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>Reads every stored release again and hashes it, and removes builds that nobody went on with and records of runs that nobody asks for. Damage makes the run fail, so that whoever watches the timers is told.</summary>
internal sealed class VerifyReleases(ReleaseCare care, AggregateStore runs)
{
    /// <summary>Name of the timer.</summary>
    public const string Name = "VerifyReleases";

    /// <summary>The work as a timer.</summary>
    public TimerFunction Timer => new(Name, RunAsync);

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await runs.PruneRunsAsync(cancellationToken: cancellationToken);
        var report = await care.RunAsync(cancellationToken);
        return report.Check.Damage is [] ? $"{report}." : throw new TimerFailedException($"{report}.");
    }
}
