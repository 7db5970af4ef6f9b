using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Api.Polling;

/// <summary>How the store is, as the public may know it: also while a look at it hangs.</summary>
internal sealed class StoreWatch(Snapshots snapshots, TimeProvider clock)
{
    private long asked; // when the look under way began, as a timestamp of the clock; 0 when none is

    /// <summary>What is known of the store now. A look that takes too long says that it is away, and may still succeed.</summary>
    public StoreCondition Condition
    {
        get
        {
            var (since, last) = (Volatile.Read(ref asked), snapshots.Condition);
            if (since is not 0 && clock.GetElapsedTime(since) > Timeouts.OfPoll)
                return last with { Reachable = false, Problem = $"The store has not answered for {Timeouts.OfPoll.TotalSeconds:F0} seconds." };
            return last with { Problem = last.Problem is { } problem ? LogRedaction.Keep(problem) : null };
        }
    }

    /// <summary>Looks for new releases; never throws for a store that is away.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref asked, clock.GetTimestamp());
        try
        {
            await snapshots.RefreshAsync(cancellationToken);
        }
        finally
        {
            Volatile.Write(ref asked, 0);
        }
    }
}
