using System.Globalization;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>What a release is made from, when it is made from the one before and something new.</summary>
/// <param name="Name">Where the new comes from; the release's row keeps it.</param>
/// <param name="Basis">The release whose other files were taken, which must still be the latest when the turn to publish comes; null when there was
/// none.</param>
public sealed record PublishOrigin(string Name, ReleaseVersion? Basis);

/// <summary>What became of an attempt to publish.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    /// <summary>The release is published and the latest of its plan.</summary>
    /// <param name="Release">Its row.</param>
    /// <param name="Manifest">What it consists of.</param>
    /// <param name="Decision">The bump that its changes needed, and why; null for the first release.</param>
    public sealed record Published(ReleaseEntry Release, Manifest Manifest, VersionDecision? Decision) : PublishOutcome;

    /// <summary>The latest release has this content already; nothing was written.</summary>
    /// <param name="Release">That release.</param>
    public sealed record Unchanged(ReleaseEntry Release) : PublishOutcome;

    /// <summary>Another publisher was first; readers see its release, or will. Look at it, then publish again.</summary>
    /// <param name="Plan">Id of the plan.</param>
    /// <param name="Latest">The latest release now; null when there is none yet.</param>
    /// <param name="Reason">What happened, as a clause.</param>
    public sealed record Lost(string Plan, ReleaseVersion? Latest, string Reason) : PublishOutcome;

    /// <summary>The version is too small for what changed; nothing was written.</summary>
    /// <param name="Latest">The latest release.</param>
    /// <param name="Asked">The version asked for.</param>
    /// <param name="Smallest">The smallest version that would do.</param>
    /// <param name="Decision">The rules that demand it.</param>
    public sealed record Refused(ReleaseEntry Latest, ReleaseVersion Asked, ReleaseVersion Smallest, VersionDecision Decision) : PublishOutcome;

    /// <summary>The version was announced before, for other content; nothing was written. A number is never used twice, even when what it named is
    /// lost.</summary>
    /// <param name="Plan">Id of the plan.</param>
    /// <param name="Asked">The version asked for.</param>
    /// <param name="Smallest">The smallest version that would do.</param>
    public sealed record Spent(string Plan, ReleaseVersion Asked, ReleaseVersion Smallest) : PublishOutcome;

    /// <summary>Files of the release, read back, do not say what the records say (its <c>selfcheck.json</c> tells); nothing was written.</summary>
    /// <param name="Plan">Id of the plan.</param>
    /// <param name="Version">The version that it would have had.</param>
    /// <param name="Files">The files, each with the dataset that it does not agree about: <c>plan.xlsx (observations)</c>.</param>
    public sealed record Disagreeing(string Plan, ReleaseVersion Version, IReadOnlyList<string> Files) : PublishOutcome;

    /// <summary>The publisher's clock says that it is earlier than the publication of the latest release; nothing was written.</summary>
    /// <param name="Latest">The latest release.</param>
    /// <param name="Now">What the publisher's clock says, in UTC.</param>
    public sealed record ClockBehind(ReleaseEntry Latest, DateTimeOffset Now) : PublishOutcome
    {
        /// <summary>The two times, in a clause.</summary>
        public string Reason =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"the clock here says {Now.UtcDateTime:u}, but {Latest.Plan}@{Latest.Version} was published at {Latest.PublishedAt?.UtcDateTime:u}"
            );
    }

    /// <summary>The changes need a major version, and what was made from the latest release and something new names none; nothing was
    /// written.</summary>
    /// <param name="Latest">The latest release.</param>
    /// <param name="Smallest">The smallest version that confirms it.</param>
    /// <param name="Decision">The rules that demand it.</param>
    public sealed record Unconfirmed(ReleaseEntry Latest, ReleaseVersion Smallest, VersionDecision Decision) : PublishOutcome;
}
