using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Http;

/// <summary>A release as its plan's history tells of it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Status">Where it stands in its life.</param>
/// <param name="PublishedAt">When it became readable, in UTC.</param>
/// <param name="Message">What the publisher said about it.</param>
/// <param name="Predecessor">The release it follows; null for the first.</param>
/// <param name="ContentHash">Tells one content from another: equal hashes, equal content.</param>
/// <param name="ManifestSha256">SHA-256 of its <c>manifest.json</c>.</param>
/// <param name="Href">The plan at exactly this release.</param>
public sealed record ReleaseSummary(
    ReleaseVersion Version,
    ReleaseStatus Status,
    DateTimeOffset? PublishedAt,
    string Message,
    ReleaseVersion? Predecessor,
    string ContentHash,
    string ManifestSha256,
    string Href);

internal static class Releases
{
    public static void Map(RouteGroupBuilder plan)
    {
        var releases = plan.MapGroup("/releases").WithTags("Releases");
        releases.MapMethods("", Verbs.Read, List).Named("listReleases", "List the plan's releases, newest first").Takes(QueryParameter.Limit, QueryParameter.Cursor);
        releases.MapMethods("/{version}", Verbs.Read, Get).Named("getRelease", "Get one release: status, date and hashes");
    }

    private static Results<Representation<Listing<ReleaseSummary>>, Problem> List(PinnedRelease release, Snapshots snapshots) =>
        release.Page([.. Known(release, snapshots)], known => known.Version.ToString(), Wire.Json.ListingReleaseSummary, moves: true);

    private static Results<Representation<ReleaseSummary>, Problem> Get(PinnedRelease release, string version, Snapshots snapshots)
    {
        if (!ReleaseVersion.TryParse(version, out var wanted)) return Problems.InvalidVersion(version);

        ReleaseSummary[] known = [.. Known(release, snapshots)];
        return Array.Find(known, summary => summary.Version == wanted) is { } found
            ? new Representation<ReleaseSummary>(found, Wire.Json.ReleaseSummary, release)
            {
                Moves = true, // its status may
                Links = new Dictionary<string, string> { ["collection"] = release.Href("/releases"), ["files"] = $"{found.Href}/files" },
            }
            : Problems.UnknownRelease(release.Snapshot.Release.Plan, version, [.. known.Select(summary => summary.Version)]);
    }

    private static IEnumerable<ReleaseSummary> Known(PinnedRelease release, Snapshots snapshots) =>
        snapshots.Releases(release.Snapshot.Release.Plan).Select(entry => new ReleaseSummary(
            entry.Version, entry.Status, entry.PublishedAt, entry.Message, entry.Predecessor, entry.ContentHash, entry.ManifestSha256,
            release.Address.Href($"/v1/plans/{entry.Plan}@{entry.Version}")));
}
