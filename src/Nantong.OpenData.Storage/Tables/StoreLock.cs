using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>A turn that only one process has at a time: a lease on an empty blob in container <c>locks</c>.</summary>
/// <remarks>A process that dies loses its turn after <see cref="Term"/>. One that is cut off learns it by <see cref="Lost"/> before the term is
/// over.</remarks>
public sealed class StoreLock : IAsyncDisposable
{
    /// <summary>How long a turn outlives its holder: the shortest lease that the service gives.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    private readonly BlobLeaseClient lease;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task renewing;
    private long renewed; // when the last renewal that succeeded was asked for, as a timestamp of the clock: the store counts from later

    private StoreLock(BlobLeaseClient lease, TimeProvider clock, long asked)
    {
        (this.lease, this.clock, renewed) = (lease, clock, asked);
        renewing = RenewAsync();
    }

    /// <summary>Cancelled when the turn is lost; what is under way must stop then.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Stops whoever goes on after the term: a process that was stopped itself may be here before its timers.</summary>
    /// <exception cref="OperationCanceledException">The turn is over.</exception>
    public void EnsureHeld()
    {
        if (clock.GetElapsedTime(Volatile.Read(ref renewed)) >= Term)
            lost.Cancel();
        lost.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for a turn.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">What the turn is for: <c>publish-urbanization-14fyp</c>.</param>
    /// <param name="patience">How long to wait while another process has it; longer than <see cref="Term"/> outlives a dead holder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The turn, ended by disposing it; null when another process kept it.</returns>
    public static async Task<StoreLock?> AcquireAsync(
        Store store,
        string name,
        TimeSpan patience,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var blob = store.Container(ContainerNames.Locks).GetBlobClient(name);
        if (!await blob.ExistsAsync(cancellationToken))
            await store.Container(ContainerNames.Locks).PutOnceAsync(name, default, "application/octet-stream", cancellationToken);

        var lease = blob.GetBlobLeaseClient();
        for (var started = clock.GetTimestamp(); ; )
        {
            try
            {
                var asked = clock.GetTimestamp();
                await lease.AcquireAsync(Term, cancellationToken: cancellationToken);
                return new StoreLock(lease, clock, asked);
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
            {
                if (clock.GetElapsedTime(started) >= patience)
                    return null;
                await Task.Delay(AskAgainAfter, clock, cancellationToken);
            }
        }
    }

    /// <summary>Ends the turn.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        try
        {
            if (!lost.IsCancellationRequested)
                await lease.ReleaseAsync();
        }
        catch (Exception error) when (StoreFault.Explain(error) is not null || error is RequestFailedException)
        {
            // The store is away or the turn is over: it ends by itself.
        }

        ended.Dispose();
        lost.Dispose();
    }

    /// <summary>Renews the lease until the turn ends. When the term passes without a renewal, whatever the store does meanwhile, the turn is
    /// lost.</summary>
    private async Task RenewAsync()
    {
        using var term = new CancellationTokenSource(LeftSince(renewed), clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, term.Token);
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, clock, over.Token);
                var asked = clock.GetTimestamp();
                if (!await TryRenewAsync(over.Token))
                    continue;
                Volatile.Write(ref renewed, asked);
                term.CancelAfter(LeftSince(asked));
            }
        }
        catch (Exception) when (ended.IsCancellationRequested)
        {
            // The turn ends as it should; what a renewal that is cut short throws may be wrapped by the client's retries.
        }
        catch (Exception)
        {
            await lost.CancelAsync(); // the term is over, or the store says that the turn is another's
        }
    }

    private TimeSpan LeftSince(long asked) => Term - clock.GetElapsedTime(asked) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Asks for another term; false when the store does not answer as it should, and may the next time.</summary>
    private async Task<bool> TryRenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await lease.RenewAsync(cancellationToken: cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is not RequestFailedException { Status: 409 or 412 or 404 })
        {
            return false;
        }
    }
}
