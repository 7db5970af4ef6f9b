using System.Diagnostics;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Functions.Tests;

/// <summary>The folder that <c>dotnet publish</c> lays out for Azure, made once for all tests and removed after them.</summary>
public sealed class PublishedFunctions : IAsyncLifetime
{
    /// <summary>Name of the collection whose tests share it, and run one after the other.</summary>
    public const string Collection = "published functions";

    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("opendata-functions-");

    /// <summary>The folder to deploy.</summary>
    public string Folder => Path.Combine(work.FullName, "publish");

    /// <summary>Publishes. Its intermediate files stay out of the clone, where other tests may be building.</summary>
    public async Task InitializeAsync()
    {
        var project = Path.Combine(RepositoryRoot.Get(), "src", "Nantong.OpenData.Functions");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                project,
                "-c",
                "Release",
                "-o",
                Folder,
                "--artifacts-path",
                Path.Combine(work.FullName, "artifacts"),
                "-p:UseSharedCompilation=false",
                "-p:RunAnalyzers=false",
                "-nodeReuse:false",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited); // dotnet test sets some for itself, and they mislead another build

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var log = await output + await errors;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet publish failed:\n{string.Join('\n', log.Split('\n').TakeLast(30))}");
    }

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        work.Delete(recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>Tests that share the published folder.</summary>
[CollectionDefinition(PublishedFunctions.Collection)]
public sealed class PublishedFunctionsCollection : ICollectionFixture<PublishedFunctions>;
