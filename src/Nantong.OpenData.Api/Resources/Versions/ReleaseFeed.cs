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

    /// <summary>Writes the newest part of the feed. The next page is the feed of the first older release that is still served, at its own
    /// address, where it tells of itself and of what came before.</summary>
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
            new(release.LatestHref($"/changes.{Format.Atom.Extension}")),
            new(release.LatestHref($"/changes.{Format.JsonFeed.Extension}")),
            [.. shown.Select(entry => Entry(entry, release.History))]
        )
        {
            Next = older is null ? null : new(release.HrefAt(older.Value, $"/changes.{format.Extension}{release.Address.ListSelection}")),
        };
        return format == Format.Atom ? AtomFeed.Write(feed) : JsonFeed.Write(feed);
    }

    /// <summary>Cuts the newest releases off, and finds the release whose feed tells of the rest. Those between the two that were withdrawn have no
    /// feed of their own; they stay on this page.</summary>
    /// <param name="releases">The releases, newest first.</param>
    /// <param name="most">How many to cut off, but for those that were withdrawn.</param>
    internal static (IReadOnlyList<ReleaseEntry> Shown, ReleaseVersion? Older) Page(IReadOnlyList<ReleaseEntry> releases, int most)
    {
        var older = releases.Skip(most).FirstOrDefault(entry => entry.Status is not ReleaseStatus.Withdrawn);
        return (older is null ? releases : [.. releases.TakeWhile(entry => entry.Version != older.Version)], older?.Version);
    }

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
