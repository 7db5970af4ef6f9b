using Nantong.OpenData.Jobs;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Api.Polling;

/// <summary>How the last verification of the store went, whichever instance ran it: kept in memory, since readiness must not wait for the
/// store.</summary>
internal sealed class LastVerification(RunLog runs)
{
    private volatile TimerRun? last;

    /// <summary>The last run, when it failed; null when it succeeded, or there was none.</summary>
    public TimerRun? Failure => last is { Succeeded: false } failed ? failed : null;

    /// <summary>Asks the store.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => last = (await runs.LastAsync(VerifyReleases.Name, cancellationToken)).Last;
}
