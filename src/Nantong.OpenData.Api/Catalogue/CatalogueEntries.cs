using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Catalogue;

/// <summary>What the catalogues list, whatever vocabulary they say it in: every plan with the releases that are served.</summary>
/// <param name="Base">Scheme and authority of links.</param>
/// <param name="Plans">The plans, in id order.</param>
internal sealed record CatalogueEntries(string Base, IReadOnlyList<CataloguedPlan> Plans)
{
    /// <summary>True when any release that is listed is signed: then the catalogue names where the public keys are.</summary>
    public bool AnySigned => Plans.Any(plan => plan.Listed.Any(release => release.Release.Signature is not null));

    /// <summary>The plans that the app serves, from memory alone: no release is loaded for the catalogue.</summary>
    /// <param name="snapshots">The releases.</param>
    /// <param name="base">Scheme and authority of links.</param>
    /// <param name="since">Only releases published, or with a changed status, at this moment or later; null for the newest of each plan.</param>
    public static CatalogueEntries Of(Snapshots snapshots, string @base, DateTimeOffset? since) =>
        new(
            @base,
            [
                .. snapshots
                    .Latest.Select(latest => new CataloguedPlan(
                        latest,
                        $"{@base}/v1/plans/{latest.Release.Plan}",
                        [
                            .. snapshots
                                .Releases(latest.Release.Plan)
                                .Where(release =>
                                    release.Status is not ReleaseStatus.Withdrawn && release.Version.CompareTo(latest.Release.Version) <= 0
                                )
                                .Select(release => new CataloguedRelease(release, $"{@base}/v1/plans/{release.Plan}@{release.Version}")),
                        ],
                        since
                    ))
                    .Where(plan => plan.Listed is not []),
            ]
        );
}

/// <summary>A plan in the catalogues.</summary>
/// <param name="Latest">Its latest release, in memory.</param>
/// <param name="Href">Its address.</param>
/// <param name="Releases">The releases that are served, newest first.</param>
/// <param name="Since">The moment from which on releases are described; null for the newest.</param>
internal sealed record CataloguedPlan(Snapshot Latest, string Href, IReadOnlyList<CataloguedRelease> Releases, DateTimeOffset? Since)
{
    /// <summary>The most releases of a plan that are described, each with the file that names its content: some 5 kB in JSON-LD.</summary>
    internal const int MostDescribed = 50;

    /// <summary>The releases that are described; others are named with the plan, as its versions.</summary>
    public IReadOnlyList<CataloguedRelease> Listed { get; } = Newest(Releases, Since);

    /// <summary>The files of the latest release. Those of older ones stand in their manifests, which are linked.</summary>
    public IReadOnlyList<FileEntry> Files { get; } = Latest.ListFiles();

    /// <summary>The newest releases; or all that were published, or changed their status, at a moment or later.</summary>
    internal static IReadOnlyList<CataloguedRelease> Newest(IReadOnlyList<CataloguedRelease> releases, DateTimeOffset? since) =>
        since is null ? [.. releases.Take(MostDescribed)] : [.. releases.Where(release => release.Modified >= since)];

    /// <summary>The address of a release.</summary>
    public string HrefAt(ReleaseVersion version) => $"{Href}@{version}";
}

/// <summary>A release in the catalogues.</summary>
/// <param name="Release">What is known of it.</param>
/// <param name="Href">Its address.</param>
internal sealed record CataloguedRelease(ReleaseEntry Release, string Href)
{
    /// <summary>When it was published, or its status changed.</summary>
    public DateTimeOffset? Modified => Release.Note?.Since ?? Release.PublishedAt;
}
