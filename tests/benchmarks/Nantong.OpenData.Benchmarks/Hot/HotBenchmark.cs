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

        HotServer[] ours =
        [
            new("ours", bare.ProcessId!.Value, bare.Address, request => request.Path),
            new("ours, whole pipeline", whole.ProcessId!.Value, whole.Address, request => request.Path),
        ];
        List<HotServer> servers =
        [
            .. nginx.Servers.Select(server => new HotServer(server.Name, nginx.ProcessId, server.Address, request => request.File)),
            .. ours,
        ];
        foreach (var server in servers)
            await server.MeasureAsync(HotRequest.All[0], 2); // warm

        var ratios = new Table(
            "request",
            "body",
            "nginx at its best, req/s",
            "which",
            "ours, req/s",
            "ratio",
            "whole pipeline, req/s",
            "ratio",
            "p99 ms, nginx / ours / whole",
            "wrong"
        );
        string[] names = ["request", .. servers.Select(server => server.Name)];
        var (rates, times) = (new Table(names), new Table(names));
        foreach (var request in HotRequest.All)
        {
            Report.Say($"Measuring: {request.Name}");
            var results = await Medians.InterleavedAsync(servers, settings.Rounds, server => server.MeasureAsync(request, settings.Seconds));
            double Median(HotServer server, Func<HotResult, double> figure) => Medians.Of(results[server].Select(figure));
            double Rate(HotServer server) => Median(server, result => result.Load.Rate);
            double P99(HotServer server) => Median(server, result => result.Load.P99);

            var best = servers.Except(ours).MaxBy(Rate)!;
            ratios.Add(
                request.Name,
                request.Conditional ? "none" : $"{Table.Whole(bodies[request].Length)} B",
                Table.Whole(Rate(best)),
                best.Name,
                Table.Whole(Rate(ours[0])),
                Table.Ratio(Rate(ours[0]) / Rate(best)),
                Table.Whole(Rate(ours[1])),
                Table.Ratio(Rate(ours[1]) / Rate(best)),
                string.Join(" / ", ((HotServer[])[best, .. ours]).Select(server => Table.Ratio(P99(server)))),
                Table.Whole(results.Values.SelectMany(all => all).Sum(result => result.Load.Wrong))
            );
            rates.Add([request.Name, .. servers.Select(server => Table.Whole(Rate(server)))]);
            times.Add([request.Name, .. servers.Select(server => Table.Tenths(Median(server, result => result.Microseconds)))]);
        }

        report.Add(
            $"64 connections, keep-alive, wrk -t1 on one core, the server on the other; medians of {settings.Rounds} interleaved rounds of "
                + $"{settings.Seconds} s."
        );
        report.Add(ratios);
        report.Add(
            "\"ours\": the rate limit and telemetry off. \"Whole pipeline\": each request counted against a limit that it does not reach, "
                + "metrics and traces exported by OTLP."
        );
        report.Add($"Every server, answers per second:\n\n{rates}");
        report.Add($"Processor time of an answer, in microseconds; what a neighbour on the core takes does not count:\n\n{times}");
        report.End();
    }

    private static async Task<IReadOnlyDictionary<HotRequest, byte[]>> BodiesAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Dictionary<HotRequest, byte[]> bodies = [];
        foreach (var request in HotRequest.All)
            bodies[request] = await client.GetByteArrayAsync(new Uri(address, request.Path));
        return bodies;
    }
}
