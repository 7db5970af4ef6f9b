using System.Diagnostics;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Cli.Tests.Commands;

/// <summary>The program as a .NET tool: packed, installed and called by its name, outside of the repository.</summary>
public sealed class ToolTests
{
    private const string Complete = """
        eval "$(opendata completion bash)"
        COMP_LINE='opendata verify --pl' COMP_POINT=20
        _opendata
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    [Fact]
    public async Task It_is_installed_from_its_package_and_shells_complete_it()
    {
        using var folder = new TemporaryFolder();
        var (packages, tools) = (Path.Combine(folder.Path, "packages"), Path.Combine(folder.Path, "tools"));
        await RunAsync(
            folder.Path,
            "dotnet",
            "pack",
            Path.Combine(RepositoryRoot.Get(), "src", "Nantong.OpenData.Cli"),
            "--configuration",
            Configuration,
            "--no-build",
            "--output",
            packages
        );
        await RunAsync(folder.Path, "dotnet", "tool", "install", "Nantong.OpenData.Cli", "--tool-path", tools, "--source", packages);

        Assert.Contains("  publish", await RunAsync(folder.Path, Path.Combine(tools, "opendata"), "--help"), StringComparison.Ordinal);
        var path = $"PATH={tools}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        Assert.Equal("--plan\n", await RunAsync(folder.Path, "env", path, "bash", "-c", Complete));
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            }
        )!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await output}{await error}");
        return await output;
    }
}
