using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Nantong.OpenData.Api.Representations;

/// <summary>How long caches may keep an answer.</summary>
internal static class CacheRule
{
    /// <summary>An answer at an exact release: it never changes.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>An answer that a new release or a timer may change.</summary>
    public const string Moving = "public, max-age=300, stale-while-revalidate=3600";

    /// <summary>An answer about this moment.</summary>
    public const string Never = "no-store";

    /// <summary>A missing resource: may appear with the next release.</summary>
    public const string Missing = "public, max-age=60";
}

/// <summary>The headers that let clients keep an answer, ask whether it changed, and say where it came from.</summary>
/// <param name="Tag">Strong entity tag, quotes included.</param>
/// <param name="ContentType">Media type with parameters.</param>
/// <param name="CacheControl">One of <see cref="CacheRule"/>.</param>
internal sealed record Delivery(string Tag, string ContentType, string CacheControl)
{
    /// <summary>When the content last changed; null when nobody knows.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Path of the concrete representation; null when the request's own is it.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>True when the header <c>Accept</c> had a say.</summary>
    public bool VariesByAccept { get; init; }

    /// <summary>True when the same request gets the same answer until something moves that readers see: a pointer, or a status.</summary>
    public bool Lasts { get; init; }

    /// <summary>Strong entity tag of some bytes: equal tags, equal bytes.</summary>
    public static string TagOf(ReadOnlySpan<byte> body) => TagOf(Convert.ToHexStringLower(SHA256.HashData(body)));

    /// <summary>Strong entity tag of a content whose SHA-256 is known.</summary>
    public static string TagOf(string sha256) => $"\"sha256-{sha256[..32]}\"";

    /// <summary>Sends a body that is in memory, in the coding that the client wants; or 304 when the client has it, or only the headers for
    /// HEAD.</summary>
    public Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        AnnounceCoded(context.Response);
        var slot = Lasts ? context.Features.Get<CacheSlot>() : null;
        var answer = slot is null ? new CachedResponse(body, this, []) : slot.Fill(body, this, context);
        return answer.SendAsync(context);
    }

    /// <summary>Sends an answer of this delivery that its maker keeps.</summary>
    public Task SendAsync(HttpContext context, CachedResponse kept)
    {
        AnnounceCoded(context.Response);
        return kept.SendAsync(context);
    }

    private void AnnounceCoded(HttpResponse response)
    {
        Announce(response);
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
    }

    /// <summary>Writes the headers that do not depend on the body's coding.</summary>
    public void Announce(HttpResponse response)
    {
        response.Headers.CacheControl = CacheControl;
        if (LastModified is { } changed)
            response.Headers.LastModified = changed.ToString("R", CultureInfo.InvariantCulture);
        if (ContentLocation is not null)
            response.Headers.ContentLocation = ContentLocation;
        if (VariesByAccept)
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
    }
}
