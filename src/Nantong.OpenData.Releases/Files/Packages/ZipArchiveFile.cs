using ICSharpCode.SharpZipLib.Zip;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary>A ZIP archive whose bytes depend on nothing but what is put into it.</summary>
/// <remarks>
/// System.IO.Compression deflates with the runtime's native library: another runtime or processor may give other bytes for the same content, and then
/// a release that nobody changed would look changed. This library deflates in managed code of one pinned version
/// (src/decisions/0003-deterministic-archives.md).
/// </remarks>
internal sealed class ZipArchiveFile(Stream stream) : IDisposable
{
    // The first moment that the format knows. Nothing in a file of a release tells when it was made.
    private static readonly DateTime Epoch = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ZipOutputStream zip = new(stream) { UseZip64 = UseZip64.Off, IsStreamOwner = false };

    /// <summary>Adds an entry.</summary>
    /// <param name="path">Its name, ASCII.</param>
    /// <param name="write">Writes its content.</param>
    public void Add(string path, Action<Stream> write)
    {
        zip.PutNextEntry(new ZipEntry(path) { DateTime = Epoch, IsUnicodeText = true });
        using (var content = new HashingStream(zip))
            write(content);
        zip.CloseEntry();
    }

    /// <summary>Ends the archive; the stream stays open.</summary>
    public void Dispose() => zip.Dispose();
}
