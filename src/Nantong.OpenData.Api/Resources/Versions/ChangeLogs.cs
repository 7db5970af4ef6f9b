using Microsoft.Extensions.Caching.Memory;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>The changes that each release brought, kept while there is room: a release never changes, so neither does its part of the log.</summary>
internal sealed class ChangeLogs(ChangeLog stored) : IDisposable
{
    private const long MostChanges = 20_000; // with their values and sentences some 20 MB

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostChanges });

    /// <summary>What a release changed against its predecessor; nothing for the first one.</summary>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest proves: a log without that step, or with a forged one,
    /// is not given out.</exception>
    public async ValueTask<IReadOnlyList<LoggedChange>> ReadAsync(ReleaseEntry release, CancellationToken cancellationToken)
    {
        if (release.Predecessor is null)
            return [];

        var key = (release.Plan, release.Version, release.ManifestSha256);
        if (kept.Get(key) is IReadOnlyList<LoggedChange> known)
            return known;

        var changes = await stored.ReadAsync(release, cancellationToken);
        IReadOnlyList<LoggedChange> log = [.. changes.Index().Select(change => LoggedChange.Of(release, change.Index + 1, change.Item))];
        return kept.Set(key, log, new MemoryCacheEntryOptions { Size = log.Count });
    }

    /// <inheritdoc />
    public void Dispose() => kept.Dispose();
}
