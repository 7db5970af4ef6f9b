using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Cli.Commands;

/// <summary>A folder with the files of one plan: <c>source.txt</c>, <c>plan.json</c>, <c>errata.json</c>, and <c>places.json</c> and <c>observations.csv</c> when it has them.</summary>
internal static class PlanFolder
{
    /// <summary>The folder that commands take when none is named.</summary>
    public const string Default = "src/plans/urbanization-14fyp";

    /// <summary>Every plan folder of the repository, in name order.</summary>
    public static IEnumerable<string> OfRepository() =>
        Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Get(), "src", "plans")).Order(StringComparer.Ordinal);

    /// <summary>Reads the plan in a folder.</summary>
    /// <exception cref="BadInputException">A file is missing or breaks a rule.</exception>
    public static async Task<Plan> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        List<PlanFile> files = [];
        foreach (var name in PlanFile.Names.Where(name => PlanFile.Required.Contains(name) || File.Exists(Path.Combine(folder, name))))
            files.Add(new PlanFile(name, await FileAsync(folder, name, cancellationToken)));
        return PlanInputs.Read(files).Try(out var plan, out var error)
            ? plan
            : throw new BadInputException($"{folder}: {error}.", "Correct that place in the file, then run the same command again.");
    }

    private static async Task<byte[]> FileAsync(string folder, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        try
        {
            if (PlanFile.TooLarge(name, new FileInfo(path).Length) is { } error) throw new BadInputException($"{folder}: {error}.", "Correct the file, then run the same command again.");
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"Cannot read {path}: {error.Message}", "Pass --plan with a folder that holds source.txt, plan.json and errata.json.");
        }
    }
}
