using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Storage;

/// <summary>What a plan would become as the next release, before anything is written.</summary>
public abstract record Proposal
{
    private Proposal() { }

    /// <summary>A release that may be published.</summary>
    /// <param name="Release">The release, built.</param>
    /// <param name="Latest">The release that it follows; null when it is the first.</param>
    /// <param name="Decision">The bump that its changes need, and why; null when it is the first.</param>
    public sealed record Next(Release Release, ReleaseEntry? Latest, VersionDecision? Decision) : Proposal;

    /// <summary>The latest release has this content already.</summary>
    /// <param name="Latest">That release.</param>
    public sealed record Unchanged(ReleaseEntry Latest) : Proposal;

    /// <summary>The version asked for is too small for what changed.</summary>
    /// <param name="Latest">The latest release.</param>
    /// <param name="Asked">The version asked for.</param>
    /// <param name="Smallest">The smallest version that would do.</param>
    /// <param name="Decision">The rules that demand it.</param>
    public sealed record TooSmall(ReleaseEntry Latest, ReleaseVersion Asked, ReleaseVersion Smallest, VersionDecision Decision) : Proposal;

    /// <summary>Compares a plan with the latest release as it is stored, and builds what would follow it.</summary>
    internal static async Task<Proposal> MakeAsync(Store store, Plan plan, ReleaseVersion? asked, ReleaseEntry? latest, CancellationToken cancellationToken)
    {
        if (latest is null) return new Next(ReleaseBuilder.Build(plan, asked ?? ReleaseVersion.First, predecessor: null), null, null);
        var candidate = ReleaseBuilder.Build(plan, latest.Version, predecessor: null);
        if (candidate.Manifest.ContentHash == latest.ContentHash) return new Unchanged(latest);

        var stored = await new SnapshotLoader(store).LoadContentAsync(latest, cancellationToken);
        var diff = await PlanDiff.CompareAsync(stored, ReleaseContent.Of(candidate), cancellationToken);
        var decision = VersionDecision.Of(diff, differs: true); // the content hashes say so, even where no change can be told
        if (!decision.Choose(latest.Version, asked).Try(out var version, out _))
            return new TooSmall(latest, asked!.Value, VersionDecision.Next(latest.Version, decision.Smallest), decision);
        return new Next(ReleaseBuilder.Build(plan, version, new ReleaseReference(latest.Version, latest.ManifestSha256), diff.Changes), latest, decision);
    }
}
