using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Jobs;

/// <summary>Reads every stored release again and hashes it, and removes builds that nobody went on with and records of runs that nobody asks for.
/// Damage makes the run fail, so that whoever watches the timers is told.</summary>
public sealed class VerifyReleases(ReleaseCare care, RunLog runs)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "VerifyReleases";

    /// <summary>Daily at 18:30 UTC, half past two at night in Nantong.</summary>
    public const string Schedule = "0 30 18 * * *";

    /// <summary>The work as a job.</summary>
    public Job Job => new(Name, new(Schedule), RunAsync);

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await runs.PruneAsync(cancellationToken: cancellationToken);
        var report = await care.RunAsync(cancellationToken);
        return report.Check.Damage is [] ? $"{report}." : throw new JobFailedException($"{report}.");
    }
}
