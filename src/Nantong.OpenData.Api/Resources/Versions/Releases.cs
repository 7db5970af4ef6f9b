using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>A release as its plan's history tells of it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Status">Where it stands in its life.</param>
/// <param name="PublishedAt">When it became readable, in UTC.</param>
/// <param name="Note">Why it is deprecated or withdrawn, since when, which release that is still served replaces it and until when it is served;
/// null while it is plainly published.</param>
/// <param name="Message">What the publisher said about it.</param>
/// <param name="Predecessor">The release it follows; null for the first.</param>
/// <param name="ContentHash">Tells one content from another: equal hashes, equal content.</param>
/// <param name="ManifestSha256">SHA-256 of its <c>manifest.json</c>.</param>
/// <param name="Signed">True when its publisher signed the manifest.</param>
/// <param name="SignedBy">Id of the public key to the signature, as under <c>/v1/keys</c>; null when it is not signed.</param>
/// <param name="Href">The plan at exactly this release.</param>
public sealed record ReleaseSummary(
    ReleaseVersion Version,
    ReleaseStatus Status,
    DateTimeOffset? PublishedAt,
    StatusNote? Note,
    string Message,
    ReleaseVersion? Predecessor,
    string ContentHash,
    string ManifestSha256,
    bool Signed,
    string? SignedBy,
    string Href
);

internal static class Releases
{
    private static readonly Collection<ReleaseSummary> All = new(
        release => release.Version.ToString(),
        () => Wire.Json.ReleaseSummary,
        () => Wire.Json.ListingReleaseSummary
    )
    {
        Categories = ["status"],
    };

    public static void Map(RouteGroupBuilder plan)
    {
        var releases = plan.MapGroup("/releases").WithTags("Releases").TellsOfReleases();
        releases.MapMethods("", Verbs.Read, List).Named("listReleases", "List the plan's releases, newest first").Lists(All);
        releases
            .MapMethods("/facets", Verbs.Read, Count)
            .Named("countReleases", "Count the values of the releases' fields, under a filter")
            .Counts(All);
        releases.MapMethods("/{version}", Verbs.Read, Get).Named("getRelease", "Get one release: status, date and hashes").Shows(All);
    }

    private static Results<Representation<Listing<ReleaseSummary>>, Problem> List(PinnedRelease release) =>
        release.Page(Summaries(release), All, ReleasePages.OfAll, moves: true);

    private static Results<Representation<FacetCounts>, Problem> Count(PinnedRelease release) => release.Count(Summaries(release), All, moves: true);

    private static ReleaseSummary[] Summaries(PinnedRelease release) => [.. release.History.Select(entry => Summarize(entry, release))];

    private static Results<Representation<ReleaseSummary>, Problem> Get(PinnedRelease release, string version)
    {
        if (!ReleaseVersion.TryParse(version, out var wanted))
            return Problems.InvalidRelease(version);
        if (release.History.FirstOrDefault(entry => entry.Version == wanted) is not { } found)
            return Problems.UnknownRelease(release.Entry.Plan, version, [.. release.History.Select(entry => entry.Version)]);

        var summary = Summarize(found, release);
        return new Representation<ReleaseSummary>(summary, Wire.Json.ReleaseSummary, release)
        {
            Page = view => ReleasePages.Of(view, summary),
            Moves = true, // its status may
            Links = Around(found, release),
            Versions = Versions(found, release),
        };
    }

    private static ReleaseSummary Summarize(ReleaseEntry entry, PinnedRelease release) =>
        new(
            entry.Version,
            entry.Status,
            entry.PublishedAt,
            Successors.Led(release.History, entry).Note,
            entry.Message,
            entry.Predecessor,
            entry.ContentHash,
            entry.ManifestSha256,
            entry.Signature is not null,
            entry.Signature?.KeyId,
            release.HrefAt(entry.Version)
        );

    private static Dictionary<string, string> Around(ReleaseEntry entry, PinnedRelease release)
    {
        Dictionary<string, string> links = new() { ["collection"] = release.LatestHref("/releases") };
        if (entry.Status is not ReleaseStatus.Withdrawn)
        {
            links["files"] = release.HrefAt(entry.Version, "/files");
            if (entry.Signature is { } signature)
            {
                links["signature"] = release.HrefAt(entry.Version, $"/files/{ManifestSigner.FileName}");
                links["key"] = release.Address.Href($"/v1/keys/{signature.KeyId}");
            }

            links["document"] = release.HrefAt(entry.Version, "/document");
            if (Successors.Before(release.History, entry.Version) is { } before)
                links["changes"] = release.LatestHref($"/changes/{before.Version}..{entry.Version}");
        }

        if (Successors.ReplacementOf(release.History, entry) is { } replacement)
            links["replacement"] = release.HrefAt(replacement);
        return links;
    }

    private static Dictionary<string, string> Versions(ReleaseEntry entry, PinnedRelease release)
    {
        Dictionary<string, string> links = new() { [VersionLinks.History] = release.LatestHref("/releases") };
        if (release.History.FirstOrDefault(known => known.Status is not ReleaseStatus.Withdrawn) is { } latest)
            links[VersionLinks.Latest] = About(latest.Version);
        if (entry.Predecessor is { } before)
            links[VersionLinks.Predecessor] = About(before);
        if (Successors.Of(release.History, entry.Version) is { } after)
            links[VersionLinks.Successor] = About(after.Version);
        return links;

        string About(ReleaseVersion version) => release.LatestHref($"/releases/{version}");
    }
}
