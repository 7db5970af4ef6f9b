namespace Nantong.OpenData.Api.Pins;

/// <summary>The relations between a resource and itself at other releases (RFC 5829).</summary>
/// <remarks>The resource may be absent there: then the address answers 404, as it would have before it was added.</remarks>
internal static class VersionLinks
{
    /// <summary>All releases of the plan.</summary>
    public const string History = "version-history";

    /// <summary>The resource at whatever the latest release is.</summary>
    public const string Latest = "latest-version";

    /// <summary>The resource at the release before.</summary>
    public const string Predecessor = "predecessor-version";

    /// <summary>The resource at the release after.</summary>
    public const string Successor = "successor-version";

    /// <summary>True for a relation to other versions.</summary>
    public static bool Are(string relation) => relation is History or Latest or Predecessor or Successor;

    extension(PinnedRelease release)
    {
        /// <summary>The relations that never change for a release: they stand in the body, which must not change either.</summary>
        public IEnumerable<KeyValuePair<string, string>> SettledVersions()
        {
            yield return new(History, release.LatestHref("/releases"));
            yield return new(Latest, release.LatestHref(release.Below + release.Address.ListSelection));
            if (release.Entry.Predecessor is { } before)
                yield return new(Predecessor, release.HrefAt(before, release.Below + release.Address.ListSelection));
        }

        /// <summary>The relations as they are now, for the header: a release that was withdrawn since is passed over, and the next one is there once
        /// it came.</summary>
        public IEnumerable<KeyValuePair<string, string>> ServedVersions()
        {
            foreach (var link in release.SettledVersions().Where(link => link.Key is not Predecessor))
                yield return link;
            if (Successors.Before(release.History, release.Entry.Version) is { } before)
                yield return new(Predecessor, release.HrefAt(before.Version, release.Below + release.Address.ListSelection));
            if (Successors.Of(release.History, release.Entry.Version) is { } after)
                yield return new(Successor, release.HrefAt(after.Version, release.Below + release.Address.ListSelection));
        }
    }
}
