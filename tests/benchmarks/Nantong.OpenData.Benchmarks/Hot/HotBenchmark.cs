using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;

namespace Nantong.OpenData.Benchmarks.Hot;

/// <summary>Requests per second of hot answers, against nginx serving the same bytes from files.</summary>
internal static class HotBenchmark
{
    // As many as the settings take: no request is refused, every one is counted.
    private static readonly (string, string)[] Counted = [("OpenData__RateLimitRequests", "100000"), ("OpenData__RateLimitSeconds", "1")];

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("hot", "Hot answers", output);
        await using var store = await SampleStore.StartAsync();
        await using var telemetry = new TelemetrySink();
        await using var bare = await Api.StartAsync(store.ConnectionString, Api.Unlimited);
        await using var whole = await Api.StartAsync(store.ConnectionString, [.. Counted, .. telemetry.Variables]);
        var bodies = await BodiesAsync(bare.Address);
        await using var nginx = await Nginx.StartAsync(HotRequest.All.Select(request => (request.File, bodies[request])));

        HotServer[] ours = [new("ours", bare.Address, request => request.Path), new("ours, whole pipeline", whole.Address, request => request.Path)];
        List<HotServer> servers = [.. nginx.Servers.Select(server => new HotServer(server.Name, server.Address, request => request.File)), .. ours];
        foreach (var server in servers) await server.MeasureAsync(HotRequest.All[0], 2); // warm

        var table = new Table("request", "body", "nginx at its best, req/s", "which", "ours, req/s", "ratio", "whole pipeline, req/s", "ratio", "p99 ms, nginx / ours / whole", "wrong");
        var every = new Table(["request", .. servers.Select(server => server.Name)]);
        foreach (var request in HotRequest.All)
        {
            Report.Say($"Measuring: {request.Name}");
            var results = await Medians.InterleavedAsync(servers, settings.Rounds, server => server.MeasureAsync(request, settings.Seconds));
            var rates = servers.ToDictionary(server => server, server => Medians.Of(results[server].Select(result => result.Rate)));
            var best = servers.Except(ours).MaxBy(server => rates[server])!;
            string P99(HotServer server) => Table.Ratio(Medians.Of(results[server].Select(result => result.P99)));
            table.Add(
                request.Name, request.Conditional ? "none" : $"{Table.Whole(bodies[request].Length)} B", Table.Whole(rates[best]), best.Name,
                Table.Whole(rates[ours[0]]), Table.Ratio(rates[ours[0]] / rates[best]), Table.Whole(rates[ours[1]]), Table.Ratio(rates[ours[1]] / rates[best]),
                $"{P99(best)} / {P99(ours[0])} / {P99(ours[1])}", Table.Whole(results.Values.SelectMany(all => all).Sum(result => result.Wrong)));
            every.Add([request.Name, .. servers.Select(server => Table.Whole(rates[server]))]);
        }

        report.Add($"64 connections, keep-alive, wrk -t1 on one core, the server on the other; medians of {settings.Rounds} interleaved rounds of {settings.Seconds} s.");
        report.Add(table);
        report.Add("\"ours\": the rate limit and telemetry off. \"Whole pipeline\": each request counted against a limit that it does not reach, metrics and traces exported by OTLP.");
        report.Add("Every server, req/s:");
        report.Add(every);
        report.End();
    }

    private static async Task<IReadOnlyDictionary<HotRequest, byte[]>> BodiesAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Dictionary<HotRequest, byte[]> bodies = [];
        foreach (var request in HotRequest.All) bodies[request] = await client.GetByteArrayAsync(new Uri(address, request.Path));
        return bodies;
    }
}
