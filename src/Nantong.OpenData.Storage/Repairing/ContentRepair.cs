using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Inputs;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Repairing;

/// <summary>Mends what a release consists of, files and rows, from the release as it is built again: each file and table only where its hash is the
/// one that the manifest gives.</summary>
/// <param name="store">The store.</param>
/// <param name="release">The release, from its sealed record.</param>
/// <param name="rebuilt">The release as it was built again.</param>
/// <param name="log">Told of what is to be written.</param>
internal sealed class ContentRepair(Store store, ReleaseEntry release, Release rebuilt, RepairLog log)
{
    private BlobContainerClient Files => store.Container(ContainerNames.Releases);

    /// <summary>Mends what a check found.</summary>
    /// <param name="found">The damage.</param>
    /// <param name="manifest">The manifest as stored, or as built again; null when neither is the one that was sealed.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task RunAsync(IReadOnlyList<Damage> found, Manifest? manifest, CancellationToken cancellationToken)
    {
        var whole = rebuilt.ManifestSha256 == release.ManifestSha256;
        manifest ??= whole ? rebuilt.Manifest : null;
        if (manifest is null)
        {
            log.Leave(
                release.Key,
                ReleaseFile.ManifestName,
                "it is lost, and what is built from the kept inputs has another one: this program writes other files than the one that published it"
            );
            return;
        }

        await MendFilesAsync(manifest, whole, cancellationToken);
        await MendInputCopiesAsync(manifest, cancellationToken);
        foreach (
            var table in store.Records.Names.Where(table => found.Any(damage => damage.Where.StartsWith($"table {table}", StringComparison.Ordinal)))
        )
            await MendTableAsync(table, manifest, cancellationToken);
    }

    private async Task MendFilesAsync(Manifest manifest, bool whole, CancellationToken cancellationToken)
    {
        var folder = release.Key.Folder;
        var sums = rebuilt.Files.Single(file => file.Path == ReleaseFile.SumsName);
        var expected = manifest.Files.ToDictionary(file => file.Path, file => file.Sha256, StringComparer.Ordinal);
        expected[ReleaseFile.ManifestName] = release.ManifestSha256;
        if (whole)
            expected[ReleaseFile.SumsName] = sums.Entry.Sha256;
        foreach (var (path, sha256) in expected)
        {
            if (await Files.FindHashAsync(folder + path, cancellationToken) is { } blob && blob.Sha256 == sha256 && blob.Stated == sha256)
                continue;
            if (rebuilt.Files.FirstOrDefault(file => file.Path == path && file.Entry.Sha256 == sha256) is { } file)
                await log.DoAsync(
                    release.Key,
                    $"file {path}",
                    "written again from the kept inputs",
                    () => Files.ReplaceAsync(folder + path, file, cancellationToken)
                );
            else
                log.Leave(release.Key, $"file {path}", "what is built from the kept inputs has another hash");
        }

        await MendSignatureAsync(folder, cancellationToken);
        await foreach (var name in Files.NamesAsync(folder, cancellationToken))
        {
            var path = name[folder.Length..];
            if (!expected.ContainsKey(path) && path is not ReleaseFile.SumsName && !ReleaseVerifier.IsBesideTheManifest(path))
                await log.DoAsync(
                    release.Key,
                    $"file {path}",
                    "removed: the manifest does not list it",
                    () => Files.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.None, null, cancellationToken)
                );
        }
    }

    /// <summary>The signature stands in the sealed record, too.</summary>
    private async Task MendSignatureAsync(string folder, CancellationToken cancellationToken)
    {
        const string File = ManifestSigner.FileName;
        var stored = await Files.FindHashAsync(folder + File, cancellationToken);
        if (release.Signature is not { } signature)
        {
            if (stored is not null)
                await log.DoAsync(
                    release.Key,
                    $"file {File}",
                    "removed: the release was not signed",
                    () => Files.DeleteBlobIfExistsAsync(folder + File, DeleteSnapshotsOption.None, null, cancellationToken)
                );
        }
        else if (stored?.Sha256 != Hashes.Of(signature.ToBytes()))
        {
            await log.DoAsync(
                release.Key,
                $"file {File}",
                "written again from the sealed record",
                () => Files.ReplaceAsync(folder + File, signature.ToBytes(), ManifestSigner.MediaType, cancellationToken)
            );
        }
    }

    private async Task MendInputCopiesAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var copies = new InputCopies(store);
        foreach (var input in InputCopies.Of(manifest))
        {
            if (await copies.FindAsync(input, cancellationToken) is not null)
                continue;
            var file = rebuilt.Plan.Files.FirstOrDefault(kept =>
                PlanInputs.KeptAs(kept.Name) == input.Path && Hashes.Of(kept.Content.Span) == input.Sha256
            );
            if (file is not null)
                await log.DoAsync(
                    release.Key,
                    $"source {InputCopies.NameOf(input.Path, input.Sha256)}",
                    "written again",
                    () => copies.ReplaceAsync(file, cancellationToken)
                );
        }
    }

    /// <summary>Writes every row of a table, and removes those that do not belong there.</summary>
    private async Task MendTableAsync(string table, Manifest manifest, CancellationToken cancellationToken)
    {
        var (expected, built) = (
            manifest.Tables.FirstOrDefault(entry => entry.Name == table),
            rebuilt.Manifest.Tables.FirstOrDefault(entry => entry.Name == table)
        );
        if (expected != built)
        {
            log.Leave(release.Key, $"table {table}", "the rows that are built from the kept inputs have another hash");
            return;
        }

        await log.DoAsync(
            release.Key,
            $"table {table}",
            "its rows are written again from the kept inputs",
            async () =>
            {
                HashSet<(string, string)> written = [];
                foreach (var batch in store.Records.PartsOf(rebuilt).Where(part => part.Table == table).SelectMany(part => part.Batches))
                {
                    await store.Table(table).PutAsync(batch, cancellationToken);
                    written.UnionWith(batch.Select(row => (row.PartitionKey, row.RowKey)));
                }

                await store
                    .Table(table)
                    .DeleteAsync(
                        RecordTables.Partitions(table, release.Key),
                        row => !written.Contains((row.PartitionKey, row.RowKey)),
                        cancellationToken
                    );
            }
        );
    }
}
