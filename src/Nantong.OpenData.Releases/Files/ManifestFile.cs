using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>manifest.json</c> and <c>SHA256SUMS</c>: the two files that are made from the others.</summary>
internal static class ManifestFile
{
    /// <summary>The manifest as a file.</summary>
    public static ReleaseFile Write(Manifest manifest) =>
        new(ReleaseFile.ManifestName, JsonFile.MediaType, null, (byte[])[.. RecordJson.ToBytes(manifest, RecordJson.Indented.Manifest), (byte)'\n']);

    /// <summary>The hashes of all other files, in the form that <c>sha256sum --check</c> reads.</summary>
    public static ReleaseFile Sums(IEnumerable<ReleaseFile> files)
    {
        var sums = Hashes.Sums(files.Select(file => (file.Path, Hashes.Of(file.Content.Span))));
        return new ReleaseFile(ReleaseFile.SumsName, PlainText.MediaType, null, Encoding.UTF8.GetBytes(sums));
    }
}
