using System.Text.Json;
using Azure.Storage.Blobs;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Repairing;

/// <summary>Releases made again from the files that they were made from. Each is used only as far as its hashes are those of the manifest.</summary>
/// <param name="store">The store.</param>
/// <param name="records">What is known of each release of the plan, by version.</param>
internal sealed class RebuiltReleases(Store store, IReadOnlyDictionary<ReleaseVersion, ReleaseRecord> records)
{
    private readonly Dictionary<ReleaseVersion, Release?> made = [];
    private readonly InputCopies copies = new(store);
    private readonly Dictionary<ReleaseVersion, Unreadable> unreadable = [];

    private BlobContainerClient Files => store.Container(ContainerNames.Releases);

    /// <summary>A release as it was built; null when one of its inputs is lost.</summary>
    public async Task<Release?> FindAsync(ReleaseVersion version, CancellationToken cancellationToken)
    {
        if (made.TryGetValue(version, out var known))
            return known;
        return made[version] = records.TryGetValue(version, out var record) ? await BuildAsync(record, cancellationToken) : null;
    }

    /// <summary>Why a release cannot be made again, once it was asked for in vain: an input is lost, or today's rules cannot read it.</summary>
    public string WhyNot(ReleaseVersion version) =>
        unreadable.TryGetValue(version, out var error)
            ? $"the inputs that it keeps are from before a rule of today: {error}"
            : "a file that the release was made from is lost";

    private async Task<Release?> BuildAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        if (await ReadInputsAsync(record, cancellationToken) is not { } inputs)
            return null;
        if (!PlanInputs.Read(inputs).Try(out var plan, out var error))
        {
            unreadable[record.Version] = error;
            return null;
        }

        var kinds = store.Records.Kinds;
        if (record.Predecessor is not { } version)
            return ReleaseBuilder.Build(plan, record.Version, predecessor: null, kinds: kinds);
        if (await FindAsync(version, cancellationToken) is not { } before)
            return null;

        var candidate = ReleaseBuilder.Build(plan, record.Version, predecessor: null, kinds: kinds);
        var diff = await PlanDiff.CompareAsync(ReleaseContent.Of(before), ReleaseContent.Of(candidate), cancellationToken);
        return ReleaseBuilder.Build(plan, record.Version, new ReleaseReference(version, records[version].ManifestSha256), diff.Changes, kinds);
    }

    /// <summary>The inputs of a release: as the manifest lists them where it is whole, else the files of that name that it keeps.</summary>
    private async Task<IReadOnlyList<PlanFile>?> ReadInputsAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        var folder = new ReleaseKey(record.Plan, record.Version).Folder;
        var manifest = await FindManifestAsync(record, cancellationToken);
        List<PlanFile> files = [];
        foreach (var name in PlanFile.Names)
        {
            var path = PlanInputs.KeptAs(name);
            var listed = manifest?.Files.FirstOrDefault(file => file.Path == path);
            if (manifest is not null && listed is null)
                continue;
            var content = (await Files.FindAsync(folder + path, cancellationToken))?.Content;
            if (listed is not null && (content is null || Hashes.Of(content) != listed.Sha256))
                content = await copies.FindAsync(listed, cancellationToken);
            if (content is not null)
                files.Add(new PlanFile(name, content));
            else if (listed is not null || PlanFile.Required.Contains(name))
                return null;
        }

        return files;
    }

    /// <summary>The manifest of a release; null when it is lost or not the one that was sealed.</summary>
    public async Task<Manifest?> FindManifestAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        var file = await Files.FindAsync(new ReleaseKey(record.Plan, record.Version).Folder + ReleaseFile.ManifestName, cancellationToken);
        return file is { Content: var content } && Hashes.Of(content) == record.ManifestSha256
            ? JsonSerializer.Deserialize(content, RecordJson.Line.Manifest)
            : null;
    }
}
