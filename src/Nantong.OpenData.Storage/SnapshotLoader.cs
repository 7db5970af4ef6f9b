using System.Text.Json;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Rows;

namespace Nantong.OpenData.Storage;

/// <summary>Reads a release into memory and checks every row of it against the manifest.</summary>
public sealed class SnapshotLoader(Store store)
{
    /// <summary>Reads a release.</summary>
    /// <param name="release">Its row, as <see cref="ReadReleasesAsync"/> gives it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest says.</exception>
    public async Task<Snapshot> LoadAsync(ReleaseEntry release, CancellationToken cancellationToken = default)
    {
        var key = release.Key;
        var manifestText = store.Container(ContainerNames.Releases).FindAsync($"{key.Folder}{ReleaseFile.ManifestName}", cancellationToken);
        var nodes = RecordsAsync(NodeRow.Format, key, cancellationToken);
        var indicators = RecordsAsync(IndicatorRow.Format, key, cancellationToken);
        var columns = RecordsAsync(ColumnRow.Format, key, cancellationToken);
        var changes = RecordsAsync(ChangeRow.Format, key, cancellationToken);
        await Task.WhenAll(manifestText, nodes, indicators, columns, changes);

        var manifest = ReadManifest(release, (await manifestText)?.Content);
        TableEntry[] read = [Hashes.Changes(await changes), Hashes.Columns(await columns), Hashes.Indicators(await indicators), Hashes.Nodes(await nodes), Hashes.Head(release.Head)];
        foreach (var table in manifest.Tables)
        {
            var found = Array.Find(read, entry => entry.Name == table.Name);
            if (found is not null && found != table) throw Broken(release, $"table {table.Name}", $"{found.Rows} rows with hash {found.Sha256}, the manifest says {table.Rows} with {table.Sha256}");
        }

        return new Snapshot(release, manifest, await nodes, await indicators, await columns, await changes);
    }

    /// <summary>Everything by which a release is compared with another one: what the snapshot holds, and the observations, which no snapshot holds because they may be many.</summary>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest says.</exception>
    public async Task<ReleaseContent> LoadContentAsync(ReleaseEntry release, CancellationToken cancellationToken = default)
    {
        var snapshot = await LoadAsync(release, cancellationToken);
        var observations = await RecordsAsync(ObservationRow.Format, release.Key, cancellationToken);
        var found = Hashes.Observations(observations);
        if (!snapshot.Manifest.Tables.Contains(found)) throw Broken(release, $"table {found.Name}", $"{found.Rows} rows with hash {found.Sha256}, the manifest says otherwise");
        return ReleaseContent.Of(release.Head, snapshot.Manifest, snapshot.Nodes, snapshot.Indicators, snapshot.Columns, observations);
    }

    /// <summary>The releases of a plan that are no longer being built, newest first.</summary>
    /// <exception cref="BrokenReleaseException">A row cannot be read.</exception>
    public async Task<IReadOnlyList<ReleaseEntry>> ReadReleasesAsync(string plan, CancellationToken cancellationToken = default)
    {
        var stored = await new ReleaseRows(store).AllAsync(plan, cancellationToken); // in the order of versions
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
        if (file is null) throw Broken(release, "manifest.json", "the file is missing");
        if (Hashes.Of(file) != release.ManifestSha256) throw Broken(release, "manifest.json", $"its hash is {Hashes.Of(file)}, the release's row says {release.ManifestSha256}");
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
