using System.Globalization;

namespace Nantong.OpenData.Benchmarks.Measuring;

/// <summary>What a process has used of the processor: unlike the time on the clock, hardly touched by neighbours that want the same core.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100; // of /proc, whatever the kernel itself counts in

    /// <summary>Seconds that a process and those that it started have used, in it and in the kernel for it.</summary>
    public static double Of(int processId) => Own(processId) + Children(processId).Sum(Of);

    /// <summary>What a process has used by itself; null when it has ended.</summary>
    public static double? Find(int processId)
    {
        try
        {
            return Own(processId);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double Own(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // behind the name, which may hold anything
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static IEnumerable<int> Children(int processId) =>
        File.ReadAllText($"/proc/{processId}/task/{processId}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
