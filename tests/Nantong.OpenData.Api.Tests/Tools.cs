using System.Diagnostics;
using System.Text;

namespace Nantong.OpenData.Api.Tests;

/// <summary>Programs of this machine that some tests need.</summary>
internal static class Tools
{
    /// <summary>The first of these programs that stands on the PATH; null when none does.</summary>
    public static string? Find(params string[] names) =>
        names
            .SelectMany(name =>
                (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists);

    /// <summary>Installs the packages that a folder's lock file names; their own scripts are not run.</summary>
    public static Task InstallAsync(string folder) =>
        RunAsync(
            folder,
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
        );

    /// <summary>Runs a program to its end; fails with what it wrote when it fails, or when it has not ended within eight minutes.</summary>
    public static Task<string> RunAsync(
        string folder,
        string program,
        IReadOnlyList<string> arguments,
        params (string Name, string Value)[] variables
    ) => RunAsync(folder, program, arguments, input: "", variables);

    /// <summary>Runs a program that reads something, in the same way.</summary>
    public static async Task<string> RunAsync(
        string folder,
        string program,
        IReadOnlyList<string> arguments,
        string input,
        params (string Name, string Value)[] variables
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} had not ended after eight minutes:\n{await output}\n{await errors}");
        }
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }
}

/// <summary>A theory that needs a program; reported as skipped, with its name, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] names)
    {
        if (Tools.Find(names) is null)
            Skip = $"{string.Join(" or ", names)} is not installed on this machine.";
    }
}

/// <summary>A theory that needs a module of a program; reported as skipped, with its name, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ModuleTheoryAttribute : TheoryAttribute
{
    /// <param name="program">The program: <c>python3</c>.</param>
    /// <param name="arguments">Arguments with which it fails without the module: <c>-c</c>, <c>import duckdb</c>.</param>
    public ModuleTheoryAttribute(string program, params string[] arguments)
    {
        if (!Runs(program, arguments))
            Skip = $"{program} {string.Join(' ', arguments)} fails on this machine.";
    }

    private static bool Runs(string program, string[] arguments)
    {
        if (Tools.Find(program) is not { } path)
            return false;
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
