using Azure.Storage.Blobs;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Samples;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Publishing;

/// <summary>How long <c>opendata publish</c> takes, from the start of its process to its end, and the most memory that it holds.</summary>
internal static class PublishingBenchmark
{
    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("publishing", "Publishing", output);
        using var many = await SamplePlan.WriteAsync(settings.Observations);
        using var some = await SamplePlan.WriteAsync(settings.Observations / 10);
        using var few = await SamplePlan.WriteAsync(settings.Observations / 100);
        var plan = Path.Combine(RepositoryRoot.Get(), PlanFolder.Default);

        var table = new Table(
            "published",
            "s",
            "fastest s",
            "most memory MB",
            "processor s",
            "Azurite: processor s",
            "Azurite: most memory MB",
            "runs"
        );
        await MeasureAsync("the plan, first release", settings.Rounds, plan);
        await MeasureAsync($"the plan with {Table.Whole(settings.Observations / 100)} observations", Math.Min(3, settings.Rounds), few.Folder);
        await MeasureAsync($"the plan with {Table.Whole(settings.Observations / 10)} observations", Math.Min(3, settings.Rounds), some.Folder);
        await MeasureAsync($"the plan with {Table.Whole(settings.Observations)} observations", 1, many.Folder);
        var last = await MeasureAsync("the same, Azurite with its indexes", Math.Min(3, settings.Rounds), many.Folder, useKeys: true);
        await MeasureAsync("the same, by the inbox as the second release", 1, many.Folder, useKeys: true, isDropped: true);
        report.Add(
            "Into a fresh Azurite in memory each time; process start, reading, hashing, writing, reading everything back and moving the "
                + "pointer included; by the inbox also taking the drop and moving it to where it is kept. Medians. Processor times are "
                + "hardly touched by neighbours on the machine, times on the clock are."
        );
        report.Add(table);

        var steps = new Table("step", "done after s");
        foreach (var (line, seconds) in last.Lines)
            steps.Add(line, Table.Tenths(seconds));
        report.Add($"Where the time goes with {Table.Whole(settings.Observations)} observations, the last run:");
        report.Add(steps);
        report.End();

        async Task<PublishRun> MeasureAsync(string name, int runs, string folder, bool useKeys = false, bool isDropped = false)
        {
            Report.Say($"Publishing {name}");
            List<PublishRun> results = [];
            for (var run = 0; run < runs; run++)
                results.Add(await RunAsync(folder, useKeys, isDropped));
            table.Add(
                name,
                Table.Ratio(Median(result => result.Seconds)),
                Table.Ratio(results.Min(result => result.Seconds)),
                Table.Whole(Median(result => result.Megabytes)),
                Table.Tenths(Median(result => result.Processor)),
                Table.Tenths(Median(result => result.StoreProcessor)),
                Table.Whole(Median(result => result.StoreMegabytes)),
                $"{runs}"
            );
            return results[^1];

            double Median(Func<PublishRun, double> figure) => Medians.Of(results.Select(figure));
        }
    }

    private static async Task<PublishRun> RunAsync(string folder, bool useKeys, bool isDropped)
    {
        await using var azurite = await Azurite.StartAsync(new() { UseKeys = useKeys });
        if (isDropped)
        {
            await PublishRun.MeasureAsync(azurite.ConnectionString, "publish", "--plan", Path.Combine(RepositoryRoot.Get(), PlanFolder.Default));
            await DropAsync(azurite.ConnectionString, folder);
        }

        var before = ProcessorTime.Of(azurite.ProcessId);
        IEnumerable<string> command = isDropped ? ["inbox"] : ["publish", "--plan", folder];
        var run = await PublishRun.MeasureAsync(azurite.ConnectionString, command);
        return run with
        {
            StoreProcessor = ProcessorTime.Of(azurite.ProcessId) - before,
            StoreMegabytes = ProcessMemory.Find(azurite.ProcessId)!.Value.Peak,
        };
    }

    /// <summary>Puts a folder into the inbox as an editor does, what completes it last.</summary>
    private static async Task DropAsync(string store, string folder)
    {
        var inbox = new BlobContainerClient(store, "inbox");
        var drop = $"{Path.GetFileName(PlanFolder.Default)}/benchmark";
        foreach (var file in Directory.EnumerateFiles(folder))
            await inbox.GetBlobClient($"{drop}/{Path.GetFileName(file)}").UploadAsync(file);
        await inbox.GetBlobClient($"{drop}/publish.json").UploadAsync(BinaryData.FromString("""{"message": "a benchmark", "version": "2.0.0"}"""));
    }
}
