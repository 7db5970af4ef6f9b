using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>What changed from release to release: as a log, and as feeds of the releases in it.</summary>
internal static class Changes
{
    private const string SinceRule = "the version of a release, a date (2026-01-05) or a date-time with its offset (2026-01-05T08:00:00Z)";

    private static readonly Collection<LoggedChange> All = new(
        change => $"{change.Release}/{change.Number}",
        () => Wire.Json.LoggedChange,
        () => Wire.Json.ListingLoggedChange
    )
    {
        Categories = ["release", "op", "kind", "target.type", "severity", "rule"],
        Offered = Format.OfLog,
    };

    public static void Map(RouteGroupBuilder plan)
    {
        var changes = plan.MapGroup("/changes").WithTags("Changes").TellsOfReleases();
        changes
            .MapMethods("", Verbs.Read, ListAsync)
            .Named("listChanges", "The log of changes, newest release first; as Atom or JSON Feed a feed of the releases")
            .Lists(All, QueryParameter.Since);
        changes
            .MapMethods("/facets", Verbs.Read, CountAsync)
            .Named("countChanges", "Count the values of the changes' fields, under a filter")
            .Counts(All, QueryParameter.Since);
    }

    private static async Task<Results<Representation<Listing<LoggedChange>>, RawRepresentation, Problem>> ListAsync(
        HttpContext context,
        PinnedRelease release,
        ChangeLog log,
        CancellationToken cancellationToken
    )
    {
        var (offered, wish) = (Offer.Of(context), release.Address.RequestedFormat());
        if (Negotiation.Choose(offered, wish) is not { } format)
            return Problems.NotAcceptable(offered, wish);
        if (!Since(release).Try(out var releases, out var error))
            return Unknown(error, release);
        if (format == Format.Atom || format == Format.JsonFeed)
            return new RawRepresentation(ReleaseFeed.Write(release, [.. release.WithdrawnAbove(), .. releases], format), format, release)
            {
                Moves = true,
            }; // statuses change

        return release.Select(await ReadAsync(releases, log, cancellationToken), All).Try(out var selection, out error)
            ? release.Answer(selection, ReleasePages.OfLog, moves: false, [], LinksOf(release))
            : Problems.Invalid(error, All.Filterable.Allowed(error.Where));
    }

    private static async Task<Results<Representation<FacetCounts>, Problem>> CountAsync(
        PinnedRelease release,
        ChangeLog log,
        CancellationToken cancellationToken
    ) =>
        Since(release).Try(out var releases, out var error)
            ? release.Count(await ReadAsync(releases, log, cancellationToken), All)
            : Unknown(error, release);

    private static Problem Unknown(Unreadable since, PinnedRelease release) =>
        Problems.Invalid(since, [.. release.History.Select(known => known.Version.ToString())]);

    /// <summary>The changes of some releases. A request waits as long as the log comes: what was read is kept for the next one.</summary>
    /// <exception cref="TimeoutException">The store took too long for some of them.</exception>
    private static async Task<IReadOnlyList<LoggedChange>> ReadAsync(
        IReadOnlyList<ReleaseEntry> releases,
        ChangeLog log,
        CancellationToken cancellationToken
    )
    {
        List<LoggedChange> all = [];
        foreach (var some in releases.Chunk(ChangeLog.ReadsAtOnce))
        {
            var read = await Timeouts.WithinAsync(Task.WhenAll(some.Select(log.ReadAsync)), cancellationToken);
            foreach (var (release, changes) in some.Zip(read))
                all.AddRange(changes.Select((change, index) => LoggedChange.Of(release, index + 1, change)));
        }

        return all;
    }

    private static ReleaseEntry[] Until(PinnedRelease release) =>
        [.. release.History.Where(entry => entry.Version.CompareTo(release.Entry.Version) <= 0)];

    /// <summary>The releases up to the one that answers which the request asks for, newest first.</summary>
    private static Parsed<ReleaseEntry[]> Since(PinnedRelease release)
    {
        var all = Until(release);
        if (!release.Address.Query.TryGetValue(QueryParameter.Since.Name, out var since))
            return all;

        if (ReleaseVersion.TryParse(since, out var version))
            return release.History.Any(entry => entry.Version == version)
                ? Array.FindAll(all, entry => entry.Version.CompareTo(version) > 0)
                : new Unreadable(QueryParameter.Since.Name, since, SinceRule);
        return PointInTime.Parse(QueryParameter.Since.Name, since, PointInTime.Side.Beginning, SinceRule).Try(out var moment, out var error)
            ? Array.FindAll(all, entry => entry.PublishedAt > moment)
            : error;
    }

    private static Dictionary<string, string> LinksOf(PinnedRelease release) =>
        new()
        {
            ["atom"] = release.LatestHref($"/changes.{Format.Atom.Extension}"),
            ["json-feed"] = release.LatestHref($"/changes.{Format.JsonFeed.Extension}"),
            ["rules"] = release.Address.Href("/v1/codelists/version-rules"),
        };
}
