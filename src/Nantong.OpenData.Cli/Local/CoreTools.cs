namespace Nantong.OpenData.Cli.Local;

/// <summary>Azure Functions Core Tools: the Functions host on a desk, for people who have it.</summary>
internal static class CoreTools
{
    /// <summary>The program <c>func</c> on the path.</summary>
    /// <exception cref="CannotStartException">It is not there.</exception>
    public static string Get()
    {
        string[] names = OperatingSystem.IsWindows() ? ["func.exe", "func.cmd"] : ["func"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new CannotStartException(
                "Azure Functions Core Tools are missing: there is no 'func' on the path.",
                "'npm install --global azure-functions-core-tools@4' brings them. Without --func the same API runs behind a server of its own."
            );
    }
}
