using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Files;

/// <summary>A file as a manifest lists it: a store that was emptied may hold another one under the same name.</summary>
/// <param name="Release">The release.</param>
/// <param name="Path">Name of the file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record FileKey(ReleaseKey Release, string Path, long Bytes, string Sha256)
{
    /// <summary>Name of the blob.</summary>
    public string Blob => Release.Folder + Path;

    /// <summary>Where its damage is noted: as the verifier names it.</summary>
    public string Where => $"file {Path}";

    /// <summary>The file of a release.</summary>
    public static FileKey Of(ReleaseKey release, FileEntry file) => new(release, file.Path, file.Bytes, file.Sha256);
}
