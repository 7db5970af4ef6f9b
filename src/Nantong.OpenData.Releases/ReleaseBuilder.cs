using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Releases;

/// <summary>Plan to release. Pure: the same plan, version and predecessor give the same bytes on any machine, in any culture and time zone.</summary>
public static class ReleaseBuilder
{
    /// <summary>Builds a release with all its files.</summary>
    /// <param name="plan">What is published.</param>
    /// <param name="version">Its version; it stands in the files.</param>
    /// <param name="predecessor">The release it follows; null for the first.</param>
    /// <param name="changes">What differs from that release; null for the first.</param>
    public static Release Build(Plan plan, ReleaseVersion version, ReleaseReference? predecessor, IReadOnlyList<Change>? changes = null)
    {
        changes ??= [];
        List<ReleaseFile> files = [.. FileFormat.All.Select(format => Write(format, plan, version)).Concat(Inputs(plan)).OrderBy(file => file.Path, StringComparer.Ordinal)];
        var manifest = Describe(plan, version, predecessor, files, changes);
        files.Add(ManifestFile.Write(manifest));
        files.Add(ManifestFile.Sums(files.Select(ManifestFile.Describe)));
        return new Release(plan, version, manifest, files, changes);
    }

    /// <summary>What the plan was read from, byte for byte; the source is among the formats already.</summary>
    private static IEnumerable<ReleaseFile> Inputs(Plan plan) =>
        plan.Files.Where(file => file.Name != PlanFile.Source).Select(file => new ReleaseFile(PlanInputs.KeptAs(file.Name), file.Name is PlanFile.Observations ? CsvFile.MediaType : JsonFile.MediaType, null, file.Content));

    private static ReleaseFile Write(FileFormat format, Plan plan, ReleaseVersion version)
    {
        var content = format.Write(plan, version);
        return new ReleaseFile(format.Path, format.MediaType, content.Rows, content.Bytes);
    }

    private static Manifest Describe(Plan plan, ReleaseVersion version, ReleaseReference? predecessor, IReadOnlyList<ReleaseFile> files, IReadOnlyList<Change> changes)
    {
        FileEntry[] fileEntries = [.. files.Select(ManifestFile.Describe)];
        TableEntry[] tables =
        [
            Hashes.Changes(changes),
            Hashes.Columns(plan.Columns),
            Hashes.Indicators(plan.Indicators),
            Hashes.Nodes(plan.Nodes),
            .. Hashes.Facts(ReleaseFacts.Of(plan)),
            Hashes.Head(new ReleaseHead(plan.About, plan.TitleBlock)),
        ];
        return new Manifest(plan.About.Id, version, predecessor, plan.Source.Sha256, Hashes.Content(fileEntries, tables), fileEntries, tables);
    }
}
