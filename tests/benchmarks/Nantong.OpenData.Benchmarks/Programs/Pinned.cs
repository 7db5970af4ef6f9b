using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Programs;

/// <summary>Programs that keep to one core: a server on the first, its load on the second, so that neither takes time from the other.</summary>
internal static class Pinned
{
    /// <summary>The core of servers.</summary>
    public const int Server = 0;

    /// <summary>The core of what makes load.</summary>
    public const int Load = 1;

    private static readonly Dictionary<string, string?> NoVariables = [];

    /// <summary>A command that runs another one on a core. It becomes that one: the process stays the same.</summary>
    public static (string Program, string[] Arguments) On(int core, string program, IEnumerable<string> arguments) =>
        Environment.ProcessorCount > Load
            ? (Tool.Get("taskset", "util-linux"), ["-c", $"{core}", program, .. arguments])
            : throw new CannotStartException("There is one core only.", "Server and load need a core each: measure on a machine with two or more.");

    /// <summary>Starts a program on a core; it ends with this one.</summary>
    public static ChildProcess Start(int core, string program, IEnumerable<string> arguments, string folder, Action<string>? onLine = null)
    {
        var (pinned, with) = On(core, program, arguments);
        return Tether.OfRepository.Start(pinned, with, folder, NoVariables, onLine ?? (_ => { }));
    }
}
