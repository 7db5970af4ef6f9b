using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>Two releases compared: what a reader is told, and every byte.</summary>
/// <param name="Diff">The changes.</param>
/// <param name="Decision">The smallest bump that they allow, and why.</param>
/// <param name="Patch">The JSON Patch that turns the document of one release into that of the other.</param>
internal sealed record Comparison(ReleaseDiff Diff, VersionDecision Decision, byte[] Patch);

/// <summary>What is computed from whole releases, kept while there is room: releases never change, so neither do their documents and
/// differences.</summary>
/// <remarks>Documents do not wait for comparisons. These have a thread of their own, one after the other, so that other requests have
/// theirs.</remarks>
/// <param name="contentOf">What a release is compared by.</param>
internal sealed class ReleaseComparisons(Func<Snapshot, ReleaseContent> contentOf) : IDisposable
{
    private const long Room = 16 * 1024 * 1024; // bytes, for documents and for comparisons each
    private const int BytesPerChange = 2_000; // a change with its sentences, roughly
    private const int DocumentsAtOnce = 2;
    private const int ComparisonsWaiting = 16;

    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly MemoryCache compared = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly SharedWork<byte[]> writing = new(DocumentsAtOnce, mostWaiting: 64);
    private readonly SharedWork<Made> comparing = new(1, ComparisonsWaiting);

    /// <summary>The document of a release: all its records in one JSON object, its observations as numbers and hashes. It is what patches apply
    /// to. Null when too many are asked for.</summary>
    public async Task<byte[]?> DocumentAsync(Snapshot release, CancellationToken cancellationToken)
    {
        var key = Key(release);
        if (documents.Get(key) is byte[] ready)
            return ready;
        return await writing.TryGetAsync(key, WriteAsync, cancellationToken);

        Task<byte[]> WriteAsync(CancellationToken stop) =>
            Task.Run(
                () =>
                {
                    var document = JsonPatch.Document(release.Content);
                    return documents.Set(key, document, new MemoryCacheEntryOptions { Size = document.Length });
                },
                stop
            );
    }

    /// <summary>What turns one release into another, whichever is the earlier. It stops when nobody waits for it any more. Null when too many
    /// pairs wait already.</summary>
    /// <param name="from">The one release.</param>
    /// <param name="to">The other.</param>
    /// <param name="charge">Told for how long the caller had it made, unless it was known already: not longer than the caller waited, and not
    /// longer than it took.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Comparison?> CompareAsync(Snapshot from, Snapshot to, Action<TimeSpan> charge, CancellationToken cancellationToken)
    {
        var key = $"{Key(from)}..{Key(to)}";
        if (compared.Get(key) is Comparison ready)
            return ready;
        var asked = Stopwatch.GetTimestamp();
        var took = TimeSpan.MaxValue; // who hangs up had it made for as long as that
        try
        {
            var made = await comparing.TryGetAsync(key, stop => QuietThread.RunAsync(() => CompareAsync(key, from, to, stop)), cancellationToken);
            took = made?.Took ?? TimeSpan.Zero;
            return made?.Found;
        }
        finally
        {
            var waited = Stopwatch.GetElapsedTime(asked);
            charge(took < waited ? took : waited);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        writing.Dispose();
        comparing.Dispose();
        documents.Dispose();
        compared.Dispose();
    }

    private async Task<Made> CompareAsync(string key, Snapshot before, Snapshot after, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var (from, to) = (contentOf(before), contentOf(after));
        var diff = await PlanDiff.CompareAsync(from, to, stop);
        stop.ThrowIfCancellationRequested();
        var patch = JsonPatch.Between(from, to);
        var found = new Comparison(diff, VersionDecision.Of(diff, patch.Count > 0), JsonPatch.ToBytes(patch));
        compared.Set(key, found, new MemoryCacheEntryOptions { Size = found.Patch.Length + (found.Diff.Changes.Count * BytesPerChange) });
        return new Made(found, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>The hash tells apart what was published under the same version in a store that was emptied meanwhile.</summary>
    private static string Key(Snapshot release) => $"{release.Release.Plan}@{release.Release.Version}#{release.Release.ManifestSha256}";

    /// <summary>A comparison for those who waited, and how long it took.</summary>
    private sealed record Made(Comparison Found, TimeSpan Took);
}
