using System.Text;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Releases.Signing;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary><c>manifest.json</c> and <c>SHA256SUMS</c>: the two files that are made from the others.</summary>
public static class ManifestFile
{
    /// <summary>Every file of a release, those two and the signature included, sorted by path: what a reader can download.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="signature">Its signature, which it cannot list itself; null when nobody signed it.</param>
    public static IReadOnlyList<FileEntry> ListFiles(Manifest manifest, ReleaseSignature? signature)
    {
        var own = Write(manifest).Entry;
        var sums = Sums([.. manifest.Files, own]).Entry;
        return [.. manifest.Files.Concat([own, sums, .. Entry(signature)]).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static FileEntry[] Entry(ReleaseSignature? signature) =>
        signature?.ToBytes() is { } bytes
            ? [new FileEntry(ManifestSigner.FileName, bytes.Length, Hashes.Of(bytes), ManifestSigner.MediaType, null)]
            : [];

    /// <summary>The manifest as a file.</summary>
    internal static ReleaseFile Write(Manifest manifest) =>
        ReleaseFile.Measure(
            ReleaseFile.ManifestName,
            JsonFile.MediaType,
            stream =>
            {
                JsonFile.Write(stream, manifest, RecordJson.Indented.Manifest);
                return null;
            }
        );

    /// <summary>The hashes of all other files, in the form that <c>sha256sum --check</c> reads.</summary>
    internal static ReleaseFile Sums(IEnumerable<FileEntry> files) =>
        ReleaseFile.Of(
            ReleaseFile.SumsName,
            PlainText.MediaType,
            Encoding.UTF8.GetBytes(Hashes.Sums(files.Select(file => (file.Path, file.Sha256))))
        );
}
