using System.Runtime.InteropServices;

namespace Nantong.OpenData.Benchmarks.Measuring;

/// <summary>The machine that is measured on: figures of another one cannot be compared, only ratios.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, system and runtime.</summary>
    public static string Description =>
        $"{Environment.ProcessorCount} cores of {Processor}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    /// <summary>Load average of the last minute: near 0 before a run, or the figures are of a busy machine.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor =>
        File.Exists("/proc/cpuinfo")
        && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
