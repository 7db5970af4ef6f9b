using System.Diagnostics;
using System.Text.Json;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;

namespace Nantong.OpenData.Benchmarks.Comparing;

/// <summary>What other requests notice while two releases are compared, and how the time of a comparison grows with what changed.</summary>
internal static class ComparingBenchmark
{
    private const string Other = SampleStore.Plan + "/indicators";
    private const int Quiet = 500; // requests without a comparison, of which the 99th percentile is taken

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("comparing", "Comparisons of releases", output);
        var table = new Table(
            "changed observations",
            "comparison, ms",
            "p99 of others without, ms",
            "p99 of others meanwhile, ms",
            "ratio",
            "others answered meanwhile"
        );
        foreach (var changed in new[] { settings.Observations / 100, settings.Observations / 10 })
        {
            Report.Say($"Publishing {Table.Whole(changed)} observations twice");
            using var before = await SamplePlan.WriteAsync(changed);
            using var after = await SamplePlan.WriteAsync(changed, shift: 1);
            await using var store = await SampleStore.StartAsync(before.Folder);
            await store.PublishAsync(after.Folder);
            List<(double Comparison, double Without, double Meanwhile, int Answered)> rounds = [];
            for (var round = 0; round < settings.Rounds; round++)
                rounds.Add(await MeasureAsync(store));

            var (without, meanwhile) = (Medians.Of(rounds.Select(round => round.Without)), Medians.Of(rounds.Select(round => round.Meanwhile)));
            table.Add(
                Table.Whole(changed),
                Table.Whole(Medians.Of(rounds.Select(round => round.Comparison))),
                Table.Ratio(without),
                Table.Ratio(meanwhile),
                Table.Ratio(meanwhile / without),
                Table.Whole(Medians.Of(rounds.Select(round => (double)round.Answered)))
            );
        }

        report.Add($"`{Other}` one request at a time, answers not kept, a fresh process for each of {settings.Rounds} rounds; medians.");
        report.Add(table);
        report.End();
    }

    /// <summary>A fresh process has compared nothing yet.</summary>
    private static async Task<(double Comparison, double Without, double Meanwhile, int Answered)> MeasureAsync(SampleStore store)
    {
        await using var api = await Api.StartAsync(store.ConnectionString, Api.Unlimited, Api.Uncached);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = api.Address,
            Timeout = TimeSpan.FromMinutes(5),
        };
        var pair = await PairAsync(client);
        for (var warm = 0; warm < Quiet; warm++)
            await TimeAsync(client, Other);

        List<double> without = [],
            meanwhile = [];
        for (var request = 0; request < Quiet; request++)
            without.Add(await TimeAsync(client, Other));
        var comparison = TimeAsync(client, pair);
        do meanwhile.Add(await TimeAsync(client, Other));
        while (!comparison.IsCompleted);
        return (await comparison, Percentile(without), Percentile(meanwhile), meanwhile.Count);
    }

    /// <summary>The address that compares the two releases.</summary>
    private static async Task<string> PairAsync(HttpClient client)
    {
        using var releases = JsonDocument.Parse(await client.GetByteArrayAsync($"{SampleStore.Plan}/releases"));
        string?[] versions =
        [
            .. releases.RootElement.GetProperty("items").EnumerateArray().Select(release => release.GetProperty("version").GetString()),
        ];
        return $"{SampleStore.Plan}/changes/{versions[1]}..{versions[0]}";
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var watch = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(path);
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static double Percentile(List<double> times) => times.Order().ElementAt((times.Count - 1) * 99 / 100);
}
