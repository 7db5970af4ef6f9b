using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Http;

/// <summary>What changed from release to release: as a log, and as feeds of the releases in it.</summary>
internal static class Changes
{
    private const string SinceRule = "the version of a release, a date (2026-01-05) or a date-time with its offset (2026-01-05T08:00:00Z)";

    public static void Map(RouteGroupBuilder plan) => plan
        .MapMethods("/changes", Verbs.Read, ListAsync).WithTags("Changes").TellsOfReleases().Offers(Format.OfLog)
        .Takes(QueryParameter.Since, QueryParameter.Limit, QueryParameter.Cursor)
        .Named("listChanges", "The log of changes, newest release first; as Atom or JSON Feed a feed of the releases");

    private static async Task<Results<Representation<Listing<LoggedChange>>, RawRepresentation, Problem>> ListAsync(
        HttpContext context, PinnedRelease release, ChangeLogs logs, CancellationToken cancellationToken)
    {
        var (offered, wish) = (Offer.Of(context), release.Address.Wish(context));
        if (Negotiation.Choose(offered, wish) is not { } format) return Problems.NotAcceptable(offered, wish);
        if (!Since(release).Try(out var releases, out var error)) return Problems.Invalid(error, [.. release.History.Select(known => known.Version.ToString())]);
        if (format == Format.Atom || format == Format.JsonFeed)
            return new RawRepresentation(ReleaseFeed.Write(release, releases, format), format, release) { Moves = true }; // statuses change

        List<LoggedChange> log = [];
        foreach (var entry in releases) log.AddRange(await Patience.WithinAsync(logs.ReadAsync(entry, cancellationToken), cancellationToken));
        return release.Cut(log, change => $"{change.Release}/{change.Number}").Try(out var page, out error)
            ? new Representation<Listing<LoggedChange>>(page, Wire.Json.ListingLoggedChange, release) { Links = LinksOf(page.Page, release) }
            : Problems.Invalid(error);
    }

    /// <summary>The releases up to the one that answers which the request asks for, newest first.</summary>
    private static Parsed<ReleaseEntry[]> Since(PinnedRelease release)
    {
        ReleaseEntry[] all = [.. release.History.Where(entry => entry.Version.CompareTo(release.Entry.Version) <= 0)];
        if (!release.Address.Query.TryGetValue(QueryParameter.Since.Name, out var since)) return all;

        if (ReleaseVersion.TryParse(since, out var version))
            return release.History.Any(entry => entry.Version == version)
                ? Array.FindAll(all, entry => entry.Version.CompareTo(version) > 0)
                : new Unreadable(QueryParameter.Since.Name, since, SinceRule);
        return Moment.Parse(QueryParameter.Since.Name, since, TimeOnly.MinValue, SinceRule).Try(out var moment, out var error)
            ? Array.FindAll(all, entry => entry.PublishedAt > moment)
            : error;
    }

    private static Dictionary<string, string> LinksOf(Page page, PinnedRelease release)
    {
        var links = Pages.Neighbours(page);
        links["atom"] = release.LatestHref($"/changes.{Format.Atom.Extension}");
        links["json-feed"] = release.LatestHref($"/changes.{Format.JsonFeed.Extension}");
        links["rules"] = release.Address.Href("/v1/codelists/version-rules");
        return links;
    }
}
