namespace Nantong.OpenData.Cli.Local;

/// <summary>Starts programs so that they end with this process, even when it is killed: <c>infra/local/tether.cjs</c> under Node.js.</summary>
/// <remarks>Node.js is needed for the local store anyway, and pipes close on every operating system. What remains: killing this process
/// and the tether of another program in the same instant, so that neither can react, leaves that program running.</remarks>
/// <param name="Script">The script's path.</param>
/// <param name="Node">The Node.js program.</param>
internal sealed record Tether(string Script, string Node)
{
    /// <summary>The repository's script, with the Node.js of the PATH.</summary>
    public static Tether OfRepository { get; } = new(Path.Combine(RepositoryRoot.Get(), "infra", "local", "tether.cjs"), "node");

    /// <summary>Starts a node script with what it requires first, tied within its own process.</summary>
    public ChildProcess StartScript(
        IReadOnlyList<string> required,
        string script,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?> variables,
        Action<string> onLine
    ) =>
        ChildProcess.Start(
            Node,
            [.. required.Prepend(Script).SelectMany(file => new[] { "--require", file }), script, .. arguments],
            folder,
            variables,
            isTether: false,
            onLine
        );

    /// <summary>Starts any program, held by a process of the tether's own.</summary>
    public ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?> variables,
        Action<string> onLine
    ) => ChildProcess.Start(Node, [Script, program, .. arguments], folder, variables, isTether: true, onLine);
}
