using Nantong.OpenData.Benchmarks.ColdStart;
using Nantong.OpenData.Benchmarks.Comparing;
using Nantong.OpenData.Benchmarks.Download;
using Nantong.OpenData.Benchmarks.Extraction;
using Nantong.OpenData.Benchmarks.Growth;
using Nantong.OpenData.Benchmarks.Hot;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Micro;
using Nantong.OpenData.Benchmarks.Pages;
using Nantong.OpenData.Benchmarks.Peers;
using Nantong.OpenData.Benchmarks.Publishing;
using Nantong.OpenData.Benchmarks.Readers;
using Nantong.OpenData.Benchmarks.Soak;
using Nantong.OpenData.Cli.Local;

// Each prints Markdown; those that measure time or memory also write results/{name}.md.
(string Name, Func<Settings, TextWriter, Task> RunAsync)[] measured =
[
    ("publishing", PublishingBenchmark.RunAsync),
    ("cold-start", ColdStartBenchmark.RunAsync),
    ("worker-start", WorkerStartBenchmark.RunAsync),
    ("hot", HotBenchmark.RunAsync),
    ("download", DownloadBenchmark.RunAsync),
    ("readers", ReadersBenchmark.RunAsync),
    ("pages", PagesBenchmark.RunAsync),
    ("growth", GrowthBenchmark.RunAsync),
    ("comparing", ComparingBenchmark.RunAsync),
    ("peers", PeersBenchmark.RunAsync),
    ("soak", SoakBenchmark.RunAsync),
    ("micro", MicroBenchmark.RunAsync),
];

if (args is ["extraction", .. var ofExtraction])
    return ExtractionBenchmark.Run(ofExtraction, Console.Out);
var wanted = args is [var name, ..] ? measured.Where(benchmark => name == "all" || name == benchmark.Name).ToList() : [];
if (wanted.Count == 0)
{
    Console.Error.WriteLine(
        $"Name a benchmark: extraction, {string.Join(", ", measured.Select(benchmark => benchmark.Name))}; or all, for those that measure "
            + "time and memory."
    );
    return 2;
}

try
{
    var settings = Settings.Parse(args[1..]);
    foreach (var benchmark in wanted)
        await benchmark.RunAsync(settings, Console.Out);
    return 0;
}
catch (CannotStartException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 5;
}
