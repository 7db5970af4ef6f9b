using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Delimited;
using Nantong.OpenData.Releases.Files.Packages;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases;

/// <summary>Plan to release. Pure: the same plan, version and predecessor give the same bytes on any machine, in any culture and time zone.</summary>
public static class ReleaseBuilder
{
    /// <summary>Builds a release with all its files.</summary>
    /// <param name="plan">What is published.</param>
    /// <param name="version">Its version; it stands in the files.</param>
    /// <param name="predecessor">The release it follows; null for the first.</param>
    /// <param name="changes">What differs from that release; null for the first.</param>
    /// <param name="kinds">The kinds of record that it keeps; null for <see cref="RecordKinds.Kept"/>.</param>
    public static Release Build(
        Plan plan,
        ReleaseVersion version,
        ReleaseReference? predecessor,
        IReadOnlyList<Change>? changes = null,
        IReadOnlyList<KeptKind>? kinds = null
    )
    {
        changes ??= [];
        kinds ??= RecordKinds.Kept;
        var draft = new ReleaseDraft(plan, version, kinds);
        foreach (var input in Inputs(plan))
            draft.Add(input);
        foreach (var format in FileFormat.Of(kinds))
            draft.Measure(format);

        List<ReleaseFile> files = [.. draft.Measured.OrderBy(file => file.Path, StringComparer.Ordinal)];
        var manifest = Describe(plan, version, predecessor, files, changes, ReleaseFacts.Of(plan, kinds));
        files.Add(ManifestFile.Write(manifest));
        files.Add(ManifestFile.Sums(files.Select(file => file.Entry)));
        return new Release(plan, version, manifest, files, changes) { Kinds = kinds };
    }

    /// <summary>What the plan was read from, byte for byte; the source is among the formats already.</summary>
    private static IEnumerable<ReleaseFile> Inputs(Plan plan) =>
        plan
            .Files.Where(file => file.Name != PlanFile.Source)
            .Select(file =>
                ReleaseFile.Of(
                    PlanInputs.KeptAs(file.Name),
                    file.Name is PlanFile.Observations ? CsvFile.MediaType : JsonFile.MediaType,
                    file.Content
                )
            );

    private static Manifest Describe(
        Plan plan,
        ReleaseVersion version,
        ReleaseReference? predecessor,
        IReadOnlyList<ReleaseFile> files,
        IReadOnlyList<Change> changes,
        ReleaseFacts facts
    )
    {
        var observations = ObservationTally.Of(plan.Observations);
        FileEntry[] fileEntries = [.. files.Select(file => file.Entry)];
        TableEntry[] tables =
        [
            Hashes.Changes(changes),
            .. Hashes.Tables(facts),
            Hashes.Observations(observations),
            Hashes.Head(new ReleaseHead(plan.About, plan.TitleBlock)),
        ];
        return new Manifest(plan.About.Id, version, predecessor, plan.Source.Sha256, Hashes.Content(fileEntries, tables), fileEntries, tables)
        {
            Observations = observations,
        };
    }
}
