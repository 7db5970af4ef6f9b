namespace Nantong.OpenData.Api.Requests;

/// <summary>How long the app waits for a store that hangs instead of failing: the SDK alone would try for most of a minute.</summary>
internal static class Timeouts
{
    /// <summary>How long a request waits.</summary>
    public static readonly TimeSpan OfRequest = TimeSpan.FromSeconds(4);

    /// <summary>How long a look at the store may take before the app says that the store is away.</summary>
    public static readonly TimeSpan OfPoll = TimeSpan.FromSeconds(4);

    /// <summary>Waits on behalf of a request for a release, which goes on being loaded for the next one.</summary>
    /// <exception cref="TimeoutException">The store took too long.</exception>
    public static async ValueTask<T> WithinAsync<T>(ValueTask<T> look, CancellationToken cancellationToken) =>
        look.IsCompleted ? await look : await WithinAsync(look.AsTask(), cancellationToken);

    /// <summary>Waits on behalf of a request for what goes on being read for the next one.</summary>
    /// <exception cref="TimeoutException">The store took too long.</exception>
    public static Task<T> WithinAsync<T>(Task<T> look, CancellationToken cancellationToken) => look.WaitAsync(OfRequest, cancellationToken);

    /// <summary>Reads something from the store.</summary>
    /// <exception cref="TimeoutException">The store took too long.</exception>
    public static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var answer = default(T)!;
        await WithinAsync(async Task (stop) => answer = await read(stop), cancellationToken);
        return answer;
    }

    /// <summary>Does something that needs the store.</summary>
    /// <exception cref="TimeoutException">The store took too long.</exception>
    public static async Task WithinAsync(Func<CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OfRequest);
        try
        {
            await read(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}
