using System.IO.Pipelines;

namespace Nantong.OpenData.Releases;

/// <summary>A file of a release: what it is, and how it is written. Its bytes are held nowhere: they are made each time they are wanted, the same
/// every time.</summary>
/// <param name="Entry">Its name, length, hash, media type and number of records.</param>
/// <param name="Write">Writes it to a stream.</param>
public sealed record ReleaseFile(FileEntry Entry, Action<Stream> Write)
{
    /// <summary>Name of the file that lists the others with their hashes.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Name of the file that <c>sha256sum --check</c> reads.</summary>
    public const string SumsName = "SHA256SUMS";

    private const int MostInMemory = 1024 * 1024;

    /// <summary>File name.</summary>
    public string Path => Entry.Path;

    /// <summary>Media type with parameters.</summary>
    public string MediaType => Entry.MediaType;

    /// <summary>Number of records in it; null for a text.</summary>
    public int? Rows => Entry.Rows;

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="InvalidDataException">What was written is not what was measured: the writer is not deterministic.</exception>
    public void WriteTo(Stream stream)
    {
        using var check = new HashingStream(stream);
        Write(check);
        if ((check.Length, check.Sha256) != (Entry.Bytes, Entry.Sha256))
            throw new InvalidDataException($"{Path} was written twice with different bytes: {Entry.Sha256}, then {check.Sha256}");
    }

    /// <summary>The whole file in memory: for files that are known to be small.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream(checked((int)Entry.Bytes));
        WriteTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Opens the file for reading. A large one is written while it is read, a little ahead of the reader, who must dispose of the
    /// stream.</summary>
    /// <returns>A stream that fails where writing failed, so that nothing half written passes for whole.</returns>
    public Stream OpenRead()
    {
        if (Entry.Bytes <= MostInMemory)
            return new MemoryStream(ToBytes(), writable: false);
        // Its own thread, and no hop over the pool: writers wait for the reader, and a pool of waiting threads starves.
        var pipe = new Pipe(
            new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false)
        );
        // For a reader who has left it writes into nothing.
        _ = Task.Factory.StartNew(() => WriteInto(pipe.Writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return pipe.Reader.AsStream();
    }

    private void WriteInto(PipeWriter pipe)
    {
        try
        {
            using (var stream = pipe.AsStream(leaveOpen: true))
                WriteTo(stream);
            pipe.Complete();
        }
        catch (Exception error)
        {
            pipe.Complete(error);
        }
    }

    /// <summary>Writes a file once to learn its length and hash.</summary>
    /// <param name="path">File name.</param>
    /// <param name="mediaType">Media type with parameters.</param>
    /// <param name="write">Writes it, and tells the number of records; null for a text.</param>
    /// <param name="copy">Takes what is written meanwhile; left open. Null to measure only.</param>
    internal static ReleaseFile Measure(string path, string mediaType, Func<Stream, int?> write, Stream? copy = null)
    {
        using var measure = new HashingStream(copy);
        var rows = write(measure);
        return new ReleaseFile(new FileEntry(path, measure.Length, measure.Sha256, mediaType, rows), stream => write(stream));
    }

    /// <summary>A file whose bytes are there already.</summary>
    internal static ReleaseFile Of(string path, string mediaType, ReadOnlyMemory<byte> bytes) =>
        Measure(
            path,
            mediaType,
            stream =>
            {
                stream.Write(bytes.Span);
                return null;
            }
        );
}
