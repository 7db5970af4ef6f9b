using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Samples;
using Nantong.OpenData.Cli.Commands;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Publishing;

/// <summary>How long <c>opendata publish</c> takes, from the start of its process to its end, and the most memory that it holds.</summary>
internal static class PublishingBenchmark
{
    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("publishing", "Publishing", output);
        using var many = await SamplePlan.WriteAsync(settings.Observations);
        var plan = Path.Combine(RepositoryRoot.Get(), PlanFolder.Default);

        var table = new Table("published", "s", "fastest s", "most memory MB", "runs");
        await MeasureAsync("the plan, first release", settings.Rounds, plan);
        var last = await MeasureAsync($"the plan with {Table.Whole(settings.Observations)} observations", Math.Min(3, settings.Rounds), many.Folder);
        report.Add("Into a fresh Azurite in memory each time; process start, reading, hashing, writing, reading everything back and moving the pointer included. Medians.");
        report.Add(table);

        var steps = new Table("step", "done after s");
        foreach (var (line, seconds) in last.Lines) steps.Add(line, Table.Tenths(seconds));
        report.Add($"Where the time goes with {Table.Whole(settings.Observations)} observations, the last run:");
        report.Add(steps);
        report.End();

        async Task<PublishRun> MeasureAsync(string name, int runs, string folder)
        {
            Report.Say($"Publishing {name}");
            List<PublishRun> results = [];
            for (var run = 0; run < runs; run++) results.Add(await RunAsync(folder));
            table.Add(
                name, Table.Ratio(Medians.Of(results.Select(result => result.Seconds))), Table.Ratio(results.Min(result => result.Seconds)),
                Table.Whole(Medians.Of(results.Select(result => result.Megabytes))), $"{runs}");
            return results[^1];
        }
    }

    private static async Task<PublishRun> RunAsync(string folder)
    {
        await using var azurite = await Azurite.StartAsync();
        return await PublishRun.MeasureAsync(azurite.ConnectionString, folder);
    }
}
