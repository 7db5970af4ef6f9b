using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Backup;

/// <summary>Writes a backup into a store, and proves that the store then holds just that.</summary>
/// <remarks>Pointers are written last: until then no reader sees anything. A restore that was interrupted is repeated with
/// <c>overwrite</c>.</remarks>
public sealed class StoreRestore(Store store, TimeProvider clock)
{
    private const int BlockSize = 4 * 1024 * 1024;

    /// <summary>Restores a backup.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="overwrite">True to write into a store that is not empty; what it holds besides the backup is then named as a fault.</param>
    /// <param name="progress">Told of each table and container while it is written.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    /// <exception cref="BackupException">The folder is no backup or is damaged, the store is not empty, or it holds something else
    /// afterwards.</exception>
    public async Task<BackupIndex> RestoreAsync(
        DirectoryInfo folder,
        bool overwrite,
        IProgress<BackupProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var index = await BackupCheck.ReadIndexAsync(folder, cancellationToken);
        if (await BackupCheck.FindFaultsAsync(folder, index, cancellationToken) is [_, ..] damaged)
            throw new BackupException(damaged);
        if (await StoreSchema.FindMissingAsync(store, cancellationToken) is [_, ..])
            await StoreSchema.CreateAsync(store, cancellationToken);
        if (!overwrite && await FindContentAsync(cancellationToken) is { } content)
            throw new BackupException([
                $"The store is not empty: {content} is not. Pass --overwrite to write into it all the same, or restore into an empty store.",
            ]);

        foreach (var container in index.Containers)
            await WriteAsync(container, folder, progress, cancellationToken);
        foreach (var table in index.Tables.OrderBy(table => table.Name is TableNames.Pointers))
            await WriteAsync(table, folder, progress, cancellationToken);
        if (await CompareAsync(index, cancellationToken) is [_, ..] differences)
            throw new BackupException(differences);
        return index;
    }

    /// <summary>The first table or container that holds anything; null for an empty store.</summary>
    private async Task<string?> FindContentAsync(CancellationToken cancellationToken)
    {
        foreach (var table in StoreSchema.Tables)
        {
            if (await store.Table(table).RowsAsync(null, cancellationToken, ["RowKey"], pageSize: 1).AnyAsync(cancellationToken))
                return $"table {table}";
        }

        foreach (var container in StoreBackup.Containers)
        {
            if (await store.Container(container).NamesAsync("", cancellationToken).AnyAsync(cancellationToken))
                return $"container {container}";
        }

        return null;
    }

    private async Task WriteAsync(BackupTable table, DirectoryInfo folder, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        var rows = File.ReadLines(Path.Combine(folder.FullName, table.File)).Select(BackupRow.Read);
        foreach (var batch in TableRows.Batches(rows))
        {
            await store.Table(table.Name).PutAsync(batch, cancellationToken);
            progress?.Report(new BackupProgress($"table {table.Name}", done += batch.Count));
        }
    }

    private async Task WriteAsync(
        BackupContainer container,
        DirectoryInfo folder,
        IProgress<BackupProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        foreach (var (done, blob) in container.Blobs.Index())
        {
            await using var content = File.OpenRead(Path.Combine(folder.FullName, blob.File));
            await store
                .Container(container.Name)
                .GetBlobClient(blob.Name)
                .UploadAsync(
                    content,
                    new BlobUploadOptions
                    {
                        HttpHeaders = new BlobHttpHeaders { ContentType = blob.ContentType },
                        Metadata = blob.Metadata.ToDictionary(StringComparer.Ordinal),
                        TransferOptions = new StorageTransferOptions
                        {
                            InitialTransferSize = BlockSize,
                            MaximumTransferSize = BlockSize,
                            MaximumConcurrency = 1,
                        },
                    },
                    cancellationToken
                );
            progress?.Report(new BackupProgress($"container {container.Name}", done + 1));
        }
    }

    /// <summary>Reads the store again and compares it with the index: rows by the hash of their table, blobs one by one.</summary>
    private async Task<IReadOnlyList<string>> CompareAsync(BackupIndex index, CancellationToken cancellationToken)
    {
        List<string> differences = [];
        var reader = new StoreBackup(store, clock);
        foreach (var table in index.Tables)
        {
            var (rows, sha256) = await reader.WriteRowsAsync(table.Name, Stream.Null, null, cancellationToken);
            if ((rows, sha256) != (table.Rows, table.Sha256))
                differences.Add($"table {table.Name} holds {rows} rows with hash {sha256}, the backup {table.Rows} with {table.Sha256}.");
        }

        foreach (var container in index.Containers)
        {
            var expected = container.Blobs.ToDictionary(blob => blob.Name, blob => blob.Sha256, StringComparer.Ordinal);
            await foreach (var name in store.Container(container.Name).NamesAsync("", cancellationToken))
            {
                var found = await store.Container(container.Name).FindHashAsync(name, cancellationToken);
                if (!expected.Remove(name, out var sha256))
                    differences.Add($"{container.Name}/{name} is not in the backup.");
                else if (found?.Sha256 != sha256)
                    differences.Add($"{container.Name}/{name} has hash {found?.Sha256}, the backup {sha256}.");
            }

            differences.AddRange(expected.Keys.Select(name => $"{container.Name}/{name} is missing."));
        }

        return differences;
    }
}
