using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.ColdStart;

/// <summary>The least native web program: <c>hello/hello.cs</c>.</summary>
internal static class Hello
{
    /// <summary>Publishes it.</summary>
    public static async Task<ApiBuild> BuildAsync()
    {
        Measuring.Report.Say("Building the hello-world");
        var root = RepositoryRoot.Get();
        var output = Path.Combine(root, ".data", "benchmarks", "hello");
        string[] arguments = ["publish", Path.Combine(root, "tests", "benchmarks", "hello", "hello.cs"), "-o", output, "--nologo", "-v", "quiet"];
        var (exitCode, lines) = await Tether
            .OfRepository.Start("dotnet", arguments, root, new Dictionary<string, string?>(), _ => { })
            .ToEndAsync(CancellationToken.None);
        return exitCode == 0
            ? new ApiBuild(Path.Combine(output, "hello"), [], output)
            : throw new CannotStartException(
                $"Building hello.cs ended with {exitCode}: {string.Join('\n', lines)}",
                "A native build needs clang or gcc and zlib's headers."
            );
    }
}
