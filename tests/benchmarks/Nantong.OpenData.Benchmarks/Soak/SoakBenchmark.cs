using System.Text.Json;
using Nantong.OpenData.Benchmarks.Hot;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;

namespace Nantong.OpenData.Benchmarks.Soak;

/// <summary>Memory under load for minutes: many addresses, in turn, so that kept answers come and go.</summary>
internal static class SoakBenchmark
{
    private const int Connections = 64;

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("soak", "Memory over a soak", output);
        await using var store = await SampleStore.StartAsync();
        await using var api = await Api.StartAsync(store.ConnectionString, Api.Unlimited);
        var paths = await PathsAsync(api.Address);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script(paths));
        try
        {
            var start = Memory();
            List<double> samples = [];
            Report.Say($"Load for {settings.Minutes} minutes");
            var load = Wrk.RunAsync(api.Address, settings.Minutes * 60, Connections, "-s", script);
            while (await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(1))) != load)
                samples.Add(Memory().Resident);
            var result = await load;
            await Task.Delay(TimeSpan.FromSeconds(10)); // idle again
            var after = Memory();

            var table = new Table("memory (RSS) of the native app", "MB");
            table.Add("ready, release loaded", Table.Tenths(start.Resident));
            table.Add("median of the first tenth of the load", Table.Tenths(Medians.Of(samples.Take(Math.Max(1, samples.Count / 10)))));
            table.Add("median of the last tenth", Table.Tenths(Medians.Of(samples.TakeLast(Math.Max(1, samples.Count / 10)))));
            table.Add("most", Table.Tenths(after.Peak));
            table.Add("10 s after the load", Table.Tenths(after.Resident));
            report.Add(
                $"{settings.Minutes} min, {Connections} connections, {paths.Count} addresses in turn, a fifth of them with Accept-Encoding: "
                    + $"br and a fifth with a query of its own each time: {Table.Whole(result.Rate * settings.Minutes * 60)} requests, "
                    + $"{Table.Whole(result.Rate)} a second, {Table.Whole(result.Wrong)} wrong; p99 {Table.Tenths(result.P99)} ms."
            );
            report.Add(table);
            report.End();
        }
        finally
        {
            File.Delete(script);
        }

        ProcessMemory Memory() => ProcessMemory.Find(api.ProcessId!.Value)!.Value;
    }

    /// <summary>The hot requests, every node of the text, every indicator, and the collections.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        var toc = JsonSerializer.Deserialize<JsonElement>(await client.GetByteArrayAsync($"{SampleStore.Plan}/paragraphs?limit=500"));
        return
        [
            .. HotRequest.All.Select(request => request.Path).Distinct(),
            .. new[] { "commitments", "places", "errata", "consistency", "observations", "columns", "toc", "aggregates", "releases", "files" }.Select(
                name => $"{SampleStore.Plan}/{name}"
            ),
            .. toc.GetProperty("items").EnumerateArray().Select(node => $"{SampleStore.Plan}/text/{node.GetProperty("path").GetString()}"),
        ];
    }

    private static string Script(IEnumerable<string> paths) =>
        $$"""
            local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
            local count = 0
            request = function()
              count = count + 1
              local path = paths[count % #paths + 1]
              if count % 5 == 0 then return wrk.format("GET", path, { ["Accept-Encoding"] = "br" }) end
              if count % 5 == 1 then return wrk.format("GET", "{{SampleStore.Plan}}/search?q=" .. count % 100000) end
              return wrk.format("GET", path)
            end
            """;
}
