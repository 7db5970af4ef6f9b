using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Publishing;

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

    /// <summary>The version was announced before, for other content: a number is never used twice.</summary>
    /// <param name="Plan">Id of the plan.</param>
    /// <param name="Asked">The version asked for.</param>
    /// <param name="Smallest">The smallest version that would do.</param>
    public sealed record Spent(string Plan, ReleaseVersion Asked, ReleaseVersion Smallest) : Proposal;

    /// <summary>Files of the release, read back, do not say what the records say.</summary>
    /// <param name="Release">The release, built.</param>
    /// <param name="Files">The files, each with the dataset that it does not agree about.</param>
    public sealed record Disagreeing(Release Release, IReadOnlyList<string> Files) : Proposal;

    /// <summary>Compares a plan with the latest release as it is stored, and builds what would follow it.</summary>
    internal static async Task<Proposal> MakeAsync(
        Store store,
        Plan plan,
        ReleaseVersion? asked,
        PublishHistory history,
        CancellationToken cancellationToken
    )
    {
        var kinds = store.Records.Kinds;
        if (history.Latest is not { } latest)
            return await ChooseAsync(
                store,
                plan,
                asked,
                ReleaseVersion.First,
                version => ReleaseBuilder.Build(plan, version, null, kinds: kinds),
                null,
                null,
                history,
                cancellationToken
            );
        var candidate = ReleaseBuilder.Build(plan, latest.Version, predecessor: null, kinds: kinds);
        if (candidate.Manifest.ContentHash == latest.ContentHash)
            return new Unchanged(latest);

        var stored = await new SnapshotLoader(store).LoadContentAsync(latest, cancellationToken);
        var diff = await PlanDiff.CompareAsync(stored, ReleaseContent.Of(candidate), cancellationToken);
        var decision = VersionDecision.Of(diff, differs: true); // the content hashes say so, even where no change can be told
        if (!decision.Choose(latest.Version, asked).Try(out var version, out _))
            return new TooSmall(latest, asked!.Value, VersionDecision.Next(latest.Version, decision.Smallest), decision);
        var predecessor = new ReleaseReference(latest.Version, latest.ManifestSha256);
        return await ChooseAsync(
            store,
            plan,
            asked,
            version,
            chosen => ReleaseBuilder.Build(plan, chosen, predecessor, diff.Changes, kinds),
            latest,
            decision,
            history,
            cancellationToken
        );
    }

    /// <summary>The release under the version that fits, or under the next one when that was announced before. A release whose rows were lost is no
    /// other content: it is taken up again.</summary>
    private static async Task<Proposal> ChooseAsync(
        Store store,
        Plan plan,
        ReleaseVersion? asked,
        ReleaseVersion fitting,
        Func<ReleaseVersion, Release> build,
        ReleaseEntry? latest,
        VersionDecision? decision,
        PublishHistory history,
        CancellationToken cancellationToken
    )
    {
        var spent = await history.ReadSpentAsync(store, cancellationToken);
        var release = build(asked ?? fitting);
        if (!await IsFreeAsync(store, release, asked is not null, spent, history, cancellationToken))
        {
            var free = VersionDecision.Next(
                spent.Union(history.Releases.Select(left => left.Entry.Version)).Append(release.Version).Max(),
                Bump.Patch
            );
            if (asked is { } version)
                return new Spent(plan.About.Id, version, free);
            release = build(free);
        }

        return release.FindDisagreements() is [_, ..] files ? new Disagreeing(release, files) : new Next(release, latest, decision);
    }

    /// <summary>True when a release may have its version: nothing that was ever announced stands at or above it, and no row under it. Or the store
    /// holds this very release, whose rows were lost.</summary>
    /// <remarks>A release that is being built was announced to nobody, unless the store forgot that it was sealed, as an emulator does that is killed
    /// right afterwards: its number goes to other content only when a person names it.</remarks>
    private static async Task<bool> IsFreeAsync(
        Store store,
        Release release,
        bool isNamed,
        IReadOnlySet<ReleaseVersion> spent,
        PublishHistory history,
        CancellationToken cancellationToken
    )
    {
        var key = new ReleaseKey(release.Plan.About.Id, release.Version);
        if (spent.Contains(release.Version))
        {
            var records = await new ReleaseRecords(store).ReadAsync(key, cancellationToken);
            return records is { Damage: [], Rows: [] or [.., { Now.Status: ReleaseStatus.Published }] }
                && await store.Container(ContainerNames.Releases).FindHashAsync(key.Folder + ReleaseFile.ManifestName, cancellationToken)
                    is { } stored
                && stored.Sha256 == release.ManifestSha256;
        }

        if (spent.Any(version => version.CompareTo(release.Version) > 0))
            return false;
        if (history.Releases.FirstOrDefault(left => left.Entry.Version == release.Version) is { Entry: var left }) // it is taken up or removed
            return isNamed || left.ManifestSha256 == release.ManifestSha256;
        return !await new ReleaseRows(store).HasRecordsAsync(key, cancellationToken);
    }
}
