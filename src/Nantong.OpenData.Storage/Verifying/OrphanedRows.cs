using System.Globalization;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Verifying;

/// <summary>Rows and blobs that belong to no release.</summary>
internal static class OrphanedRows
{
    /// <summary>Finds them; one finding per partition and folder.</summary>
    public static async Task<IReadOnlyList<Damage>> FindAsync(
        Store store,
        string? plan,
        IReadOnlyList<ReleaseKey> releases,
        CancellationToken cancellationToken
    )
    {
        List<Damage> found = [];
        var ofPlan = plan is null ? default : KeyRange.Below(plan);
        foreach (var table in store.Records.Names)
        {
            Dictionary<string, int> strays = new(StringComparer.Ordinal);
            // No need to read what belongs to releases.
            foreach (var gap in ofPlan.Without(releases.Select(release => RecordTables.Partitions(table, release))))
            {
                await foreach (var row in store.Table(table).RowsAsync(gap.Filter, cancellationToken, ["PartitionKey", "RowKey"]))
                    strays[row.PartitionKey] = strays.GetValueOrDefault(row.PartitionKey) + 1;
            }

            found.AddRange(
                strays.Select(stray => new Damage(
                    string.Join('@', stray.Key.Split('|').Take(2)),
                    $"table {table}",
                    string.Create(CultureInfo.InvariantCulture, $"{stray.Value} rows of a release that does not exist")
                ))
            );
        }

        var folders = releases.Select(release => release.Folder).ToHashSet(StringComparer.Ordinal);
        await foreach (var name in store.Container(ContainerNames.Releases).NamesAsync(plan is null ? "" : $"{plan}/", cancellationToken))
        {
            if (!folders.Contains(name[..(name.LastIndexOf('/') + 1)]))
                found.Add(new Damage(name, "blob", "it belongs to no release"));
        }

        return found;
    }
}
