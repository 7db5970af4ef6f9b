using System.Diagnostics;
using System.Reflection;

namespace Nantong.OpenData.Architecture.Infra;

/// <summary>What the compiler said.</summary>
internal sealed record BicepResult(int ExitCode, string Output, string Errors);

/// <summary>The Bicep compiler that the project file restores.</summary>
internal static class Bicep
{
    /// <summary>Path of the executable; null where there is none for this machine.</summary>
    public static string? Compiler { get; } =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(item => item.Key == "Bicep")?.Value;

    /// <summary>Runs the compiler offline.</summary>
    public static async Task<BicepResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Compiler!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1"; // it is a .NET program and would look for ICU
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }
}
