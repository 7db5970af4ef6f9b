using System.Buffers;
using Microsoft.Extensions.Primitives;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Representations;

/// <summary>An answer that only has to be sent: its headers, its body under every content coding that was asked for, a tag for each.</summary>
/// <param name="body">The body as it is.</param>
/// <param name="delivery">Its tag, its media type and its date.</param>
/// <param name="headers">The headers that are the answer's own.</param>
internal sealed class CachedResponse(ReadOnlyMemory<byte> body, Delivery delivery, KeyValuePair<string, StringValues>[] headers)
{
    private const int AtOnce = RequestLimits.PieceBytes; // more than that goes out as the client takes it

    private readonly StringValues contentType = delivery.ContentType;
    private readonly PackedBody plain = Packing.Plain(body, delivery.Tag);
    private volatile PackedBody? brotli,
        gzip;
    private int asked; // how often Brotli was sent, as far as it matters

    /// <summary>The body as it is.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The tag of the body as it is.</summary>
    public string Tag => delivery.Tag;

    /// <summary>What the client's headers must say for this to be its answer, by the header <c>Vary</c>.</summary>
    public KeyValuePair<string, StringValues>[] Wishes { get; init; } = [];

    /// <summary>What it may come to take in memory, in bytes: both codings together are shorter than the body.</summary>
    public long Bytes => (2L * body.Length) + 2048;

    /// <summary>Sends the answer under the coding that the client wants most; or 304 when the client has it; or only the headers for HEAD.</summary>
    public Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var accepted = AcceptedCodings.Read(request.Headers.AcceptEncoding);
        if (accepted.Choose(body.Length >= Packing.WorthBytes) is not { } coding)
            return Problems.NoSuchCoding(request.Headers.AcceptEncoding.ToString()).ExecuteAsync(context);
        if (Preconditions.MayFail(request) && Preconditions.Fail(request, delivery, tag => IsCurrent(tag, accepted)) is { } failed)
            return failed.ExecuteAsync(context);

        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        if (FindKnown(request, accepted) is { } known)
        {
            response.Headers.ETag = known;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var packed = coding switch
        {
            Coding.Brotli => brotli,
            Coding.Gzip => gzip,
            _ => plain,
        };
        if (packed is null)
            return PackAndSendAsync(context, coding);
        if (coding is Coding.Brotli && asked < 2 && Interlocked.Increment(ref asked) is 2)
            Packing.TryPackThoroughly(this, thorough => brotli = thorough);
        return Send(context, packed);
    }

    /// <summary>The tag by which the client has this answer under a coding that it takes; null when it does not have it (RFC 9110, 13.1.2 and 13.1.3:
    /// tags decide, dates only without them).</summary>
    /// <remarks>The service may choose any coding that the client takes: it chooses the one that the client has.</remarks>
    private string? FindKnown(HttpRequest request, AcceptedCodings accepted)
    {
        if (request.Headers.IfNoneMatch is not [_, ..] tags)
            return Preconditions.IsUnchanged(request, delivery) ? TagOf(accepted) : null;
        if (tags is [{ } only] && IsCurrent(only, accepted))
            return only; // what nearly all clients send
        return Preconditions.FindKnown(tags, TagOf(accepted), tag => IsCurrent(tag, accepted));
    }

    private bool IsCurrent(string tag, AcceptedCodings accepted) =>
        Packing.CodingOf(tag.AsSpan(), Tag) is { } coding && accepted.QualityOf(coding) > 0;

    /// <summary>The tag of what would be sent, whether or not it is packed yet.</summary>
    private string TagOf(AcceptedCodings accepted) =>
        accepted.Choose(body.Length >= Packing.WorthBytes) switch
        {
            Coding.Brotli => brotli?.Tag ?? Packing.QuickTag(Tag, Coding.Brotli),
            Coding.Gzip => Packing.QuickTag(Tag, Coding.Gzip),
            _ => Tag,
        };

    private async Task PackAndSendAsync(HttpContext context, Coding coding)
    {
        var packed = await Packing.PackAsync(body, Tag, coding);
        if (coding is Coding.Brotli)
            packed = Interlocked.CompareExchange(ref brotli, packed, null) ?? packed;
        else
            gzip = packed;
        await Send(context, packed);
    }

    private Task Send(HttpContext context, PackedBody packed)
    {
        var response = context.Response;
        response.Headers.ETag = packed.Tag;
        response.Headers.ContentType = contentType;
        response.ContentLength = packed.Bytes.Length;
        if (packed.Encoding is not null)
            response.Headers.ContentEncoding = packed.Encoding;
        if (context.Request.IsHead)
            return Task.CompletedTask;
        if (packed.Bytes.Length > AtOnce)
            return context.WriteAsync(packed.Bytes);

        response.BodyWriter.Write(packed.Bytes.Span); // not flushed: the server sends head and body in one go
        return Task.CompletedTask;
    }
}
