using System.Diagnostics;
using System.Globalization;

namespace Nantong.OpenData.Cli.Tests;

/// <summary>The processes of this machine, as Linux shows them under <c>/proc</c>.</summary>
internal static class Processes
{
    /// <summary>Every process that a process started, and those that these started, with its command line.</summary>
    public static IReadOnlyList<(int Id, string CommandLine)> StartedBy(int id)
    {
        var children = Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var child) ? child : 0)
            .Where(child => child != 0 && ParentOf(child) == id);
        return [.. children.SelectMany(child => StartedBy(child).Prepend((child, CommandLineOf(child))))];
    }

    /// <summary>True while a process runs; one that has ended and only waits to be collected does not count.</summary>
    public static bool IsRunning(int id) => Stat(id) is [var state, ..] && state != "Z";

    /// <summary>True while a process is stopped and waits to be told to go on.</summary>
    public static bool IsStopped(int id) => Stat(id) is ["T", ..];

    /// <summary>Waits until none of some processes runs.</summary>
    public static async Task AllEndedAsync(IEnumerable<int> ids)
    {
        var watch = Stopwatch.StartNew();
        int[] running;
        while ((running = [.. ids.Where(IsRunning)]).Length > 0)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"still running: {string.Join("; ", running.Select(CommandLineOf))}");
            await Task.Delay(20);
        }
    }

    /// <summary>Sends a signal.</summary>
    public static async Task SignalAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>The signal that asks a process to end: INT as Ctrl-C sends it, or TERM where whoever started the tests in the background has INT
    /// ignored, which programs inherit.</summary>
    public static string Ending(int id)
    {
        var ignored = Read($"/proc/{id}/status").Split('\n').Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        return (ulong.Parse(ignored, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & 0b10) is 0 ? "INT" : "TERM";
    }

    private static int ParentOf(int id) => Stat(id) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : 0;

    private static string CommandLineOf(int id) => Read($"/proc/{id}/cmdline").Replace('\0', ' ');

    /// <summary>State, parent and what follows: the program's name before them may hold spaces and brackets itself.</summary>
    private static string[] Stat(int id) => Read($"/proc/{id}/stat") is { Length: > 0 } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : [];

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return ""; // it has ended between two looks
        }
    }
}
