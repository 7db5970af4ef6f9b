using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Nantong.OpenData.Architecture.Purity;

/// <summary>One call of each kind that a pure assembly must not make: what <see cref="Purity"/> has to find in this assembly.</summary>
internal static class Impure
{
    public static void Clock() => Use(DateTime.Now, DateTimeOffset.UtcNow, TimeProvider.System, Stopwatch.GetTimestamp(), Environment.TickCount64);

    public static void Machine() =>
        Use(Environment.GetEnvironmentVariable("HOME"), File.ReadAllText("file"), Directory.Exists("folder"), Path.GetTempPath(), Dns.GetHostName());

    public static void Chance() => Use(Random.Shared.Next(), Guid.NewGuid());

    public static void Talk() => Console.WriteLine();

#pragma warning disable CA1304, CA1305, CA1311 // the machine's culture is the point
    public static void Culture(decimal number, string text) => Use(number.ToString(), double.Parse(text), text.ToLower(), CultureInfo.CurrentCulture);
#pragma warning restore CA1304, CA1305, CA1311

    /// <summary>Pure, though the compiler makes it ask for the thread.</summary>
    public static IEnumerable<Pure> Iterator(long number)
    {
        yield return new Pure(number);
    }

    private static void Use(params object?[] values) => GC.KeepAlive(values);

    /// <summary>Pure, though the compiler makes it write a number.</summary>
    internal sealed record Pure(long Number);
}
