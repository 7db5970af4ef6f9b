using System.Globalization;
using Azure.Data.Tables;
using Nantong.OpenData.Storage.Rows;

namespace Nantong.OpenData.Storage;

/// <summary>Rows and blobs that belong to no release.</summary>
internal static class Strays
{
    /// <summary>Finds them; one finding per partition and folder.</summary>
    public static async Task<IReadOnlyList<Damage>> FindAsync(Store store, string? plan, IReadOnlyList<ReleaseKey> releases, CancellationToken cancellationToken)
    {
        List<Damage> found = [];
        var partitions = releases.Select(release => release.Partition).ToHashSet(StringComparer.Ordinal);
        var ofPlan = plan is null ? null : TableClient.CreateQueryFilter($"PartitionKey ge {plan + "|"} and PartitionKey lt {plan + "}"}"); // } follows | in the order of characters
        foreach (var table in RecordTables.Names)
        {
            Dictionary<string, int> strays = new(StringComparer.Ordinal);
            await foreach (var row in store.Table(table).RowsAsync(ofPlan, cancellationToken, ["PartitionKey", "RowKey"]))
            {
                if (!partitions.Contains(row.PartitionKey)) strays[row.PartitionKey] = strays.GetValueOrDefault(row.PartitionKey) + 1;
            }

            found.AddRange(strays.Select(stray => new Damage(stray.Key.Replace('|', '@'), $"table {table}", string.Create(CultureInfo.InvariantCulture, $"{stray.Value} rows of a release that does not exist"))));
        }

        var folders = releases.Select(release => release.Folder).ToHashSet(StringComparer.Ordinal);
        await foreach (var name in store.Container(ContainerNames.Releases).NamesAsync(plan is null ? "" : $"{plan}/", cancellationToken))
        {
            if (!folders.Contains(name[..(name.LastIndexOf('/') + 1)])) found.Add(new Damage(name, "blob", "it belongs to no release"));
        }

        return found;
    }
}
