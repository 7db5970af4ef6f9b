using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Cli.Inputs;

/// <summary>The folder with the inputs of an earlier release of a plan.</summary>
/// <param name="Version">Its version, which is the folder's name.</param>
/// <param name="Folder">The folder.</param>
internal sealed record KeptRelease(ReleaseVersion Version, string Folder);

/// <summary>The inputs of a plan's earlier releases, which stand beside it in <c>releases/{version}/</c>.</summary>
internal static class KeptReleases
{
    /// <summary>The earlier releases of a plan, the oldest first; none where it has no such folder.</summary>
    /// <exception cref="BadInputException">A folder's name is no version.</exception>
    public static IReadOnlyList<KeptRelease> In(string planFolder)
    {
        var folder = Path.Combine(planFolder, "releases");
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateDirectories(folder).Select(Named).OrderBy(kept => kept.Version)];
    }

    /// <summary>Reads the plan as it was.</summary>
    /// <exception cref="BadInputException">A file is missing or breaks a rule, or it is another plan.</exception>
    public static async Task<Plan> ReadAsync(KeptRelease kept, string id, CancellationToken cancellationToken)
    {
        var plan = await PlanFolder.ReadAsync(kept.Folder, cancellationToken);
        return plan.About.Id == id
            ? plan
            : throw new BadInputException(
                $"{kept.Folder} holds the plan '{plan.About.Id}', and not '{id}'.",
                "Its plan.json has the id of the plan that it is a release of."
            );
    }

    private static KeptRelease Named(string folder) =>
        ReleaseVersion.TryParse(Path.GetFileName(folder), out var version)
            ? new KeptRelease(version, folder)
            : throw new BadInputException($"{folder} is not named by a version.", "Name it by the version of the release that it holds: 1.0.0.");
}
