namespace Nantong.OpenData.Cli.Local;

/// <summary>A file that one process at a time holds open. The operating system lets go of it when its holder ends, however it ends.</summary>
internal static class ExclusiveFile
{
    /// <summary>Takes the file; null when another process holds it.</summary>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Takes the file, waiting for its turn.</summary>
    public static async Task<FileStream> WaitAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path) is { } file)
                return file;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }
}
