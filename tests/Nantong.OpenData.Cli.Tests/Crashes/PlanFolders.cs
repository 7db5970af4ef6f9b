using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Cli.Tests.Crashes;

/// <summary>Folders with a plan under other ids and with one thing changed.</summary>
/// <param name="original">The folder of the plan.</param>
/// <param name="id">Its id.</param>
/// <param name="name">The English name of one of its indicators.</param>
internal sealed class PlanFolders(string original, string id, string name) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Folders with the repository's plan.</summary>
    public static PlanFolders OfRealPlan() =>
        new(Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp"), "urbanization-14fyp", "Share of trips made by green modes");

    /// <summary>Folders with a sample that has nearly as many files as the real plan and far fewer rows, for tests that publish it often.</summary>
    public static PlanFolders OfSmallPlan() =>
        new(Path.Combine(AppContext.BaseDirectory, "samples", "coastal-14fyp"), "coastal-14fyp", "Share of the marine economy");

    /// <summary>Writes the plan under an id.</summary>
    /// <returns>The folder.</returns>
    public string Write(string newId, string? edition = null, Func<string, string>? describe = null)
    {
        var written = Directory.CreateDirectory(Path.Combine(folder.Path, $"{newId}-{edition}")).FullName;
        foreach (var file in Directory.EnumerateFiles(original))
            File.Copy(file, Path.Combine(written, Path.GetFileName(file)), overwrite: true);
        var description = File.ReadAllText(Path.Combine(original, "plan.json")).Replace($"\"{id}\"", $"\"{newId}\"", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(written, "plan.json"), describe?.Invoke(description) ?? description);
        return written;
    }

    /// <summary>Writes the plan as its editors corrected it: an English name differs.</summary>
    public string WriteCorrected(string newId) => WriteNamed(newId, "corrected", "Share of green trips");

    /// <summary>Writes the plan as other editors corrected it.</summary>
    public string WriteOther(string newId) => WriteNamed(newId, "other", "Share of travel that is green");

    /// <summary>Writes the plan with an indicator called otherwise.</summary>
    public string WriteNamed(string newId, string edition, string other) => Write(newId, edition, description => Replaced(description, other));

    private string Replaced(string description, string other) =>
        description.Contains(name, StringComparison.Ordinal)
            ? description.Replace(name, other, StringComparison.Ordinal)
            : throw new InvalidDataException($"plan.json of {id} does not hold '{name}'");

    /// <summary>Reads a folder.</summary>
    public static Plan Read(string folder) =>
        PlanInputs
            .Read([
                .. PlanFile
                    .Names.Where(name => File.Exists(Path.Combine(folder, name)))
                    .Select(name => new PlanFile(name, File.ReadAllBytes(Path.Combine(folder, name)))),
            ])
            .Value!;

    public void Dispose() => folder.Dispose();
}
