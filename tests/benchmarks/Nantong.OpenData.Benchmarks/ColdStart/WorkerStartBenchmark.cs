using System.Diagnostics;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.StandInHost;

namespace Nantong.OpenData.Benchmarks.ColdStart;

/// <summary>Start of the published worker by a stand-in for the Functions host, beside the least worker with the same integration.</summary>
internal static class WorkerStartBenchmark
{
    private const int StartsPerRound = 3;
    private const int Requests = 1_000; // of a round, and before the first
    private const string Live = "/health/live";
    private const string Data = $"{SampleStore.Plan}/indicators/built-up-green-coverage";

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("worker-start", "Start of the worker", output);
        Report.Say("Publishing both workers");
        var least = await PublishAsync("minimal-worker", Path.Combine("tests", "benchmarks", "worker"));
        var ours = await PublishAsync("functions", Path.Combine("src", "Nantong.OpenData.Functions"));
        await using var store = await SampleStore.StartAsync();

        (string Name, string Folder, string Path)[] starts =
        [
            ("minimal worker: first 200", least, Live),
            ("ours: alive, no storage read", ours, Live),
            ("ours: first data", ours, Data),
        ];
        Report.Say("Measuring");
        foreach (var start in starts)
            await MeasureAsync(start.Folder, start.Path, store.ConnectionString); // from the disk into the page cache
        var results = await Medians.InterleavedAsync(
            starts,
            settings.Rounds * StartsPerRound,
            start => MeasureAsync(start.Folder, start.Path, store.ConnectionString)
        );

        var table = new Table("exec of the worker to", "ms", "ratio", "fastest ms");
        var baseline = Medians.Of(results[starts[0]]);
        foreach (var start in starts)
            table.Add(
                start.Name,
                Table.Tenths(Medians.Of(results[start])),
                Table.Ratio(Medians.Of(results[start]) / baseline),
                Table.Tenths(results[start].Min())
            );
        report.Add(
            $"Medians of {settings.Rounds * StartsPerRound} interleaved starts, both ReadyToRun; asked through the stand-in host as soon as "
                + "the functions are loaded."
        );
        report.Add(table);
        await CompareRequestsAsync(settings, report, least, ours, store.ConnectionString);
        report.End();
    }

    /// <summary>How long an answer takes once both have started and answered often.</summary>
    private static async Task CompareRequestsAsync(Settings settings, Report report, string least, string ours, string store)
    {
        await using var ourHost = await FunctionsHost.StartAsync(ours, ("OpenDataStorage", store), Api.Unlimited);
        using var ourClient = new HttpClient { BaseAddress = ourHost.Address };
        await WaitForAsync(ourClient, Data);
        var body = await ourClient.GetStringAsync(Data);
        await using var leastHost = await FunctionsHost.StartAsync(least, ("MINIMAL_ANSWER", body));
        using var leastClient = new HttpClient { BaseAddress = leastHost.Address };
        await WaitForAsync(leastClient, Live);

        (string Name, HttpClient Client, string Path)[] subjects = [("minimal worker", leastClient, Live), ("ours", ourClient, Data)];
        Report.Say("Measuring requests");
        await Medians.InterleavedAsync(subjects, Requests, TimeAsync); // until both are compiled as far as they will be
        var results = await Medians.InterleavedAsync(subjects, settings.Rounds * Requests, TimeAsync);
        var (baseline, median) = (Medians.Of(results[subjects[0]]), Medians.Of(results[subjects[1]]));
        var table = new Table("an answer through the stand-in host", "ms", "answers a second, of the minimal worker's");
        table.Add(subjects[0].Name, Table.Ratio(baseline), Table.Ratio(1));
        table.Add(subjects[1].Name, Table.Ratio(median), Table.Ratio(baseline / median));
        report.Add(
            $"`{Data}`, and the same {Table.Whole(body.Length)} characters from the minimal worker; one request at a time, medians of "
                + $"{Table.Whole(settings.Rounds * Requests)}, interleaved."
        );
        report.Add(table);

        static async Task<double> TimeAsync((string Name, HttpClient Client, string Path) subject)
        {
            var watch = Stopwatch.GetTimestamp();
            await subject.Client.GetByteArrayAsync(subject.Path);
            return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        }
    }

    private static async Task<double> MeasureAsync(string folder, string path, string store)
    {
        await using var host = await FunctionsHost.StartAsync(folder, ("OpenDataStorage", store));
        using var client = new HttpClient { BaseAddress = host.Address };
        var asking = Stopwatch.StartNew(); // what the stand-in itself needs to open its front is not the worker's
        await WaitForAsync(client, path);
        return (host.LoadTime + asking.Elapsed).TotalMilliseconds;
    }

    private static async Task WaitForAsync(HttpClient client, string path)
    {
        while (true)
        {
            using var answer = await client.GetAsync(path);
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(1);
        }
    }

    private static async Task<string> PublishAsync(string name, string project)
    {
        var root = RepositoryRoot.Get();
        var folder = Path.Combine(root, ".data", "benchmarks", name);
        string[] arguments =
        [
            "publish",
            Path.Combine(root, project),
            "-c",
            "Release",
            "-o",
            folder,
            "--nologo",
            "-v",
            "quiet",
            "-p:RunAnalyzers=false",
        ];
        var (exitCode, lines) = await Tether
            .OfRepository.Start("dotnet", arguments, root, new Dictionary<string, string?>(), _ => { })
            .ToEndAsync(CancellationToken.None);
        return exitCode == 0
            ? folder
            : throw new CannotStartException(
                $"Publishing {project} ended with {exitCode}: {string.Join('\n', lines)}",
                "Correct what the build names."
            );
    }
}
