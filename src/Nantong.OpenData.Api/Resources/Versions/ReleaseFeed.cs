using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Feeds;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>The releases of a plan as a feed to subscribe to.</summary>
internal static class ReleaseFeed
{
    /// <summary>How many releases a page of the feed tells of.</summary>
    internal const int Most = 50;

    /// <summary>Writes the newest part of the feed. The next page is the feed at the exact address of the next older release.</summary>
    /// <param name="release">The release that answers.</param>
    /// <param name="releases">The releases to tell of, newest first.</param>
    /// <param name="format">Atom or JSON Feed.</param>
    public static byte[] Write(PinnedRelease release, IReadOnlyList<ReleaseEntry> releases, Format format)
    {
        var about = release.Entry.About;
        var (shown, older) = Page([.. releases.Where(entry => entry.PublishedAt is not null)], Most);
        var feed = new Feed(
            $"{about.Title.Zh}：数据发布",
            $"{about.Authority.Statement.Zh} {about.Authority.Statement.En}",
            "Nantong.OpenData",
            about.Language,
            new(release.LatestHref("")),
            new(Own(Format.Atom)),
            new(Own(Format.JsonFeed)),
            [.. shown.Select(entry => Entry(entry, release.History))]
        )
        {
            First = release.Exact ? new(release.LatestHref($"/changes.{format.Extension}")) : null,
            Next = older is null ? null : new(release.HrefAt(older.Value, $"/changes.{format.Extension}{release.Address.ListSelection}")),
        };
        return format == Format.Atom ? AtomFeed.Write(feed) : JsonFeed.Write(feed);

        string Own(Format form) => release.Exact ? release.Href($"/changes.{form.Extension}") : release.LatestHref($"/changes.{form.Extension}");
    }

    /// <summary>Cuts the newest releases off, and names the release whose feed tells of itself and of the rest. A withdrawn one tells of its plan's
    /// releases, too.</summary>
    /// <param name="releases">The releases, newest first.</param>
    /// <param name="most">How many to cut off.</param>
    internal static (IReadOnlyList<ReleaseEntry> Shown, ReleaseVersion? Older) Page(IReadOnlyList<ReleaseEntry> releases, int most) =>
        ([.. releases.Take(most)], releases.Skip(most).FirstOrDefault()?.Version);

    private static FeedEntry Entry(ReleaseEntry release, IReadOnlyList<ReleaseEntry> history)
    {
        var published = release.PublishedAt ?? DateTimeOffset.UnixEpoch;
        var message = release.Note is { Reason: var reason } ? $"{release.Message}\n\n{reason}" : release.Message;
        return new(
            release.Version,
            published,
            UpdatedAt(release, published),
            release.Status,
            $"{release.Plan} {release.Version}",
            message,
            release.Predecessor is { } before ? BumpOf(before, release.Version) : Bump.None,
            release.Status is ReleaseStatus.Withdrawn ? null : Successors.Before(history, release.Version)?.Version
        ); // the changes to or from a withdrawn one are gone
    }

    /// <summary>When its status changed, by its author: later than its publication in any case, so that readers of the feed see that something
    /// has happened.</summary>
    private static DateTimeOffset UpdatedAt(ReleaseEntry release, DateTimeOffset published) =>
        release.Note is not { Since: var since } ? published
        : since > published ? since
        : published.AddSeconds(1);

    private static Bump BumpOf(ReleaseVersion before, ReleaseVersion after) =>
        before.Major != after.Major ? Bump.Major
        : before.Minor != after.Minor ? Bump.Minor
        : Bump.Patch;
}
