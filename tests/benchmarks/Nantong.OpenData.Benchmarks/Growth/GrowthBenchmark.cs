using System.Diagnostics;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Growth;

/// <summary>What more releases of one plan cost: publishing the next one, start and memory of the API, and what tells of all of them.</summary>
internal static class GrowthBenchmark
{
    private const string Id = "coastal-14fyp";
    private const string Name = "Share of the marine economy";
    private const string Plan = $"/v1/plans/{Id}";
    private const int Requests = 30;

    private static readonly (string Name, string Path)[] Answers =
    [
        ("`/releases`", $"{Plan}/releases"),
        ("`/changes`", $"{Plan}/changes"),
        ("`/changes.atom`", $"{Plan}/changes.atom"),
        ("`/catalog`", "/v1/catalog"),
        ("`/indicators`", $"{Plan}/indicators"),
    ];

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("growth", "Growth of the number of releases", output);
        int[] sizes = [.. new[] { 10, 60, 200 }.Where(size => size < settings.Releases), settings.Releases];
        var costs = new Table("releases", "publishing the next, s", "API: start to ready, s", "API: memory, MB");
        var answers = new Table(["answer", .. sizes.SelectMany(size => new[] { $"{size}: first, ms", $"{size}: kB", $"{size}: again, ms" })]);
        var cells = Answers.ToDictionary(answer => answer.Name, _ => new List<string>());

        using var editions = new Editions(Path.Combine(RepositoryRoot.Get(), "tests", "samples", Id), Name);
        await using var store = await SampleStore.StartAsync(editions.Write(0));
        var published = 1;
        await Api.NativeAsync(); // built before anything is timed
        foreach (var size in sizes)
        {
            Report.Say($"Publishing up to {size} releases");
            List<double> last = [];
            for (; published < size; published++)
            {
                var watch = Stopwatch.GetTimestamp();
                await store.PublishAsync(editions.Write(published));
                last.Add(Stopwatch.GetElapsedTime(watch).TotalSeconds);
            }

            var start = Stopwatch.GetTimestamp();
            await using var api = await Api.StartAsync(store.ConnectionString, Api.Unlimited, Api.Uncached);
            var ready = Stopwatch.GetElapsedTime(start).TotalSeconds;
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            await client.GetByteArrayAsync(new Uri(api.Address, Plan)); // the first answer of all costs more
            foreach (var (name, path) in Answers)
            {
                var (first, bytes) = await TimeAsync(client, new Uri(api.Address, path));
                List<double> again = [];
                for (var request = 0; request < Requests; request++)
                    again.Add((await TimeAsync(client, new Uri(api.Address, path))).Milliseconds);
                cells[name].AddRange([Table.Tenths(first), Table.Tenths(bytes / 1000.0), Table.Ratio(Medians.Of(again))]);
            }

            costs.Add(
                $"{size}",
                Table.Ratio(Medians.Of(last.TakeLast(9))),
                Table.Ratio(ready),
                Table.Tenths(ProcessMemory.Find(api.ProcessId!.Value)!.Value.Resident)
            );
        }

        foreach (var (name, row) in cells)
            answers.Add([name, .. row]);
        report.Add(
            "A small plan, of which each release calls one indicator differently, in an Azurite in memory with its indexes. Publishing: the "
                + "median of the nine before, in a process that is warm. The API is the native build, which keeps no answers."
        );
        report.Add(costs);
        report.Add($"What tells of all releases, not compressed; first is the first request of a fresh process, again the median of {Requests}:");
        report.Add(answers);
        report.End();
    }

    private static async Task<(double Milliseconds, int Bytes)> TimeAsync(HttpClient client, Uri address)
    {
        var watch = Stopwatch.GetTimestamp();
        var body = await client.GetByteArrayAsync(address);
        return (Stopwatch.GetElapsedTime(watch).TotalMilliseconds, body.Length);
    }

    /// <summary>Copies of a plan's folder, each with another English name for one indicator.</summary>
    private sealed class Editions(string original, string name) : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opendata-growth-");

        public string Write(int number)
        {
            foreach (var file in Directory.EnumerateFiles(original))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)), overwrite: true);
            var description = Path.Combine(folder.FullName, "plan.json");
            File.WriteAllText(description, File.ReadAllText(description).Replace(name, $"{name} ({number})", StringComparison.Ordinal));
            return folder.FullName;
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
