using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Cli.Tests.Crashes;

/// <summary>Folders with the repository's plan under other ids and with one thing changed.</summary>
internal sealed class PlanFolders : IDisposable
{
    private static readonly string Original = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");
    private readonly TemporaryFolder folder = new();

    /// <summary>Writes the plan under an id.</summary>
    /// <returns>The folder.</returns>
    public string Write(string id, string? edition = null, Func<string, string>? describe = null)
    {
        var to = Directory.CreateDirectory(Path.Combine(folder.Path, $"{id}-{edition}")).FullName;
        foreach (var file in Directory.EnumerateFiles(Original))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        var description = File.ReadAllText(Path.Combine(Original, "plan.json"))
            .Replace("\"urbanization-14fyp\"", $"\"{id}\"", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(to, "plan.json"), describe?.Invoke(description) ?? description);
        return to;
    }

    /// <summary>Writes the plan as its editors corrected it: an English name differs.</summary>
    public string WriteCorrected(string id) =>
        Write(
            id,
            "corrected",
            description => description.Replace("Share of trips made by green modes", "Share of green trips", StringComparison.Ordinal)
        );

    /// <summary>Writes the plan as other editors corrected it.</summary>
    public string WriteOther(string id) =>
        Write(
            id,
            "other",
            description => description.Replace("Share of trips made by green modes", "Share of travel that is green", StringComparison.Ordinal)
        );

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
