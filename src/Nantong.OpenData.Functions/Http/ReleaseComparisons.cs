using Microsoft.Extensions.Caching.Memory;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Http;

/// <summary>Two releases compared: what a reader is told, and every byte.</summary>
/// <param name="Diff">The changes.</param>
/// <param name="Decision">The smallest bump that they allow, and why.</param>
/// <param name="Patch">The JSON Patch that turns the document of one release into that of the other.</param>
internal sealed record Comparison(ReleaseDiff Diff, VersionDecision Decision, byte[] Patch);

/// <summary>What is computed from whole releases, kept while there is room: releases never change, so neither do their documents and differences.</summary>
internal sealed class ReleaseComparisons(ObservationTable observations) : IDisposable
{
    private const long Room = 32 * 1024 * 1024; // bytes
    private const int BytesPerChange = 2_000; // a change with its sentences, roughly

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly SemaphoreSlim computing = new(1); // one at a time: whoever asks for all pairs at once waits, and others are not starved

    /// <summary>The document of a release: all its records in one JSON object, its observations as numbers and hashes. It is what patches apply to.</summary>
    public Task<byte[]> DocumentAsync(Snapshot release, CancellationToken cancellationToken) =>
        GetAsync(Key(release), () => Task.FromResult(JsonPatch.Document(release.Content)), document => document.Length, cancellationToken);

    /// <summary>What turns one release into another, whichever is the earlier.</summary>
    public Task<Comparison> CompareAsync(Snapshot from, Snapshot to, CancellationToken cancellationToken) =>
        GetAsync(
            $"{Key(from)}..{Key(to)}",
            () => CompareAsync(observations.ContentOf(from), observations.ContentOf(to)),
            found => found.Patch.Length + (found.Diff.Changes.Count * BytesPerChange),
            cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        kept.Dispose();
        computing.Dispose();
    }

    private async Task<T> GetAsync<T>(string key, Func<Task<T>> compute, Func<T, long> sizeOf, CancellationToken cancellationToken) where T : class
    {
        if (kept.Get(key) is T ready) return ready;

        await computing.WaitAsync(cancellationToken);
        try
        {
            if (kept.Get(key) is T made) return made; // by whoever had the turn before
            var fresh = await Task.Run(compute, cancellationToken);
            return kept.Set(key, fresh, new MemoryCacheEntryOptions { Size = sizeOf(fresh) });
        }
        finally
        {
            computing.Release();
        }
    }

    /// <remarks>Once begun it is ended, also when the client has gone: the next one finds it.</remarks>
    private static async Task<Comparison> CompareAsync(ReleaseContent from, ReleaseContent to)
    {
        var (diff, patch) = (await PlanDiff.CompareAsync(from, to), JsonPatch.Between(from, to));
        return new(diff, VersionDecision.Of(diff, patch.Count > 0), JsonPatch.ToBytes(patch));
    }

    /// <summary>The hash tells apart what was published under the same version in a store that was emptied meanwhile.</summary>
    private static string Key(Snapshot release) => $"{release.Release.Plan}@{release.Release.Version}#{release.Release.ManifestSha256}";
}
