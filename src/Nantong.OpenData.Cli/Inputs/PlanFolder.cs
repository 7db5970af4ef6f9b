using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Reports;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Storage.Inboxes;

namespace Nantong.OpenData.Cli.Inputs;

/// <summary>A folder with the files of one plan: <c>source.txt</c>, <c>plan.json</c>, <c>errata.json</c>, and <c>places.json</c> and
/// <c>observations.csv</c> when it has them.</summary>
internal static class PlanFolder
{
    /// <summary>The folder that commands take when none is named.</summary>
    public const string Default = "src/plans/urbanization-14fyp";

    /// <summary>Every plan folder of the repository, in name order.</summary>
    public static IEnumerable<string> OfRepository() =>
        Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Get(), "src", "plans")).Order(StringComparer.Ordinal);

    /// <summary>Reads the plan in a folder.</summary>
    /// <exception cref="BadInputException">A file is missing or breaks a rule: it tells all of them.</exception>
    public static async Task<Plan> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var read = await ParseAsync(folder, cancellationToken);
        return read.Faults is { } faults ? throw InputReport.Refuse(folder, faults) : read.Value!;
    }

    /// <summary>Reads the plan in a folder.</summary>
    /// <returns>The plan, or all that is wrong with its files.</returns>
    /// <exception cref="BadInputException">There is no such folder, or a file cannot be opened.</exception>
    public static async Task<Parsed<Plan>> ParseAsync(string folder, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var files = await FilesAsync(folder, faults, cancellationToken);
        if (PlanFile.Required.Any(name => !files.Exists(file => file.Name == name)))
            return faults; // it is there, and too large
        var plan = faults.Take(PlanInputs.Read(files));
        return faults.Count > 0 ? faults : plan!;
    }

    /// <summary>The files of a folder.</summary>
    /// <exception cref="BadInputException">There is no such folder, or a file cannot be opened or is too large.</exception>
    public static async Task<IReadOnlyList<PlanFile>> FilesAsync(string folder, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var files = await FilesAsync(folder, faults, cancellationToken);
        return faults.Count > 0 ? throw InputReport.Refuse(folder, faults) : files;
    }

    /// <summary>What <c>publish.json</c> says about the release; null where a folder has none.</summary>
    /// <exception cref="BadInputException">It breaks a rule.</exception>
    public static async Task<PublishOrder?> FindOrderAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, PublishOrder.FileName);
        if (!File.Exists(path))
            return null;
        var read = PublishOrder.Read(BinaryData.FromBytes(await File.ReadAllBytesAsync(path, cancellationToken)));
        return read.Try(out var order, out _) ? order : throw InputReport.Refuse(folder, read.Faults!);
    }

    private static async Task<List<PlanFile>> FilesAsync(string folder, Faults faults, CancellationToken cancellationToken)
    {
        List<PlanFile> files = [];
        foreach (var name in PlanFile.Names.Where(name => PlanFile.Required.Contains(name) || File.Exists(Path.Combine(folder, name))))
        {
            if (faults.Take(await FileAsync(folder, name, cancellationToken)) is { } file)
                files.Add(file);
        }

        return files;
    }

    private static async Task<Parsed<PlanFile>> FileAsync(string folder, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        try
        {
            if (PlanFile.TooLarge(name, new FileInfo(path).Length) is { } error)
                return error;
            return new PlanFile(name, await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"Cannot read {path}: {error.Message}",
                "A plan folder holds source.txt, plan.json and errata.json; 'opendata new' makes one from a source."
            );
        }
    }
}
