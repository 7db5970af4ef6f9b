using System.CommandLine;

namespace Nantong.OpenData.Cli.Options;

/// <summary><c>--json</c>: the result as one JSON document on standard output, for programs.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Write the result as one JSON document." };
}
