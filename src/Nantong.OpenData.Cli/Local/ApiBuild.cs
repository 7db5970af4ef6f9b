namespace Nantong.OpenData.Cli.Local;

/// <summary>The ways in which the API runs on this machine.</summary>
internal enum ApiHost
{
    /// <summary>The server, as the SDK alone builds it.</summary>
    Server,

    /// <summary>The server as a native executable, which needs a linker.</summary>
    Native,

    /// <summary>The Functions app under Azure Functions Core Tools.</summary>
    Functions,
}

/// <summary>The API as it can be started: a program, its arguments, and the folder that it starts in.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder that it starts in.</param>
/// <param name="Host">In which way it runs.</param>
internal sealed record ApiBuild(string Program, IReadOnlyList<string> Arguments, string Folder, ApiHost Host = ApiHost.Server)
{
    private const string Server = "Nantong.OpenData.Server";
    private const string Functions = "Nantong.OpenData.Functions";

    /// <summary>Compiler servers would go on running after everything that <c>up</c> started has stopped.</summary>
    private static readonly string[] LeaveNoServers = ["-nodeReuse:false", "-p:UseSharedCompilation=false"];

    /// <summary>Style checks and the contract's file are for those who change the code, and take half of the time.</summary>
    private static readonly string[] OnlyTheProgram = ["-p:RunAnalyzers=false", "-p:OpenApiGenerateDocuments=false"];

    /// <summary>The .NET host that runs this program, so that the API is built and run by the same one.</summary>
    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Builds the API.</summary>
    /// <param name="output">Where the result goes; kept apart from the folders that developers' own builds use.</param>
    /// <param name="host">In which way it is to run.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <exception cref="CannotStartException">The build fails.</exception>
    public static async Task<ApiBuild> BuildAsync(string output, ApiHost host, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(output);
        await using var turn = await ExclusiveFile.WaitAsync(Path.Combine(output, ".building"), cancellationToken);

        var root = RepositoryRoot.Get();
        var name = host is ApiHost.Functions ? Functions : Server;
        var project = Path.Combine(root, "src", name, $"{name}.csproj");
        string[] arguments =
        [
            host is ApiHost.Server ? "build" : "publish",
            project,
            "-c",
            "Release",
            "-o",
            output,
            "--nologo",
            "-v",
            "quiet",
            .. LeaveNoServers,
            .. OnlyTheProgram,
        ];
        var (exitCode, lastLines) = await Tether
            .OfRepository.Start(DotNet, arguments, root, new Dictionary<string, string?>(), _ => { })
            .ToEndAsync(cancellationToken);
        if (exitCode == 0)
            return Find(output, host);

        throw new CannotStartException(
            $"Building the API ended with {exitCode}:{Environment.NewLine}{string.Join(Environment.NewLine, lastLines)}",
            host is ApiHost.Native
                ? "A native build needs clang or gcc and zlib's headers; without --native only the .NET SDK is needed."
                : "Correct what the build names, then run the same command again."
        );
    }

    /// <summary>The API that an earlier run built.</summary>
    /// <exception cref="CannotStartException">There is none.</exception>
    public static ApiBuild Find(string output, ApiHost host)
    {
        var (file, program, arguments) = host switch
        {
            ApiHost.Native => (Server, Path.Combine(output, Server), (string[])[]),
            ApiHost.Functions => ("worker.config.json", CoreTools.Get(), ["start"]),
            _ => ($"{Server}.dll", DotNet, [Path.Combine(output, $"{Server}.dll")]),
        };
        return File.Exists(Path.Combine(output, file))
            ? new ApiBuild(program, arguments, output, host)
            : throw new CannotStartException($"No built API in {output}.", "Run the same command without --no-build.");
    }
}
