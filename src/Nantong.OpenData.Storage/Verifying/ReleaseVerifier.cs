using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Verifying;

/// <summary>Reads everything that one release consists of, and notes what is not as its manifest says.</summary>
internal sealed class ReleaseVerifier(Store store, ReleaseEntry release)
{
    private const int ReadsAtOnce = 4;
    private const int PartsAtOnce = 2; // pages of 1,000 observations, some MB each while they are read

    private readonly List<Damage> damage = [];

    /// <summary>Number of files read.</summary>
    public int Files { get; private set; }

    /// <summary>Number of rows read.</summary>
    public int Rows { get; private set; }

    /// <summary>What is broken: files in name order, then rows table by table.</summary>
    public IReadOnlyList<Damage> Damage => damage;

    /// <summary>True for a file that stands beside the manifest and cannot be listed in it.</summary>
    public static bool IsBesideTheManifest(string path) => path is ManifestSigner.FileName;

    /// <summary>Reads and compares.</summary>
    /// <exception cref="BrokenReleaseException">The manifest itself is missing or broken; nothing can be compared.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var container = store.Container(ContainerNames.Releases);
        var manifest = SnapshotLoader.ReadManifest(
            release,
            (await container.FindAsync(release.Key.Folder + ReleaseFile.ManifestName, cancellationToken))?.Content
        );
        if ((manifest.Plan, manifest.Release) != (release.Plan, release.Version))
            Add("manifest.json", $"it is the manifest of {manifest.Plan}@{manifest.Release}");
        if (Hashes.Content(manifest.Files, manifest.Tables) != manifest.ContentHash || manifest.ContentHash != release.ContentHash)
            Add("manifest.json", "its content hash is not that of its files and tables, or not that of the release's row");

        await CheckChainAsync(manifest, cancellationToken);
        await CheckSignatureAsync(cancellationToken);
        await CheckFilesAsync(manifest, cancellationToken);
        Compare(manifest, Hashes.Head(release.Head));
        foreach (var table in store.Records.Names)
        {
            if (table is TableNames.Observations)
                await CheckObservationsAsync(manifest, cancellationToken);
            else
                await CheckTableAsync(store.Records.FormatOf(table), manifest, cancellationToken);
        }
    }

    /// <summary>Every release but the first names its predecessor with the hash of that one's manifest: nobody can change a release without breaking
    /// all that follow.</summary>
    private async Task CheckChainAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        if (manifest.Predecessor?.Version != release.Predecessor)
            Add(
                "manifest.json",
                $"it follows {manifest.Predecessor?.Version.ToString() ?? "none"}, the release's row says {release.Predecessor?.ToString() ?? "none"}"
            );
        if (manifest.Predecessor is not { } predecessor)
            return;
        var before = await new ReleaseRows(store).FindManifestSha256Async(new ReleaseKey(release.Plan, predecessor.Version), cancellationToken);
        if (before is null)
            Add("manifest.json", $"it follows {predecessor.Version}, which is not in the store");
        else if (before != predecessor.ManifestSha256)
            Add(
                "manifest.json",
                $"it follows {predecessor.Version} with manifest {predecessor.ManifestSha256}, but that release has manifest {before}"
            );
    }

    /// <summary>A release that says that it is signed has the signature of its manifest, and keeps it beside the manifest.</summary>
    private async Task CheckSignatureAsync(CancellationToken cancellationToken)
    {
        var container = store.Container(ContainerNames.Releases);
        var file = await container.FindAsync(release.Key.Folder + ManifestSigner.FileName, cancellationToken);
        if (release.Signature is not { } signature)
        {
            if (file is not null)
                Add($"file {ManifestSigner.FileName}", "the release's row knows of no signature");
            return;
        }

        var manifest = await container.FindAsync(release.Key.Folder + ReleaseFile.ManifestName, cancellationToken);
        if (manifest is { Content: var bytes } && !signature.IsOf(bytes))
            Add("signature", $"it is not that of the manifest by the key {signature.KeyId}");
        if (file is null)
            Add($"file {ManifestSigner.FileName}", "it is missing");
        else if (!file.Value.Content.ToMemory().Span.SequenceEqual(signature.ToBytes()))
            Add($"file {ManifestSigner.FileName}", "it is not the signature in the release's row");
    }

    private async Task CheckFilesAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var folder = release.Key.Folder;
        var sums = Hashes.Sums([.. manifest.Files.Select(file => (file.Path, file.Sha256)), (ReleaseFile.ManifestName, release.ManifestSha256)]);
        var expected = manifest.Files.ToDictionary(file => folder + file.Path, file => file.Sha256, StringComparer.Ordinal);
        expected[folder + ReleaseFile.ManifestName] = release.ManifestSha256;
        expected[folder + ReleaseFile.SumsName] = Hashes.Of(Encoding.UTF8.GetBytes(sums));

        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        var container = store.Container(ContainerNames.Releases);
        await foreach (var name in container.NamesAsync(folder, cancellationToken))
        {
            if (!expected.ContainsKey(name) && !IsBesideTheManifest(name[folder.Length..]))
                found[name] = "the manifest does not list it";
        }

        await Parallel.ForEachAsync(
            expected,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (file, stop) =>
            {
                var what = FindDamage(await container.FindHashAsync(file.Key, stop), file.Value);
                if (what is not null)
                {
                    lock (found)
                        found[file.Key] = what;
                }
            }
        );

        Files = expected.Count;
        foreach (var (name, what) in found)
            Add($"file {name[folder.Length..]}", what);

        foreach (var input in InputCopies.Of(manifest))
        {
            var name = InputCopies.NameOf(input.Path, input.Sha256);
            var copy = await store.Container(ContainerNames.Source).FindHashAsync(name, cancellationToken);
            if (FindDamage(copy, input.Sha256) is { } broken)
                Add($"source {name}", broken);
        }
    }

    private static string? FindDamage((string Sha256, string? Stated)? blob, string expected)
    {
        if (blob is not { } there)
            return "it is missing";
        if (there.Sha256 != expected)
            return $"its hash is {there.Sha256}, expected {expected}";
        return there.Stated == expected ? null : $"its metadata say hash {there.Stated ?? "none"}, its content has {there.Sha256}";
    }

    /// <summary>Reads a table row by row, so that the first broken, missing or surplus row can be named.</summary>
    private async Task CheckTableAsync(RowFormat format, Manifest manifest, CancellationToken cancellationToken)
    {
        var before = damage.Count;
        var rows = manifest.Tables.FirstOrDefault(table => table.Name == format.Table)?.Rows ?? 0;
        List<TableEntity> sound = [];
        var next = 1;
        await foreach (var row in store.Table(format.Table).PartitionAsync(release.Key.Partition, cancellationToken))
        {
            Rows++;
            var place = int.TryParse(row.RowKey.Split('|')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            for (; next < place && next <= rows; next++)
                AddRow(RowAddress.Position(next), "it is missing");
            if (place != next || place > rows)
                AddRow(row.RowKey, "it does not belong here");
            else if (format.FindDamage(row) is { } what)
                AddRow(row.RowKey, what);
            else
                sound.Add(row);
            if (place == next)
                next++;
        }

        for (; next <= rows; next++)
            AddRow(RowAddress.Position(next), "it is missing");
        if (damage.Count == before)
            Compare(manifest, format.EntryOf(sound));

        void AddRow(string row, string what) => Add($"table {format.Table}, row {row}", what);
    }

    private async Task CheckObservationsAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var parts = manifest.Observations ?? [];
        Compare(manifest, Hashes.Observations(parts));
        if (manifest.Tables.All(table => table.Name != TableNames.Observations))
            return; // a release from before there was such a table
        var found = await new ObservationCheck(store.Table(TableNames.Observations), release.Key).RunAsync(parts, PartsAtOnce, cancellationToken);
        Rows += found.Rows;
        damage.AddRange(found.Damage);
    }

    private void Compare(Manifest manifest, TableEntry found)
    {
        var expected = manifest.Tables.FirstOrDefault(table => table.Name == found.Name);
        if (expected is null && found.Rows == 0)
            return; // a release from before there was such a table
        if (expected != found)
            Add($"table {found.Name}", $"its rows have hash {found.Sha256}, expected {expected?.Sha256 ?? "none"}");
    }

    private void Add(string where, string what) => damage.Add(new Damage(release.Key.ToString(), where, what));
}
