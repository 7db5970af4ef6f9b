using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.ColdStart;

/// <summary>Start of the process to its first answer, memory then, and size: native, on the JIT compiler, and the least program that there can
/// be.</summary>
internal static class ColdStartBenchmark
{
    private const int StartsPerRound = 3;
    private const string Data = $"{SampleStore.Plan}/indicators/built-up-green-coverage";

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("cold-start", "Cold start", output);
        var (hello, native, managed) = (await Hello.BuildAsync(), await Api.NativeAsync(), await Api.ManagedAsync());
        await using var store = await SampleStore.StartAsync();
        var variables = new Dictionary<string, string?> { ["OpenDataStorage"] = store.ConnectionString };

        (string Name, ApiBuild Build, string Path)[] starts =
        [
            ("hello-world, native", hello, "/"),
            ("ours, native: alive, no storage read", native, "/health/live"),
            ("ours, native: ready, release loaded", native, "/health/ready"),
            ("ours, native: first data", native, Data),
            ("ours, JIT: alive, no storage read", managed, "/health/live"),
            ("ours, JIT: ready, release loaded", managed, "/health/ready"),
            ("ours, JIT: first data", managed, Data),
        ];
        Report.Say("Measuring");
        foreach (var start in starts)
            await FirstAnswer.MeasureAsync(start.Build, start.Path, variables); // from the disk into the page cache
        var results = await Medians.InterleavedAsync(
            starts,
            settings.Rounds * StartsPerRound,
            start => FirstAnswer.MeasureAsync(start.Build, start.Path, variables)
        );

        var table = new Table("start of the process to", "ms", "ratio", "fastest ms", "memory MB", "published MB");
        var least = Milliseconds(starts[0]);
        foreach (var start in starts)
        {
            table.Add(
                start.Name,
                Table.Tenths(Milliseconds(start)),
                Table.Ratio(Milliseconds(start) / least),
                Table.Tenths(results[start].Min(result => result.Milliseconds)),
                Table.Tenths(Medians.Of(results[start].Select(result => result.Megabytes))),
                start.Build == managed ? "needs the runtime" : Table.Tenths(Size(start.Build.Folder))
            );
        }

        report.Add(
            $"Medians of {settings.Rounds * StartsPerRound} interleaved starts; asked every millisecond, by a program that is warm; nothing "
                + "pinned. Files come from the page cache, data from Azurite."
        );
        report.Add(table);
        report.End();

        double Milliseconds((string, ApiBuild, string) start) => Medians.Of(results[start].Select(result => result.Milliseconds));
    }

    /// <summary>MB of what is deployed: symbols are not.</summary>
    private static double Size(string folder) =>
        new DirectoryInfo(folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Extension is not ".dbg")
            .Sum(file => file.Length) / 1_000_000.0;
}
