using System.Text;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary><c>all.zip</c>: a Data Package to take away, with what belongs to it: README, licence, citation and sums.</summary>
internal static class ZipBundle
{
    public const string MediaType = "application/zip";

    public static int? Write(ReleaseDraft draft, Stream stream)
    {
        using var zip = new ZipArchiveFile(stream);
        ReleaseFile[] files = [.. Paths(draft).Select(draft.File)];
        foreach (var file in files)
            zip.Add(file.Path, file.WriteTo);
        var sums = Encoding.UTF8.GetBytes(Hashes.Sums(files.Select(file => (file.Path, file.Entry.Sha256))));
        zip.Add(ReleaseFile.SumsName, entry => entry.Write(sums));
        return null;
    }

    /// <summary>Name and hash of what goes into the archive, in order.</summary>
    public static IEnumerable<string[]> Listed(ReleaseDraft draft) => Paths(draft).Select(path => new[] { path, draft.File(path).Entry.Sha256 });

    /// <summary>What goes into the archive: the descriptor first, as readers of packages want it.</summary>
    private static IEnumerable<string> Paths(ReleaseDraft draft) =>
        [
            DataPackage.Path,
            "README.md",
            "LICENSE.txt",
            "CITATION.cff",
            .. draft.Tables.SelectMany(table => new[] { $"{table.Dataset.Name}.csv", $"{table.Dataset.Name}.csv-metadata.json" }),
            "plan.md",
            "plan.txt",
            "source.txt",
        ];
}
