using Nantong.OpenData.Benchmarks.Programs;

namespace Nantong.OpenData.Benchmarks.Hot;

/// <summary>Somebody who answers the hot requests.</summary>
/// <param name="Name">Who, and how it is set.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="PathOf">The path of a request there.</param>
internal sealed record HotServer(string Name, Uri Address, Func<HotRequest, string> PathOf)
{
    /// <summary>Puts load on it.</summary>
    public async Task<WrkResult> MeasureAsync(HotRequest request, int seconds)
    {
        var address = new Uri(Address, PathOf(request));
        if (!request.Conditional) return await Wrk.RunAsync(address, seconds, connections: 64);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var known = await client.GetAsync(address);
        return await Wrk.RunAsync(address, seconds, connections: 64, "-H", $"If-None-Match: {known.Headers.ETag}");
    }
}
