using System.Text.Json;

namespace Nantong.OpenData.Cli.Local;

/// <summary>The API as it can be started: a program, its arguments, and the folder that it starts in.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder that it starts in, which holds its <c>host.json</c>.</param>
internal sealed record ApiBuild(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    private const string Project = "Nantong.OpenData.Api";

    /// <summary>Compiler servers would go on running after everything that <c>up</c> started has stopped.</summary>
    private static readonly string[] LeaveNoServers = ["-nodeReuse:false", "-p:UseSharedCompilation=false"];

    /// <summary>Style checks and the contract's file are for those who change the code, and take half of the time.</summary>
    private static readonly string[] OnlyTheProgram = ["-p:RunAnalyzers=false", "-p:OpenApiGenerateDocuments=false"];

    /// <summary>The .NET host that runs this program, so that the API is built and run by the same one.</summary>
    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Builds the API: the ordinary build, which needs nothing but the SDK, or the native one, which needs a linker.</summary>
    /// <param name="output">Where the result goes; kept apart from the folders that developers' own builds use.</param>
    /// <param name="native">True for the executable that is deployed.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <exception cref="CannotStartException">The build fails.</exception>
    public static async Task<ApiBuild> BuildAsync(string output, bool native, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(output);
        await using var turn = await ExclusiveFile.WaitAsync(Path.Combine(output, ".building"), cancellationToken);

        // The app reads its triggers from the folders that it finds: one of a function that is no more would go on.
        foreach (var trigger in Directory.EnumerateFiles(output, "function.json", SearchOption.AllDirectories)) File.Delete(trigger);

        var root = RepositoryRoot.Get();
        var project = Path.Combine(root, "src", Project, $"{Project}.csproj");
        string[] arguments = [native ? "publish" : "build", project, "-c", "Release", "-o", output, "--nologo", "-v", "quiet", .. LeaveNoServers, .. OnlyTheProgram];
        var (exitCode, lastLines) = await Tether.OfRepository.Start(DotNet, arguments, root, new Dictionary<string, string?>(), _ => { }).ToEndAsync(cancellationToken);
        if (exitCode == 0) return Find(output, native);

        throw new CannotStartException(
            $"Building the API ended with {exitCode}:{Environment.NewLine}{string.Join(Environment.NewLine, lastLines)}",
            native ? "A native build needs clang or gcc and zlib's headers; without --native only the .NET SDK is needed." : "Correct what the build names, then run the same command again.");
    }

    /// <summary>The API that an earlier run built.</summary>
    /// <exception cref="CannotStartException">There is none.</exception>
    public static ApiBuild Find(string output, bool native)
    {
        var built = native ? FindNative(output) : FindManaged(output);
        return built ?? throw new CannotStartException($"No built API in {output}.", "Run the same command without --no-build.");
    }

    private static ApiBuild? FindManaged(string output)
    {
        var library = Path.Combine(output, $"{Project}.dll");
        return File.Exists(library) ? new ApiBuild(DotNet, [library], output) : null;
    }

    /// <summary>Starts what <c>host.json</c> names, as the Functions host does.</summary>
    private static ApiBuild? FindNative(string output)
    {
        var host = Path.Combine(output, "host.json");
        if (!File.Exists(host)) return null;
        using var settings = JsonDocument.Parse(File.ReadAllBytes(host));
        var program = settings.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        var executable = Path.Combine(output, program);
        return File.Exists(executable) ? new ApiBuild(executable, [], output) : null;
    }
}
