using System.Globalization;
using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Pins;

/// <summary>Old states of a resource, found by date in the way of RFC 7089: a moving address is its own time gate, an exact one a memento.</summary>
/// <remarks>A moment that an address names by <c>asOf</c> wins over the header. A moment before the first release means the first one (RFC 7089,
/// 4.5.3).</remarks>
internal static class Memento
{
    /// <summary>The header by which a client looks back.</summary>
    public const string AcceptDatetime = "Accept-Datetime";

    private const string MementoDatetime = "Memento-Datetime";

    /// <summary>The release that the header means: the pin as it was when the header is absent.</summary>
    public static Parsed<VersionPin> Find(IReadOnlyList<ReleaseEntry> history, VersionPin pin, HttpRequest request)
    {
        if (pin.Exact is not null || request.Headers[AcceptDatetime] is not [_, ..] header)
            return pin;
        if (header is not [{ } only] || HttpDate.Read(only) is not { } moment)
            return new Unreadable(AcceptDatetime, header.ToString(), HttpDate.Rule);
        var found = PointInTime.Find(history, pin, PointInTime.EndOfSecond(moment)) ?? history.LastOrDefault(release => pin.Covers(release.Version));
        return found is null ? pin : new VersionPin(found.Version.Major, found.Version.Minor, found.Version.Patch);
    }

    /// <summary>Tells when the state that answers was published, where all states are, and that another moment would have had another
    /// answer.</summary>
    public static void Announce(HttpContext context, PinnedRelease release)
    {
        var headers = context.Response.Headers;
        var looksBack = release.Exact || release.Address.Query.ContainsKey(PointInTime.AsOf) || context.Request.Headers.ContainsKey(AcceptDatetime);
        if (looksBack && release.Entry.PublishedAt is { } published)
            headers[MementoDatetime] = published.ToString("R", CultureInfo.InvariantCulture);
        if (!release.Exact)
            headers.Append(HeaderNames.Vary, AcceptDatetime);
        headers.Append(HeaderNames.Link, $"<{release.LatestHref(release.Below + release.Address.Selection)}>; rel=\"original timegate\"");
        headers.Append(HeaderNames.Link, $"<{release.LatestHref("/releases")}>; rel=\"timemap\"; type=\"application/json\"");
    }
}
