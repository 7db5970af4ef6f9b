using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Blobs;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;

namespace Nantong.OpenData.Benchmarks.Readers;

/// <summary>What readers of a large file cost: the first one, for whom it is proven, and those who ask for it and never read it.</summary>
internal static class ReadersBenchmark
{
    private const string FileName = "observations.ndjson";
    private const int Observations = 600; // with notes so long that a file of them has about 8 MB
    private const int NoteLength = 13_000;
    private const int Unread = 400;
    private const int Later = 5; // downloads after the first, of which the median is taken
    private const string Other = SampleStore.Plan + "/indicators";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(150);

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("readers", "Readers of a large file", output);
        Report.Say("Publishing the sample");
        using var plan = await SamplePlan.WriteAsync(Observations, note: NoteLength);
        await using var store = await SampleStore.StartAsync(plan.Folder);
        var (path, blob, bytes) = await FileAsync(store);

        await AddDownloadsAsync(report, settings, store, path, blob, bytes);
        await AddUnreadAsync(report, store, path);
        report.End();
    }

    /// <summary>A fresh process has proven nothing yet; the same blob straight from the store is the measure.</summary>
    private static async Task AddDownloadsAsync(Report report, Settings settings, SampleStore store, string path, BlobClient blob, long bytes)
    {
        List<(double Store, double First, double After)> rounds = [];
        for (var round = 0; round < settings.Rounds; round++)
        {
            Report.Say($"Downloads, round {round + 1}");
            await using var api = await Api.StartAsync(store.ConnectionString, Api.Unlimited);
            using var client = ClientOf(api.Address);
            await TimeAsync(() => client.GetByteArrayAsync(Other));
            var straight = new List<double>();
            for (var time = 0; time < Later; time++)
                straight.Add(await TimeAsync(() => blob.DownloadContentAsync()));
            var first = await TimeAsync(() => client.GetByteArrayAsync(path));
            var after = new List<double>();
            for (var time = 0; time < Later; time++)
                after.Add(await TimeAsync(() => client.GetByteArrayAsync(path)));
            rounds.Add((Medians.Of(straight), first, Medians.Of(after)));
        }

        var (direct, proof, later) = (
            Medians.Of(rounds.Select(round => round.Store)),
            Medians.Of(rounds.Select(round => round.First)),
            Medians.Of(rounds.Select(round => round.After))
        );
        var table = new Table("download", "ms", "of the store's own");
        table.Add("the blob, straight from the store", Table.Tenths(direct), Table.Ratio(1));
        table.Add("the file for the first time, proven before the first byte is sent", Table.Tenths(proof), Table.Ratio(proof / direct));
        table.Add("the file afterwards", Table.Tenths(later), Table.Ratio(later / direct));
        report.Add(
            $"`{FileName}`, {Table.Whole(bytes)} bytes; a fresh process for each of {settings.Rounds} rounds, medians of {Later} but for "
                + "the first; one reader."
        );
        report.Add(table);
    }

    private static async Task AddUnreadAsync(Report report, SampleStore store, string path)
    {
        Report.Say($"{Unread} connections that read nothing");
        await using var api = await Api.StartAsync(store.ConnectionString, Api.Unlimited, Api.Uncached);
        using var client = ClientOf(api.Address);
        await client.GetByteArrayAsync(path); // proven: what follows is of its readers alone
        for (var warm = 0; warm < 200; warm++)
            await client.GetByteArrayAsync(Other);
        var (before, alone) = (Memory(), await PercentileAsync());

        // First, and on its own: of 400 who ask at once some are refused by a store that needs longer than 4 s.
        await using var slow = await SilentReaders.StartAsync(api.Address, path, 1, bytesPerSecond: 100);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        await using var readers = await SilentReaders.StartAsync(api.Address, path, Unread);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var (held, meanwhile) = (Memory(), await PercentileAsync());
        var served = readers.CountOpen();
        var (most, firstCut, lastCut, slowCut) = (held.Resident, (double?)null, (double?)null, (double?)null);
        while (watch.Elapsed < Longest && (lastCut is null || slowCut is null))
        {
            var left = readers.CountOpen();
            if (left < served)
                firstCut ??= watch.Elapsed.TotalSeconds;
            if (left is 0)
                lastCut ??= watch.Elapsed.TotalSeconds;
            if (slow.CountOpen() is 0)
                slowCut ??= watch.Elapsed.TotalSeconds;
            most = Math.Max(most, Memory().Resident);
            await Task.Delay(250);
        }

        var after = Memory();
        var table = new Table("the native app", "figure");
        table.Add("memory (RSS) before, MB", Table.Tenths(before.Resident));
        table.Add($"of {Unread} connections that asked at once and read nothing, refused by 503 within 6 s", Table.Whole(Unread - served));
        table.Add("with the others, MB", Table.Tenths(held.Resident));
        table.Add("the most until all were cut, MB", Table.Tenths(most));
        table.Add("for each connection, KB", Table.Tenths((most - before.Resident) * 1000 / Unread));
        table.Add("after all were cut, MB", Table.Tenths(after.Resident));
        table.Add("the first of them was cut after, s", Told(firstCut));
        table.Add("the last, s", Told(lastCut));
        table.Add("a reader of 100 bytes a second was cut after, s", Told(slowCut));
        table.Add($"p99 of `{Other}` without them, ms", Table.Ratio(alone));
        table.Add("p99 beside them, ms", Table.Ratio(meanwhile));
        table.Add("ratio", Table.Ratio(meanwhile / alone));
        report.Add(
            "Readers that ask for the same file and take no byte of it, over loopback with a receive buffer of 4 KB, and one that takes "
                + "100 bytes a second. `/v1/config` says who is cut: whoever does not take the next 32 KB within 60 s."
        );
        report.Add(table);

        ProcessMemory Memory() => ProcessMemory.Find(api.ProcessId!.Value)!.Value;

        async Task<double> PercentileAsync()
        {
            List<double> times = [];
            for (var request = 0; request < 500; request++)
                times.Add(await TimeAsync(() => client.GetByteArrayAsync(Other)));
            return times.Order().ElementAt((times.Count - 1) * 99 / 100);
        }
    }

    private static string Told(double? seconds) => seconds is { } known ? Table.Tenths(known) : $"not within {Longest.TotalSeconds:N0}";

    private static HttpClient ClientOf(Uri address) =>
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };

    private static async Task<double> TimeAsync<T>(Func<Task<T>> ask)
    {
        var watch = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    /// <summary>The file, and its blob.</summary>
    private static async Task<(string Path, BlobClient Blob, long Bytes)> FileAsync(SampleStore store)
    {
        await using var api = await Api.StartAsync(store.ConnectionString, Api.Unlimited);
        using var client = ClientOf(api.Address);
        using var files = JsonDocument.Parse(await client.GetByteArrayAsync($"{SampleStore.Plan}/files?limit=500"));
        var file = files.RootElement.GetProperty("items").EnumerateArray().Single(file => file.GetProperty("path").GetString() is FileName);
        var version = files.RootElement.GetProperty("release").GetProperty("version").GetString();
        var blob = new BlobContainerClient(store.ConnectionString, "releases").GetBlobClient($"urbanization-14fyp/{version}/{FileName}");
        return ($"{SampleStore.Plan}/files/{FileName}", blob, file.GetProperty("bytes").GetInt64());
    }
}
