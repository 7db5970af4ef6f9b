using System.Text.Json;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;

namespace Nantong.OpenData.Benchmarks.Peers;

/// <summary>The same records, asked from what else a user could pick.</summary>
internal static class PeersBenchmark
{
    private const int Connections = 16;
    private const string One = "built-up-green-coverage";

    private static readonly (string Name, string Ours, string JsonServer)[] Requests =
    [
        ("list of 17", $"{SampleStore.Plan}/indicators", "indicators"),
        ("one of 17 by id", $"{SampleStore.Plan}/indicators/{One}", $"indicators/{One}"),
        (
            "100 observations of one area",
            $"{SampleStore.Plan}/observations?area={SamplePlan.Area}&limit=100",
            $"observations?area={SamplePlan.Area}&_limit=100"
        ),
    ];

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("peers", "Peers", output);
        Report.Say($"Publishing {Table.Whole(settings.Observations)} observations");
        using var plan = await SamplePlan.WriteAsync(settings.Observations);
        await using var store = await SampleStore.StartAsync(plan.Folder);
        await using var ready = await Api.StartAsync(store.ConnectionString, Api.Unlimited);
        await using var uncached = await Api.StartAsync(store.ConnectionString, Api.Unlimited, Api.Uncached);
        await using var jsonServer = await JsonServer.StartAsync(await CollectionsAsync(ready.Address));

        var table = new Table(
            "request",
            "json-server, req/s",
            "ours, req/s",
            "ratio",
            "ours without kept answers, req/s",
            "ratio",
            "p99 ms, json-server / ours / without",
            "wrong"
        );
        foreach (var request in Requests)
        {
            Report.Say($"Measuring: {request.Name}");
            Uri[] addresses = [new(jsonServer.Address, request.JsonServer), new(ready.Address, request.Ours), new(uncached.Address, request.Ours)];
            var results = await Medians.InterleavedAsync(addresses, settings.Rounds, address => Wrk.RunAsync(address, settings.Seconds, Connections));
            double[] rates = [.. addresses.Select(address => Medians.Of(results[address].Select(result => result.Rate)))];
            table.Add(
                request.Name,
                Table.Whole(rates[0]),
                Table.Whole(rates[1]),
                Table.Tenths(rates[1] / rates[0]),
                Table.Whole(rates[2]),
                Table.Tenths(rates[2] / rates[0]),
                string.Join(" / ", addresses.Select(address => Table.Tenths(Medians.Of(results[address].Select(result => result.P99))))),
                Table.Whole(results.Values.SelectMany(all => all).Sum(result => result.Wrong))
            );
        }

        report.Add(
            $"The same 17 indicators and the same {Table.Whole(settings.Observations)} observations; {Connections} connections, server and "
                + $"wrk pinned to a core each, medians of {settings.Rounds} interleaved rounds of {settings.Seconds} s."
        );
        report.Add(table);
        report.Add(
            "json-server 0.17.4 searches its memory for each request. Ours answers repeated requests with kept bytes; the columns without "
                + "them make each answer anew."
        );
        report.Add(
            "Not run: Datasette (not packaged here: it ran in the lab only from fetched sources with shims), Directus (a database server "
                + "and 1,037 packages of 678 MB, one of them stubbed), PostgREST (neither in Debian nor on npm)."
        );
        report.End();
    }

    /// <summary>What our API has, as records for json-server: it finds them by <c>id</c>.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<JsonElement>>> CollectionsAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        var indicators = JsonSerializer.Deserialize<JsonElement>(await client.GetByteArrayAsync($"{SampleStore.Plan}/indicators"));
        var lines = await client.GetStringAsync($"{SampleStore.Plan}/files/observations.ndjson");
        return new Dictionary<string, IReadOnlyList<JsonElement>>
        {
            ["indicators"] = [.. indicators.GetProperty("items").EnumerateArray()],
            ["observations"] =
            [
                .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)),
            ],
        };
    }
}
