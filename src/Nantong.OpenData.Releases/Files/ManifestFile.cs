using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>manifest.json</c> and <c>SHA256SUMS</c>: the two files that are made from the others.</summary>
internal static class ManifestFile
{
    public const string Name = "manifest.json";
    public const string SumsName = "SHA256SUMS";

    /// <summary>The manifest as a file.</summary>
    public static ReleaseFile Write(Manifest manifest) =>
        new(Name, JsonFile.MediaType, null, (byte[])[.. RecordJson.ToBytes(manifest, RecordJson.Indented.Manifest), (byte)'\n']);

    /// <summary>The hashes of all other files, in the form that <c>sha256sum --check</c> reads.</summary>
    public static ReleaseFile Sums(IEnumerable<ReleaseFile> files)
    {
        var lines = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{Hashes.Of(file.Content.Span)}  {file.Path}\n");
        return new ReleaseFile(SumsName, PlainText.MediaType, null, Encoding.UTF8.GetBytes(string.Concat(lines)));
    }
}
