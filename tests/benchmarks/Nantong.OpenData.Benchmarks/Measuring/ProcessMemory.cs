using System.Globalization;

namespace Nantong.OpenData.Benchmarks.Measuring;

/// <summary>What a process holds in memory, in MB, as Linux counts it.</summary>
/// <param name="Resident">What it holds now (VmRSS).</param>
/// <param name="Peak">The most that it has held (VmHWM).</param>
internal readonly record struct ProcessMemory(double Resident, double Peak)
{
    /// <summary>Reads it; null when the process has ended.</summary>
    public static ProcessMemory? Find(int processId)
    {
        try
        {
            var lines = File.ReadAllLines($"/proc/{processId}/status");
            return Read(lines, "VmRSS:") is { } resident && Read(lines, "VmHWM:") is { } peak ? new(resident, peak) : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double? Read(string[] lines, string field) =>
        lines.FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Replace(field, "").Trim(), CultureInfo.InvariantCulture)
                * 1024
                / 1_000_000
            : null;
}
