using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage;

/// <summary>What became of an attempt to publish.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    /// <summary>The release is published and the latest of its plan.</summary>
    /// <param name="Release">Its row.</param>
    /// <param name="Manifest">What it consists of.</param>
    public sealed record Published(ReleaseEntry Release, Manifest Manifest) : PublishOutcome;

    /// <summary>The latest release has this content already; nothing was written.</summary>
    /// <param name="Release">That release.</param>
    public sealed record Unchanged(ReleaseEntry Release) : PublishOutcome;

    /// <summary>Another publisher was first; readers see its release, or will. Look at it, then publish again.</summary>
    /// <param name="Plan">Id of the plan.</param>
    /// <param name="Latest">The latest release now; null when there is none yet.</param>
    /// <param name="Reason">What happened, as a clause.</param>
    public sealed record Lost(string Plan, ReleaseVersion? Latest, string Reason) : PublishOutcome;

    /// <summary>The version does not do; nothing was written.</summary>
    /// <param name="Latest">The latest release.</param>
    /// <param name="Asked">The version asked for; null when none was.</param>
    /// <param name="Reason">Why, and what would do, as a clause.</param>
    public sealed record Refused(ReleaseVersion Latest, ReleaseVersion? Asked, string Reason) : PublishOutcome;
}
