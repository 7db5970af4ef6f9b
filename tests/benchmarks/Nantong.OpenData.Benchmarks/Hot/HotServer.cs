using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;

namespace Nantong.OpenData.Benchmarks.Hot;

/// <summary>Somebody who answers the hot requests.</summary>
/// <param name="Name">Who, and how it is set.</param>
/// <param name="ProcessId">Id of its process.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="PathOf">The path of a request there.</param>
internal sealed record HotServer(string Name, int ProcessId, Uri Address, Func<HotRequest, string> PathOf)
{
    private const int Connections = 64;

    /// <summary>Puts load on it.</summary>
    /// <returns>What wrk saw, and how much of the processor an answer took, in microseconds.</returns>
    public async Task<HotResult> MeasureAsync(HotRequest request, int seconds)
    {
        var address = new Uri(Address, PathOf(request));
        var headers = request.Conditional ? await KnownAsync(address) : [];
        var before = ProcessorTime.Of(ProcessId);
        var load = await Wrk.RunAsync(address, seconds, Connections, headers);
        return new HotResult(load, 1_000_000 * (ProcessorTime.Of(ProcessId) - before) / (load.Rate * seconds));
    }

    private static async Task<string[]> KnownAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var known = await client.GetAsync(address);
        return ["-H", $"If-None-Match: {known.Headers.ETag}"];
    }
}

/// <summary>One round of load.</summary>
/// <param name="Load">What wrk saw.</param>
/// <param name="Microseconds">Time of the processor that one answer took.</param>
internal sealed record HotResult(WrkResult Load, double Microseconds);
