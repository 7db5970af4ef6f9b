using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>What became of something that was cited at an older release.</summary>
/// <param name="Cited">What was cited.</param>
/// <param name="From">The release that was cited, with the address of what was cited there.</param>
/// <param name="To">The release that answers; its address is null when the cited part is gone.</param>
/// <param name="State">What became of it: see codelist <c>citation-states</c>.</param>
/// <param name="SameContent">True when it says the same, wherever it stands.</param>
/// <param name="Now">What it is in the release that answers; null when it is gone.</param>
/// <param name="Citation">Address of its citation there; null when it is gone.</param>
/// <param name="Items">The changes of it and of all below it that are on this page.</param>
/// <param name="Page">Which page of the changes this is.</param>
public sealed record CitationResolution(
    CitedPart Cited,
    CitedAt From,
    CitedAt To,
    CitationState State,
    bool SameContent,
    CitedPart? Now,
    string? Citation,
    IReadOnlyList<Change> Items,
    Page Page
);

/// <summary>A release that a citation is looked at in.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Href">Address of what is cited there; null when it is not there.</param>
public sealed record CitedAt(ReleaseVersion Version, string? Href);

/// <summary>Old citations, looked up in the release that the address names.</summary>
internal static class CitationResolutions
{
    private const string FromRule = "the version of the release that was cited: 1.0.0";

    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/cite/resolve", Verbs.Read, GetAsync)
            .WithTags("Citations")
            .Takes(TextParameters.Target, TextParameters.From, QueryParameter.Limit, QueryParameter.Cursor)
            .Named("resolveCitation", "What became of what an older release was cited for: unchanged, changed, moved or gone");

    private static async Task<Results<Representation<CitationResolution>, Problem>> GetAsync(
        HttpContext context,
        PinnedRelease release,
        Snapshots snapshots,
        ReleaseComparisons comparisons,
        CancellationToken cancellationToken
    )
    {
        var (parameter, query) = (TextParameters.From.Name, release.Address.Query);
        if (!query.TryGetValue(parameter, out var version))
            return Problems.Absent(parameter, FromRule);
        var (before, refusal) = await Comparisons.FindAsync(release, version, parameter, snapshots, cancellationToken);
        if (before is null)
            return refusal!;
        (var part, refusal) = Cite.Find(before, query);
        if (part is null)
            return refusal!;

        var after = release.Snapshot;
        if (await comparisons.CompareAsync(before, after, took => RateLimit.Charge(context, took), cancellationToken) is not { } found)
            return Problems.Busy("comparisons");
        var fate = new CitationTrail(before.Nodes, after.Nodes, after.FindIndicator, found.Diff.Changes).Follow(part);
        if (!release.Cut([.. fate.Changes.Index()], change => $"{change.Index + 1}").Try(out var page, out var error))
            return Problems.Invalid(error);

        var (from, to, now) = (before.Release.Version, after.Release.Version, fate.Now);
        var resolution = new CitationResolution(
            part,
            new(from, release.HrefAt(from, part.Below)),
            new(to, now is null ? null : release.Href(now.Below)),
            fate.State,
            fate.SameContent,
            now,
            now is null ? null : release.CiteHref(now.Target),
            [.. page.Items.Select(change => change.Item)],
            page.Page
        );
        return new Representation<CitationResolution>(resolution, Wire.Json.CitationResolution, release)
        {
            Links = new Dictionary<string, string>(Pages.Neighbours(page.Page))
            {
                ["changes"] = release.Href($"/changes/{from}..{to}"),
                ["states"] = release.Address.Href("/v1/codelists/citation-states"),
            },
        };
    }
}
