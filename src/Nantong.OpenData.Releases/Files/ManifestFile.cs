using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>manifest.json</c> and <c>SHA256SUMS</c>: the two files that are made from the others.</summary>
public static class ManifestFile
{
    /// <summary>Every file of a release, those two included, sorted by path: what a reader can download.</summary>
    public static IReadOnlyList<FileEntry> ListFiles(Manifest manifest)
    {
        var own = Describe(Write(manifest));
        var sums = Sums([.. manifest.Files, own]);
        return [.. manifest.Files.Concat([own, Describe(sums)]).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The manifest as a file.</summary>
    internal static ReleaseFile Write(Manifest manifest) =>
        new(ReleaseFile.ManifestName, JsonFile.MediaType, null, (byte[])[.. RecordJson.ToBytes(manifest, RecordJson.Indented.Manifest), (byte)'\n']);

    /// <summary>The hashes of all other files, in the form that <c>sha256sum --check</c> reads.</summary>
    internal static ReleaseFile Sums(IEnumerable<FileEntry> files)
    {
        var sums = Hashes.Sums(files.Select(file => (file.Path, file.Sha256)));
        return new ReleaseFile(ReleaseFile.SumsName, PlainText.MediaType, null, Encoding.UTF8.GetBytes(sums));
    }

    /// <summary>A file as a manifest lists it.</summary>
    internal static FileEntry Describe(ReleaseFile file) => new(file.Path, file.Content.Length, Hashes.Of(file.Content.Span), file.MediaType, file.Rows);
}
