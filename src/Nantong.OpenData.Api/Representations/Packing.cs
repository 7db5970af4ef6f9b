using System.Diagnostics;
using System.IO.Compression;
using System.Threading.Channels;

namespace Nantong.OpenData.Api.Representations;

/// <summary>A body under one content coding.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Tag">Its strong entity tag: other bytes, another tag.</param>
/// <param name="Encoding">Value of <c>Content-Encoding</c>; null for identity.</param>
internal sealed record PackedBody(ReadOnlyMemory<byte> Bytes, string Tag, string? Encoding);

/// <summary>Compresses bodies: quickly for whoever waits, thoroughly behind their back for what is asked for again.</summary>
/// <remarks>Brotli at its highest quality takes some 5 ms per KiB and saves a sixth: nobody should wait for it, and nothing that is asked for once
/// deserves it.</remarks>
internal static class Packing
{
    /// <summary>Below this many bytes a coding saves no packet.</summary>
    public const int WorthBytes = 860;

    private const int QuickQuality = 5,
        ThoroughQuality = 11,
        Window = 22;
    private const int ThoroughBytes = 512 * 1024;
    private const string QuickBrotli = "-br5",
        ThoroughBrotli = "-br",
        Gzipped = "-gzip";

    private static readonly Lazy<Channel<(CachedResponse Answer, Action<PackedBody> Done)>> Waiting = new(Open);

    /// <summary>The body as it is.</summary>
    public static PackedBody Plain(ReadOnlyMemory<byte> body, string tag) => new(body, tag, null);

    /// <summary>Compresses for a client that waits, on a thread that serves no socket.</summary>
    public static Task<PackedBody> PackAsync(ReadOnlyMemory<byte> body, string tag, Coding coding) =>
        Task.Run(() => coding is Coding.Brotli ? Brotli(body.Span, QuickQuality, QuickTag(tag, coding)) : Gzip(body, QuickTag(tag, coding)));

    /// <summary>Has a body compressed thoroughly when there is time, unless it is huge or many others wait for that.</summary>
    /// <returns>False when it will not be.</returns>
    public static bool TryPackThoroughly(CachedResponse answer, Action<PackedBody> done) =>
        answer.Body.Length <= ThoroughBytes && Waiting.Value.Writer.TryWrite((answer, done));

    /// <summary>The tag of a body that is compressed for a client that waits.</summary>
    public static string QuickTag(string tag, Coding coding) => TagOf(tag, coding is Coding.Brotli ? QuickBrotli : Gzipped);

    /// <summary>The coding that a tag of ours stands for; null when it is no tag of this body.</summary>
    public static Coding? CodingOf(ReadOnlySpan<char> tag, string plain)
    {
        if (tag.Length < plain.Length || !tag[..^1].StartsWith(plain.AsSpan()[..^1], StringComparison.Ordinal))
            return null;
        return tag[(plain.Length - 1)..^1] switch
        {
            "" => Coding.Identity,
            QuickBrotli or ThoroughBrotli => Coding.Brotli,
            Gzipped => Coding.Gzip,
            _ => null,
        };
    }

    private static string TagOf(string plain, string suffix) => $"{plain.AsSpan()[..^1]}{suffix}\"";

    private static PackedBody Brotli(ReadOnlySpan<byte> body, int quality, string tag)
    {
        var bytes = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        if (!BrotliEncoder.TryCompress(body, bytes, out var length, quality, Window))
            throw new InvalidOperationException("Brotli wanted more than its own upper bound.");
        return new(bytes.AsSpan(0, length).ToArray(), tag, "br");
    }

    private static PackedBody Gzip(ReadOnlyMemory<byte> body, string tag)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(body.Span);
        return new(packed.ToArray(), tag, "gzip");
    }

    /// <summary>One at a time, so that at most one core is busy with it.</summary>
    private static Channel<(CachedResponse, Action<PackedBody>)> Open()
    {
        var waiting = Channel.CreateBounded<(CachedResponse Answer, Action<PackedBody> Done)>(new BoundedChannelOptions(64) { SingleReader = true });
        _ = Task.Run(async () =>
        {
            await foreach (var (answer, done) in waiting.Reader.ReadAllAsync())
            {
                try
                {
                    done(Brotli(answer.Body.Span, ThoroughQuality, TagOf(answer.Tag, ThoroughBrotli)));
                }
                catch (Exception error) when (error is InvalidOperationException or OutOfMemoryException)
                {
                    Trace.TraceWarning($"An answer stays packed quickly: {error.Message}"); // the next one may succeed
                }
            }
        });
        return waiting;
    }
}
