using System.Xml.Linq;

namespace Nantong.OpenData.Architecture.Arrows;

/// <summary>What a project file names: other projects of the house, and packages.</summary>
internal sealed record Names(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>Reads a project file.</summary>
    public static Names Of(XDocument project) =>
        new(
            [
                .. Includes(project, "ProjectReference")
                    .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["Nantong.OpenData.".Length..]),
            ],
            [.. Includes(project, "PackageReference")]
        );

    /// <summary>How two sets of names differ, one sentence each; empty when they are the same.</summary>
    public IEnumerable<string> DifferencesFrom(Names allowed) =>
        [
            .. Projects.Except(allowed.Projects).Select(name => $"names project {name}, which the map forbids"),
            .. allowed.Projects.Except(Projects).Select(name => $"does not name project {name}, which the map has"),
            .. Packages.Except(allowed.Packages).Select(name => $"names package {name}, which the map forbids"),
            .. allowed.Packages.Except(Packages).Select(name => $"does not name package {name}, which the map has"),
        ];

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();
}
