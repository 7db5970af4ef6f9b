namespace Nantong.OpenData.Architecture;

/// <summary>The files of the repository, without what tools write beside them.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file below a folder of the repository, as paths from the root with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files(string folder = "")
    {
        var written = File.ReadLines(Path.Combine(Root, ".gitignore"))
            .Where(line => line.EndsWith('/'))
            .Select(line => line.TrimEnd('/'))
            .Append(".git")
            .ToHashSet();
        return
        [
            .. Below(new DirectoryInfo(Path.Combine(Root, folder)), written)
                .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder, HashSet<string> written) =>
        folder
            .EnumerateFiles()
            .Concat(folder.EnumerateDirectories().Where(child => !written.Contains(child.Name)).SelectMany(child => Below(child, written)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nantong.OpenData.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException(
                $"No Nantong.OpenData.sln above {AppContext.BaseDirectory}: the tests read the repository that they were built in."
            );
    }
}
