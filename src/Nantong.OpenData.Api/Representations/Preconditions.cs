using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.ProblemDetails;

namespace Nantong.OpenData.Api.Representations;

/// <summary>The conditions of a request, in the order of RFC 9110, 13.2.2: first what may fail, then what the client may have already; ranges come
/// after both.</summary>
/// <remarks>They are looked at where an answer would be a success: what is not there is not there, whatever the client knows of it
/// (13.2.1).</remarks>
internal static class Preconditions
{
    /// <summary>True when a request has a condition that may fail.</summary>
    public static bool MayFail(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.IfMatch) || request.Headers.ContainsKey(HeaderNames.IfUnmodifiedSince);

    /// <summary>The refusal of a request whose conditions do not hold for what is there now; null when they do.</summary>
    /// <param name="request">The request.</param>
    /// <param name="delivery">What is there now.</param>
    /// <param name="isCurrent">True for a tag, quotes included, of what is there now, under any coding that the client takes.</param>
    public static Problem? Fail(HttpRequest request, Delivery delivery, Predicate<string> isCurrent)
    {
        var (tags, since) = (request.Headers.IfMatch, request.Headers.IfUnmodifiedSince);
        if (tags.Count > 0)
        {
            var wanted = EntityTags.Read(tags); // a list that cannot be read names nothing: the client would rather have no answer than the wrong one
            return wanted is not null && (wanted.IsAny || wanted.Strong.Any(tag => isCurrent(tag)))
                ? null
                : Problems.PreconditionFailed(HeaderNames.IfMatch, tags.ToString(), delivery.Tag);
        }

        return delivery.LastModified is { } changed && DateOf(since) is { } date && Seconds(changed) > Seconds(date)
            ? Problems.PreconditionFailed(HeaderNames.IfUnmodifiedSince, since.ToString(), changed.ToString("R"))
            : null;
    }

    /// <summary>The tag by which a client says that it has what is there now, compared weakly; null when it does not say so.</summary>
    /// <param name="tags">The header <c>If-None-Match</c>.</param>
    /// <param name="current">The tag of what is there now.</param>
    /// <param name="isCurrent">True for a tag, quotes included, of what is there now, under any coding that the client takes.</param>
    public static string? FindKnown(StringValues tags, string current, Predicate<string> isCurrent) =>
        EntityTags.Read(tags) is not { } known ? null
        : known.IsAny ? current
        : known.All.FirstOrDefault(tag => isCurrent(tag));

    /// <summary>True when a client that asks by date alone has what is there now.</summary>
    public static bool IsUnchanged(HttpRequest request, Delivery delivery) =>
        delivery.LastModified is { } changed && DateOf(request.Headers.IfModifiedSince) is { } since && Seconds(changed) <= Seconds(since);

    /// <summary>True when <c>If-Range</c> names what is there now, or is absent; compared strongly, and a date must be the very same
    /// (13.1.5).</summary>
    public static bool HoldsForRange(HttpRequest request, Delivery delivery)
    {
        if (request.Headers.IfRange is not [_, ..] condition)
            return true;
        var text = condition.ToString().Trim();
        return text == delivery.Tag || (delivery.LastModified is { } changed && HttpDate.Read(text) is { } date && Seconds(changed) == Seconds(date));
    }

    private static DateTimeOffset? DateOf(StringValues header) => header is [{ } only] ? HttpDate.Read(only.Trim()) : null;

    private static long Seconds(DateTimeOffset moment) => moment.ToUnixTimeSeconds();
}
