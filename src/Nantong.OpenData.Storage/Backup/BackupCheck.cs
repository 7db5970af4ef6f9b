using System.Security.Cryptography;
using System.Text.Json;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Backup;

/// <summary>Proves a backup folder: every file that its index names is there, with the length and the hash that it gives.</summary>
internal static class BackupCheck
{
    private const int MostFaults = 100;

    /// <summary>Reads the index of a folder.</summary>
    /// <exception cref="BackupException">The folder holds no index that this program reads.</exception>
    public static async Task<BackupIndex> ReadIndexAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, BackupIndex.FileName);
        try
        {
            await using var stream = File.OpenRead(file);
            var index =
                await JsonSerializer.DeserializeAsync(stream, BackupJson.Default.BackupIndex, cancellationToken)
                ?? throw new JsonException("it is empty");
            return index.Format == BackupIndex.CurrentFormat
                ? index
                : throw new BackupException([$"{file} has format {index.Format}; this program reads {BackupIndex.CurrentFormat}."]);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException([$"{folder.FullName} is no backup: it has no {BackupIndex.FileName}, which is written last."]);
        }
        catch (JsonException error)
        {
            throw new BackupException([$"{file} cannot be read: {error.Message}"]);
        }
    }

    /// <summary>What is missing or damaged, the first hundred; empty for a whole backup.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(DirectoryInfo folder, BackupIndex index, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        foreach (var table in index.Tables)
            await CheckAsync(folder, table.File, table.Sha256, faults, cancellationToken);
        foreach (var blob in index.Containers.SelectMany(container => container.Blobs))
            await CheckAsync(folder, blob.File, blob.Sha256, faults, cancellationToken);
        faults.AddRange(
            index
                .Tables.Where(table => !StoreSchema.Tables.Contains(table.Name))
                .Select(table => $"{BackupIndex.FileName} names the table {table.Name}, which no store of this program has.")
        );
        faults.AddRange(
            index
                .Containers.Where(container => !StoreBackup.Containers.Contains(container.Name))
                .Select(container => $"{BackupIndex.FileName} names the container {container.Name}, which no store of this program has.")
        );
        return [.. faults.Take(MostFaults)];
    }

    private static async Task CheckAsync(DirectoryInfo folder, string file, string sha256, List<string> faults, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(Path.Combine(folder.FullName, file));
        if (!path.StartsWith(folder.FullName.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            faults.Add($"{BackupIndex.FileName} names {file}, which lies outside the folder.");
        }
        else if (!File.Exists(path))
        {
            faults.Add($"{file} is missing.");
        }
        else
        {
            await using var stream = File.OpenRead(path);
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
            if (found != sha256)
                faults.Add($"{file} has hash {found}, {BackupIndex.FileName} says {sha256}.");
        }
    }
}
