using System.Text.Json;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;

namespace Nantong.OpenData.Benchmarks.Download;

/// <summary>Downloads of a large file of a release, against nginx serving the same file.</summary>
internal static class DownloadBenchmark
{
    private const int About = 10_000_000;

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("download", "Downloads", output);
        var observations = settings.Observations / 2;
        Report.Say($"Publishing {Table.Whole(observations)} observations");
        using var plan = await SamplePlan.WriteAsync(observations);
        await using var store = await SampleStore.StartAsync(plan.Folder);
        await using var api = await Api.StartAsync(store.ConnectionString, Api.Unlimited);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = api.Address };
        var (name, bytes) = await FileAsync(client);
        await using var nginx = await Nginx.StartAsync([(name, bytes)]);

        var ours = ("ours", Address: new Uri(api.Address, $"{SampleStore.Plan}/files/{name}"));
        List<(string Name, Uri Address)> servers = [.. nginx.Servers.Select(server => (server.Name, new Uri(server.Address, name))), ours];
        var table = new Table("connections", "nginx at its best, MB/s", "which", "ours, MB/s", "ratio", "p50 ms, nginx / ours", "wrong");
        foreach (var connections in new[] { 1, 8, 64 })
        {
            Report.Say($"Measuring over {connections} connections");
            var results = await Medians.InterleavedAsync(
                servers,
                settings.Rounds,
                server => Wrk.RunAsync(server.Address, settings.Seconds, connections)
            );
            double Rate((string, Uri) server) => Medians.Of(results[server].Select(result => result.Megabytes));
            double P50((string, Uri) server) => Medians.Of(results[server].Select(result => result.P50));
            var best = servers.Where(server => server != ours).MaxBy(Rate);
            table.Add(
                $"{connections}",
                Table.Whole(Rate(best)),
                best.Name,
                Table.Whole(Rate(ours)),
                Table.Ratio(Rate(ours) / Rate(best)),
                $"{Table.Tenths(P50(best))} / {Table.Tenths(P50(ours))}",
                Table.Whole(results.Values.SelectMany(all => all).Sum(result => result.Wrong))
            );
        }

        report.Add(
            $"`{name}` of a release with {Table.Whole(observations)} observations: {Table.Whole(bytes.Length)} bytes. Medians of "
                + $"{settings.Rounds} interleaved rounds of {settings.Seconds} s; server and wrk pinned to a core each."
        );
        report.Add(table);
        report.Add(
            "Ours streams from Blob storage, here Azurite, a Node.js program that shares the two cores: it reads the file anew for each "
                + "download. nginx reads the page cache."
        );
        report.End();
    }

    /// <summary>The file whose size is nearest to 10 MB.</summary>
    private static async Task<(string Name, byte[] Bytes)> FileAsync(HttpClient client)
    {
        using var files = JsonDocument.Parse(await client.GetByteArrayAsync($"{SampleStore.Plan}/files?limit=500"));
        var file = files.RootElement.GetProperty("items").EnumerateArray().MinBy(file => Math.Abs(file.GetProperty("bytes").GetInt64() - About));
        var name = file.GetProperty("path").GetString()!;
        return (name, await client.GetByteArrayAsync($"{SampleStore.Plan}/files/{name}"));
    }
}
