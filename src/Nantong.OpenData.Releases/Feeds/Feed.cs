using System.Globalization;
using System.Text;
using System.Xml;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Feeds;

/// <summary>A feed of a plan's releases, before it has a format.</summary>
/// <param name="Title">Title of the feed.</param>
/// <param name="Description">What it tells of.</param>
/// <param name="Author">Who publishes the data.</param>
/// <param name="Language">Language of titles and messages, as a BCP 47 tag.</param>
/// <param name="Plan">Address of the plan: <c>https://host/v1/plans/urbanization-14fyp</c>. Releases are addressed below it.</param>
/// <param name="Atom">Address of the Atom feed.</param>
/// <param name="Json">Address of the JSON Feed.</param>
/// <param name="Entries">The releases, newest first.</param>
public sealed record Feed(
    string Title,
    string Description,
    string Author,
    string Language,
    Uri Plan,
    Uri Atom,
    Uri Json,
    IReadOnlyList<FeedEntry> Entries
)
{
    /// <summary>Where the newest entries are; null when these are.</summary>
    public Uri? First { get; init; }

    /// <summary>Where the older entries are (RFC 5005, section 3; <c>next_url</c> of JSON Feed); null when these are all.</summary>
    public Uri? Next { get; init; }

    /// <summary>When the feed last changed: the latest time of any entry; the Unix epoch when there is none yet.</summary>
    internal DateTimeOffset Updated => Entries.Select(entry => entry.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>Address of a release, pinned: it never changes.</summary>
    internal string Release(ReleaseVersion version) => $"{Plan.AbsoluteUri}@{version}";

    /// <summary>Address of the changes that a release brought; null for the first.</summary>
    internal string? Changes(FeedEntry entry) => entry.Predecessor is { } before ? $"{Plan.AbsoluteUri}/changes/{before}..{entry.Version}" : null;

    /// <summary>A time as RFC 3339 writes it, in UTC and whole seconds.</summary>
    internal static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A text without what neither XML 1.0 nor JSON can carry: control characters and halves of surrogate pairs become U+FFFD.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // halves of pairs come as U+FFFD
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}

/// <summary>One release as a feed tells of it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="PublishedAt">When it became readable.</param>
/// <param name="UpdatedAt">When its status last changed; equal to <paramref name="PublishedAt"/> when it never did.</param>
/// <param name="Status">Where it stands in its life.</param>
/// <param name="Title">A short title: <c>urbanization-14fyp 1.2.0</c>.</param>
/// <param name="Message">What the publisher said about it.</param>
/// <param name="Severity">The bump from its predecessor; <c>none</c> for the first release.</param>
/// <param name="Predecessor">The release that its changes are told from; null for the first, and where none is served.</param>
public sealed record FeedEntry(
    ReleaseVersion Version,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    ReleaseStatus Status,
    string Title,
    string Message,
    Bump Severity,
    ReleaseVersion? Predecessor
)
{
    /// <summary>What the entry is tagged with: its severity unless it is the first, and its status.</summary>
    internal IEnumerable<string> Tags => Severity is Bump.None ? [StatusCode] : [SeverityCode, StatusCode];

    private string SeverityCode => Files.RecordJson.Code(Severity, Changes.ChangeJson.Line.Bump);

    private string StatusCode => Files.RecordJson.Code(Status, Files.RecordJson.Line.ReleaseStatus);
}
