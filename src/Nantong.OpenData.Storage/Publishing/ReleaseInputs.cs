using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>The files that the plan of a release was read from, as the release keeps them.</summary>
internal sealed class ReleaseInputs(Store store)
{
    /// <summary>Reads them, checked against the manifest.</summary>
    /// <param name="release">The release.</param>
    /// <param name="but">Files that stand in the place of those of the same name.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="BrokenReleaseException">A file is missing or is not what the manifest says.</exception>
    public async Task<IReadOnlyList<PlanFile>> ReadAsync(ReleaseKey release, IReadOnlyCollection<PlanFile> but, CancellationToken cancellationToken)
    {
        var container = store.Container(ContainerNames.Releases);
        var entry =
            (await new ReleaseRows(store).FindAsync(release, cancellationToken))?.Entry
            ?? throw new BrokenReleaseException(release, "pointer", "it names a release that has no row");
        var manifest = SnapshotLoader.ReadManifest(
            entry,
            (await container.FindAsync(release.Folder + ReleaseFile.ManifestName, cancellationToken))?.Content
        );

        List<PlanFile> files = [];
        foreach (var name in PlanFile.Names.Where(name => !but.Any(other => other.Name == name)))
        {
            if (manifest.Files.FirstOrDefault(file => file.Path == PlanInputs.KeptAs(name)) is not { } listed)
                continue;
            var content = (await container.FindAsync(release.Folder + listed.Path, cancellationToken))?.Content;
            if (content is null || Hashes.Of(content) != listed.Sha256)
                throw new BrokenReleaseException(
                    release,
                    $"file {listed.Path}",
                    content is null ? "it is missing" : "it is not what the manifest says"
                );
            files.Add(new PlanFile(name, content));
        }

        return files;
    }
}
