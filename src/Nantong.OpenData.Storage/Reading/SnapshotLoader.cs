using System.Text.Json;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>Reads a release into memory, all but its observations, and checks every row of it against the manifest.</summary>
public sealed class SnapshotLoader(Store store)
{
    /// <summary>Reads a release.</summary>
    /// <param name="release">Its row, as <see cref="ReadReleasesAsync"/> gives it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest says.</exception>
    public async Task<Snapshot> LoadAsync(ReleaseEntry release, CancellationToken cancellationToken = default)
    {
        var key = release.Key;
        var manifest = ReadManifest(
            release,
            (await store.Container(ContainerNames.Releases).FindAsync($"{key.Folder}{ReleaseFile.ManifestName}", cancellationToken))?.Content
        );
        var changes = IsListed(TableNames.Changes)
            ? RecordsAsync(ChangeRow.Format, key, cancellationToken)
            : Task.FromResult<IReadOnlyList<Change>>([]);
        var kinds = store
            .Records.OfKinds.Where(kind => IsListed(kind.Format.Table))
            .Select(kind => kind.LoadAsync(this, key, cancellationToken))
            .ToArray();
        await Task.WhenAll([changes, .. kinds]);

        var facts = (await Task.WhenAll(kinds)).Aggregate(ReleaseFacts.None, (some, add) => add(some));
        TableEntry[] read =
        [
            Hashes.Changes(await changes),
            Hashes.Head(release.Head),
            .. Hashes.Tables(facts),
            Hashes.Observations(manifest.Observations ?? []),
        ];
        foreach (var table in manifest.Tables)
        {
            var found = Array.Find(read, entry => entry.Name == table.Name);
            if (found is not null && found != table)
                throw Broken(
                    release,
                    $"table {table.Name}",
                    $"{found.Rows} rows with hash {found.Sha256}, the manifest says {table.Rows} with {table.Sha256}"
                );
        }

        return new Snapshot(release, manifest, facts, await changes);

        // A release from before a table existed does not list it; its store may not even have the table.
        bool IsListed(string name) => manifest.Tables.Any(table => table.Name == name);
    }

    /// <summary>Proves what a release's row says of its plan against the manifest, for a release whose content is not read.</summary>
    /// <exception cref="BrokenReleaseException">It is not what the manifest says.</exception>
    public async Task ProveHeadAsync(ReleaseEntry release, CancellationToken cancellationToken = default)
    {
        var manifest = ReadManifest(
            release,
            (await store.Container(ContainerNames.Releases).FindAsync($"{release.Key.Folder}{ReleaseFile.ManifestName}", cancellationToken))?.Content
        );
        var head = Hashes.Head(release.Head);
        if (manifest.Tables.FirstOrDefault(table => table.Name == head.Name) is { } sealedHead && sealedHead != head)
            throw Broken(release, $"table {head.Name}", $"what it says of the plan has hash {head.Sha256}, the manifest says {sealedHead.Sha256}");
    }

    /// <summary>Everything by which a release is compared with another one.</summary>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest says.</exception>
    public async Task<ReleaseContent> LoadContentAsync(ReleaseEntry release, CancellationToken cancellationToken = default) =>
        new ObservationTable(store).ContentOf(await LoadAsync(release, cancellationToken));

    /// <summary>The releases of a plan that are no longer being built, newest first: those whose rows can be read. The others are the
    /// verifier's to name.</summary>
    public async Task<IReadOnlyList<ReleaseEntry>> ReadReleasesAsync(string plan, CancellationToken cancellationToken = default)
    {
        var stored = (await new ReleaseRows(store).AllAsync(plan, cancellationToken)).Rows; // in the order of versions
        return [.. stored.Select(release => release.Entry).Where(release => release.Status is not ReleaseStatus.Building).Reverse()];
    }

    /// <summary>Every record of a release in one table, in order.</summary>
    internal async Task<IReadOnlyList<T>> RecordsAsync<T>(RowFormat<T> format, ReleaseKey release, CancellationToken cancellationToken)
    {
        List<T> records = [];
        await foreach (var row in store.Table(format.Table).PartitionAsync(release.Partition, cancellationToken))
        {
            try
            {
                records.Add(format.ToRecord(row));
            }
            catch (InvalidDataException error)
            {
                throw new BrokenReleaseException(release, $"table {format.Table}, row {row.RowKey}", error.InnerException?.Message ?? error.Message);
            }
        }

        return records;
    }

    /// <summary>The manifest from its file, checked against the hash in the release's row.</summary>
    internal static Manifest ReadManifest(ReleaseEntry release, BinaryData? file)
    {
        if (file is null)
            throw Broken(release, "manifest.json", "the file is missing");
        if (Hashes.Of(file) != release.ManifestSha256)
            throw Broken(release, "manifest.json", $"its hash is {Hashes.Of(file)}, the release's row says {release.ManifestSha256}");
        try
        {
            return JsonSerializer.Deserialize(file, RecordJson.Line.Manifest) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw Broken(release, "manifest.json", error.Message);
        }
    }

    private static BrokenReleaseException Broken(ReleaseEntry release, string where, string what) => new(release.Key, where, what);
}
