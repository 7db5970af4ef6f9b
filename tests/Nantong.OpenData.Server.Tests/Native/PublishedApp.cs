using System.Diagnostics;

namespace Nantong.OpenData.Server.Tests.Native;

/// <summary>The server as <c>dotnet publish</c> lays it out natively, made once for all tests and removed after them.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("opendata-native-");

    /// <summary>The folder that is published.</summary>
    public string Folder => Path.Combine(work.FullName, "publish");

    /// <summary>The program in it.</summary>
    public string Executable => Path.Combine(Folder, "Nantong.OpenData.Server");

    /// <summary>What the publishing printed.</summary>
    public string Log { get; private set; } = "";

    /// <summary>Publishes. Its intermediate files stay out of the clone, where other tests may be building.</summary>
    public async Task InitializeAsync()
    {
        if (Toolchain.Missing is not null)
            return; // every test that wants it is skipped

        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                Checkout.Path("src", "Nantong.OpenData.Server"),
                "-c",
                "Release",
                "-r",
                "linux-x64",
                "-o",
                Folder,
                "--artifacts-path",
                Path.Combine(work.FullName, "artifacts"),
                "-p:UseSharedCompilation=false",
                "-nodeReuse:false",
                "-p:RunAnalyzers=false",
                "-p:TrimmerSingleWarn=false",
                "-p:IlcTreatWarningsAsErrors=false", // every warning by itself, for the test that compares them
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited); // dotnet test sets some for itself, and they mislead another build

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Log = await output + await errors;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet publish failed:\n{string.Join('\n', Log.Split('\n').TakeLast(30))}");
    }

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        work.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
