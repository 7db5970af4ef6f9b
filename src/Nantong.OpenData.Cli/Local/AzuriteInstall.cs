using System.Security.Cryptography;

namespace Nantong.OpenData.Cli.Local;

/// <summary>The pinned Azurite in a folder with its <c>package.json</c> and <c>package-lock.json</c>: <c>infra/local</c>.</summary>
/// <param name="Folder">That folder.</param>
/// <param name="Node">The Node.js program.</param>
/// <param name="Npm">The npm program.</param>
internal sealed record AzuriteInstall(string Folder, string Node, string Npm)
{
    /// <summary>The oldest Node.js that every package in <c>package-lock.json</c> accepts.</summary>
    private static readonly Version OldestNode = new(20, 6, 0);

    private static readonly Dictionary<string, string?> NoVariables = [];

    /// <summary>The installation that belongs to the repository, with the Node.js of the PATH.</summary>
    public static AzuriteInstall OfRepository { get; } =
        new(Path.Combine(RepositoryRoot.Get(), "infra", "local"), "node", OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    /// <summary>The script that ties a program to this process.</summary>
    public Tether Tether => new(Path.Combine(Folder, "tether.cjs"), Node);

    /// <summary>The script that lets Azurite look rows up by its indexes.</summary>
    public string Keys => Path.Combine(Folder, "azurite-keys.cjs");

    private string Script => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Written last: an installation without it, or with another lock file's hash in it, was cut short or is of another version.</summary>
    private string Mark => Path.Combine(Folder, "node_modules", ".installed");

    /// <summary>Installs the packages when they are absent, incomplete, or not those of the lock file. Processes that start at once take
    /// turns.</summary>
    /// <param name="say">Called with a sentence before something that takes long.</param>
    /// <param name="cancellationToken">Stops npm.</param>
    /// <returns>The path of Azurite's script.</returns>
    /// <exception cref="CannotStartException">Node.js or npm is missing, too old, or fails.</exception>
    public async Task<string> EnsureAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await CheckNodeAsync(cancellationToken);
        var wanted = Convert.ToHexStringLower(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), cancellationToken))
        );
        if (IsInstalled(wanted))
            return Script;

        await using var turn = await ExclusiveFile.WaitAsync(Path.Combine(Folder, ".install.lock"), cancellationToken);
        if (IsInstalled(wanted))
            return Script;

        say("Installing Azurite, the local Azure Storage (once, about 15 seconds)");
        var (exitCode, lastLines) = await RunNpmAsync(cancellationToken);
        if (exitCode != 0 || !File.Exists(Script))
        {
            throw new CannotStartException(
                $"'npm ci' in {Folder} ended with {exitCode}:{Environment.NewLine}{string.Join(Environment.NewLine, lastLines)}",
                "Check that npm can reach its registry, then run the same command again; it starts the installation afresh."
            );
        }

        await File.WriteAllTextAsync(Mark, wanted, cancellationToken);
        return Script;
    }

    private bool IsInstalled(string wanted) => File.Exists(Script) && File.Exists(Mark) && File.ReadAllText(Mark) == wanted;

    private async Task CheckNodeAsync(CancellationToken cancellationToken)
    {
        var wayOut = $"Install Node.js {OldestNode.ToString(2)} or newer (https://nodejs.org) and see that 'node' is on the PATH.";
        try
        {
            var (_, lines) = await ChildProcess
                .Start(Node, ["--version"], Folder, NoVariables, isTether: false, _ => { })
                .ToEndAsync(cancellationToken);
            var found = lines.LastOrDefault() ?? "";
            if (Version.TryParse(found.TrimStart('v'), out var version) && version >= OldestNode)
                return;
            throw new CannotStartException(
                $"The local store needs Node.js {OldestNode.ToString(2)} or newer; '{Node} --version' says '{found}'.",
                wayOut
            );
        }
        catch (CannotStartException missing) when (missing.WayOut != wayOut)
        {
            throw new CannotStartException($"The local store needs Node.js. {missing.Problem}", wayOut);
        }
    }

    /// <summary>Runs <c>npm ci</c> tied to this process: a second npm must not find a forgotten first one at work in the same folder.</summary>
    private Task<(int ExitCode, string[] LastLines)> RunNpmAsync(CancellationToken cancellationToken)
    {
        string[] npm = OperatingSystem.IsWindows() ? ["cmd.exe", "/c", Npm] : [Npm]; // Windows starts a script only through its shell
        string[] ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];
        return Tether.Start(npm[0], [.. npm[1..], .. ci], Folder, NoVariables, _ => { }).ToEndAsync(cancellationToken);
    }
}
