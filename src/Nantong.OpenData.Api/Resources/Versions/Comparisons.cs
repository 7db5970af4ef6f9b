using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>What turns one release into another.</summary>
/// <param name="From">The release before.</param>
/// <param name="To">The release after; it may be the older one.</param>
/// <param name="Smallest">The smallest bump that the changes allow; <c>none</c> when there are none.</param>
/// <param name="Reasons">The version rules that apply, the strictest first.</param>
/// <param name="Summary">The changes counted.</param>
/// <param name="Items">The changes of this page.</param>
/// <param name="Page">Which page this is.</param>
public sealed record ReleaseComparison(
    ComparedRelease From,
    ComparedRelease To,
    Bump Smallest,
    IReadOnlyList<VersionReason> Reasons,
    ChangeSummary Summary,
    IReadOnlyList<Change> Items,
    Page Page
);

/// <summary>A release that was compared.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Href">The plan at exactly this release.</param>
/// <param name="Document">Its document, which the JSON Patch applies to or results in.</param>
public sealed record ComparedRelease(ReleaseVersion Version, string Href, string Document);

/// <summary>Any two releases of a plan compared, in either order.</summary>
internal static class Comparisons
{
    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/changes/{from}..{to}", Verbs.Read, GetAsync)
            .WithTags("Changes")
            .Offers(Format.OfComparison)
            .Takes(() => [ComparisonFilter.Severity, ComparisonFilter.Kind, ComparisonFilter.Type, QueryParameter.Limit, QueryParameter.Cursor])
            .Named("compareReleases", "Compare two releases, record by record and sentence by sentence; or as JSON Patch");

    private static async Task<Results<Representation<ReleaseComparison>, Problem>> GetAsync(
        HttpContext context,
        PinnedRelease release,
        string from,
        string to,
        Snapshots snapshots,
        ReleaseComparisons comparisons,
        CancellationToken cancellationToken
    )
    {
        var (before, refusal) = await FindAsync(release, from, nameof(from), snapshots, cancellationToken);
        if (before is null)
            return refusal!;
        (var after, refusal) = await FindAsync(release, to, nameof(to), snapshots, cancellationToken);
        if (after is null)
            return refusal!;

        if (await comparisons.CompareAsync(before, after, took => RateLimit.Charge(context, took), cancellationToken) is not { } found)
            return Problems.Busy("comparisons");
        var (all, query) = (found.Diff.Changes, release.Address.Query);
        if (!ComparisonFilter.Parse(query).Try(out var filter, out var error))
            return Problems.Invalid(error, ComparisonFilter.Allowed(error.Where));
        if (!release.Cut([.. all.Index().Where(change => filter.Matches(change.Item))], change => $"{change.Index + 1}").Try(out var page, out error))
            return Problems.Invalid(error);

        var comparison = new ReleaseComparison(
            Compared(before, release),
            Compared(after, release),
            found.Decision.Smallest,
            found.Decision.Reasons,
            found.Diff.Summary,
            [.. page.Items.Select(change => change.Item)],
            page.Page
        );
        return new Representation<ReleaseComparison>(comparison, Wire.Json.ReleaseComparison, release)
        {
            Write = _ => found.Patch,
            Page = view => ReleasePages.OfComparison(view, comparison, all, before.Manifest.SourceSha256 != after.Manifest.SourceSha256),
            Versions = new Dictionary<string, string> { [VersionLinks.History] = release.LatestHref("/releases") },
            Links = new Dictionary<string, string>(Pages.Neighbours(page.Page))
            {
                ["patch"] = release.Href($"/changes/{from}..{to}.{Format.JsonPatch.Extension}"),
                ["reverse"] = release.Href($"/changes/{to}..{from}"),
                ["rules"] = release.Address.Href("/v1/codelists/version-rules"),
            },
        };
    }

    /// <summary>The release that an exact version names, or why there is none.</summary>
    internal static async Task<(Snapshot? Release, Problem? Refusal)> FindAsync(
        PinnedRelease release,
        string version,
        string parameter,
        Snapshots snapshots,
        CancellationToken cancellationToken
    )
    {
        if (!ReleaseVersion.TryParse(version, out var exact))
            return (null, Problems.InvalidRelease(version, parameter));
        var answer = await Timeouts.WithinAsync(
            snapshots.FindAsync(release.Entry.Plan, new VersionPin(exact.Major, exact.Minor, exact.Patch), cancellationToken),
            cancellationToken
        );
        return answer is SnapshotAnswer.Found { Snapshot: var found }
            ? (found, null)
            : (null, Problems.Of(Successors.Led(release.History, answer), release.Entry.Plan, version, parameter));
    }

    private static ComparedRelease Compared(Snapshot compared, PinnedRelease release) =>
        new(compared.Release.Version, release.HrefAt(compared.Release.Version), release.HrefAt(compared.Release.Version, "/document"));
}
