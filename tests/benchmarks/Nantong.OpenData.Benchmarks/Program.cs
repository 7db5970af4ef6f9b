using Nantong.OpenData.Benchmarks.Extraction;

// Each benchmark writes its results to the console as Markdown; results/ keeps what was measured.
var benchmarks = new Dictionary<string, Func<string[], TextWriter, int>>(StringComparer.Ordinal)
{
    ["extraction"] = ExtractionBenchmark.Run,
};

if (args is [var name, .. var rest] && benchmarks.TryGetValue(name, out var run)) return run(rest, Console.Out);

Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys)}.");
return 2;
