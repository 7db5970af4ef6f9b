using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nantong.OpenData.Server.Tests.Native;

/// <summary>What a native build needs beside the .NET SDK: learn.microsoft.com/dotnet/core/deploying/native-aot#prerequisites.</summary>
internal static class Toolchain
{
    private static readonly Lazy<string?> Found = new(Look);

    /// <summary>What is missing and how to get it, in a sentence; null when native builds work.</summary>
    public static string? Missing => Found.Value;

    private static string? Look()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            return "The native server is built for Linux x64: on another system it can be neither built nor started.";
        if (Compiler is not { } compiler)
            return "A C compiler is missing (neither clang nor gcc is on the path). On Debian or Ubuntu: apt-get install clang zlib1g-dev";
        if (!Links(compiler))
            return $"{compiler} cannot link against zlib. On Debian or Ubuntu: apt-get install zlib1g-dev";
        return null;
    }

    private static string? Compiler =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "clang"), Path.Combine(folder, "gcc") })
            .FirstOrDefault(File.Exists);

    private static bool Links(string compiler)
    {
        var start = new ProcessStartInfo(compiler, ["-x", "c", "-", "-lz", "-o", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write("#include <zlib.h>\nint main(void) { return zlibVersion() == 0; }\n");
        process.StandardInput.Close();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
