using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Programs;

/// <summary>A program of the system that a benchmark needs.</summary>
internal static class Tool
{
    /// <summary>Finds one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="package">The package of Debian and Ubuntu that has it.</param>
    /// <exception cref="CannotStartException">It is not there.</exception>
    public static string Get(string name, string package) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new CannotStartException($"{name} is missing.", $"On Debian or Ubuntu: apt-get install {package}");
}
