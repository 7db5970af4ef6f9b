using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Backup;

/// <summary>Copies a whole store into a folder: every table row by row, every container blob by blob, with the hash of each.</summary>
/// <remarks>The turns of all plans are held meanwhile, so that no release is half in the copy. The index comes last: a folder without one is no
/// backup.</remarks>
public sealed class StoreBackup(Store store, TimeProvider clock)
{
    /// <summary>The containers that are copied: all but the locks, which mean nothing elsewhere.</summary>
    internal static IEnumerable<string> Containers => StoreSchema.Containers.Where(name => name is not ContainerNames.Locks);

    /// <summary>Makes a backup.</summary>
    /// <param name="folder">The folder; made when it is not there. It must be empty.</param>
    /// <param name="progress">Told of each table and container while it is copied.</param>
    /// <param name="cancellationToken">Stops between two requests; what is in the folder then is no backup.</param>
    /// <exception cref="BackupException">The folder is not empty, or a publisher is at work.</exception>
    public async Task<BackupIndex> BackUpAsync(
        DirectoryInfo folder,
        IProgress<BackupProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        folder.Create();
        if (folder.EnumerateFileSystemInfos().Any())
            throw new BackupException([$"The folder {folder.FullName} is not empty: a backup wants a folder of its own."]);
        List<PublishTurn> turns = [];
        try
        {
            foreach (var plan in await new Verifier(store).PlansAsync(cancellationToken))
                turns.Add(
                    await PublishTurn.TakeAsync(store, plan, PublishTurn.LongestWait, clock, cancellationToken)
                        ?? throw new BackupException([$"A publisher of {plan} is at work: repeat the backup when it has ended."])
                );

            List<BackupTable> tables = [];
            foreach (var table in StoreSchema.Tables.Order(StringComparer.Ordinal))
                tables.Add(await CopyTableAsync(table, folder, progress, cancellationToken));
            List<BackupContainer> containers = [];
            foreach (var container in Containers.Order(StringComparer.Ordinal))
                containers.Add(await CopyContainerAsync(container, folder, progress, cancellationToken));
            foreach (var turn in turns)
                turn.EnsureHeld();

            var index = new BackupIndex(BackupIndex.CurrentFormat, clock.GetUtcNow(), tables, containers);
            if (await BackupCheck.FindFaultsAsync(folder, index, cancellationToken) is [_, ..] faults)
                throw new BackupException(faults); // reads every byte back
            await File.WriteAllBytesAsync(
                Path.Combine(folder.FullName, BackupIndex.FileName),
                JsonSerializer.SerializeToUtf8Bytes(index, BackupJson.Default.BackupIndex),
                cancellationToken
            );
            return index;
        }
        finally
        {
            foreach (var turn in turns)
                await turn.DisposeAsync();
        }
    }

    private async Task<BackupTable> CopyTableAsync(
        string table,
        DirectoryInfo folder,
        IProgress<BackupProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var file = $"tables/{table}.ndjson";
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var stream = File.Create(path);
        var (rows, sha256) = await WriteRowsAsync(table, stream, progress, cancellationToken);
        return new BackupTable(table, file, rows, sha256);
    }

    /// <summary>Writes every row of a table, in key order.</summary>
    /// <returns>Their number, and the hash of what was written.</returns>
    internal async Task<(int Rows, string Sha256)> WriteRowsAsync(
        string table,
        Stream stream,
        IProgress<BackupProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0;
        await foreach (var row in store.Table(table).RowsAsync(null, cancellationToken))
        {
            var line = BackupRow.Line(row);
            hash.AppendData(line);
            await stream.WriteAsync(line, cancellationToken);
            if (++rows % 1000 == 0)
                progress?.Report(new BackupProgress($"table {table}", rows));
        }

        progress?.Report(new BackupProgress($"table {table}", rows));
        return (rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private async Task<BackupContainer> CopyContainerAsync(
        string container,
        DirectoryInfo folder,
        IProgress<BackupProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var client = store.Container(container);
        List<BackupBlob> blobs = [];
        Directory.CreateDirectory(Path.Combine(folder.FullName, "blobs", container));
        await foreach (var item in client.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken))
        {
            var file = $"blobs/{container}/{blobs.Count:D6}";
            using var answer = (await client.GetBlobClient(item.Name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            await using var target = File.Create(Path.Combine(folder.FullName, file));
            using var written = new HashingStream(target);
            await answer.Content.CopyToAsync(written, cancellationToken);
            var details = answer.Details;
            blobs.Add(
                new BackupBlob(
                    item.Name,
                    file,
                    written.Length,
                    written.Sha256,
                    details.ContentType,
                    details.Metadata.ToDictionary(StringComparer.Ordinal)
                )
            );
            progress?.Report(new BackupProgress($"container {container}", blobs.Count));
        }

        return new BackupContainer(container, blobs);
    }
}
