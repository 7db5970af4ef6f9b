using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>manifest.json</c> and <c>SHA256SUMS</c>: the two files that are made from the others.</summary>
public static class ManifestFile
{
    /// <summary>Every file of a release, those two included, sorted by path: what a reader can download.</summary>
    public static IReadOnlyList<FileEntry> ListFiles(Manifest manifest)
    {
        var own = Write(manifest).Entry;
        var sums = Sums([.. manifest.Files, own]).Entry;
        return [.. manifest.Files.Concat([own, sums]).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The manifest as a file.</summary>
    internal static ReleaseFile Write(Manifest manifest) => ReleaseFile.Measure(ReleaseFile.ManifestName, JsonFile.MediaType, stream =>
    {
        JsonFile.Write(stream, manifest, RecordJson.Indented.Manifest);
        return null;
    });

    /// <summary>The hashes of all other files, in the form that <c>sha256sum --check</c> reads.</summary>
    internal static ReleaseFile Sums(IEnumerable<FileEntry> files) =>
        ReleaseFile.Of(ReleaseFile.SumsName, PlainText.MediaType, Encoding.UTF8.GetBytes(Hashes.Sums(files.Select(file => (file.Path, file.Sha256)))));
}
