using System.Diagnostics;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Publishing;

/// <summary>One run of a command that publishes.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="Megabytes">The most that it held in memory.</param>
/// <param name="Processor">Seconds of processor time that it used.</param>
/// <param name="Lines">What it said, and when, in seconds.</param>
internal sealed record PublishRun(double Seconds, double Megabytes, double Processor, IReadOnlyList<(string Line, double Seconds)> Lines)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>Seconds of processor time that the store used meanwhile.</summary>
    public double StoreProcessor { get; init; }

    /// <summary>The most that the store held in memory.</summary>
    public double StoreMegabytes { get; init; }

    /// <summary>Runs <c>opendata</c> with a command.</summary>
    public static async Task<PublishRun> MeasureAsync(string store, params IEnumerable<string> command)
    {
        List<(string, double)> lines = [];
        var watch = Stopwatch.StartNew();
        await using var process = ChildProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "opendata.dll"), .. command, "--store", store],
            AppContext.BaseDirectory,
            new Dictionary<string, string?>(),
            isTether: false,
            line =>
            {
                lines.Add((line.Trim(), watch.Elapsed.TotalSeconds));
                Report.Say($"{watch.Elapsed.TotalSeconds:F1} s {line}");
            }
        );
        var (most, processor) = (0.0, 0.0);
        while (!process.Exited.IsCompleted)
        {
            if (ProcessMemory.Find(process.Id) is { } memory)
                most = Math.Max(most, memory.Peak);
            if (ProcessorTime.Find(process.Id) is { } used)
                processor = used;
            await Task.WhenAny(process.Exited, Task.Delay(Pace));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return await process.Exited == 0
            ? new(seconds, most, processor, lines)
            : throw new InvalidOperationException($"{string.Join(' ', command)} failed: {string.Join('\n', process.LastLines)}");
    }
}
