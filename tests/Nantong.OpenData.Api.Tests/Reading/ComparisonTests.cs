using System.Collections.Concurrent;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Tests.Reading;

/// <summary>Comparisons whose reading of observations a test holds.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ComparisonTests(ServedPlan served)
{
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource reading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<TimeSpan> charged = [];
    private int reads;

    [Fact]
    public async Task A_document_does_not_wait_for_a_comparison_and_a_pair_is_compared_once_for_all_who_ask()
    {
        var releases = await ReleasesAsync();
        using var comparisons = new ReleaseComparisons(Held);
        var first = comparisons.CompareAsync(releases[2], releases[1], charged.Add, CancellationToken.None);
        var second = comparisons.CompareAsync(releases[2], releases[1], charged.Add, CancellationToken.None);
        await reading.Task;

        Assert.NotNull(await comparisons.DocumentAsync(releases[0], CancellationToken.None));
        Assert.False(first.IsCompleted);
        gate.SetResult();
        Assert.Same(await first, await second);
        Assert.Same(await first, await comparisons.CompareAsync(releases[2], releases[1], charged.Add, CancellationToken.None));
        Assert.Equal(1, reads);
        Assert.Equal(2, charged.Count(took => took > TimeSpan.Zero)); // whoever waited, and not who found it made
    }

    [Fact]
    public async Task A_comparison_goes_on_while_anybody_waits_and_stops_when_all_have_gone()
    {
        var releases = await ReleasesAsync();
        using var comparisons = new ReleaseComparisons(Held);
        using CancellationTokenSource one = new(),
            other = new();
        var first = comparisons.CompareAsync(releases[2], releases[1], charged.Add, one.Token);
        var second = comparisons.CompareAsync(releases[2], releases[1], charged.Add, other.Token);
        await reading.Task;

        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(stopped.Task.IsCompleted);
        await other.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await stopped.Task;
    }

    [Fact]
    public async Task More_pairs_than_can_wait_are_refused()
    {
        using var work = new SharedWork<string>(1, mostWaiting: 2);
        var held = Enumerable
            .Range(0, 3)
            .Select(pair =>
                work.TryGetAsync(
                    $"{pair}",
                    async _ =>
                    {
                        await gate.Task;
                        return "done";
                    },
                    CancellationToken.None
                )
            )
            .ToArray();
        Assert.Null(await work.TryGetAsync("one more", _ => Task.FromResult("done"), CancellationToken.None));
        gate.SetResult();
        Assert.All(await Task.WhenAll(held), result => Assert.Equal("done", result));
        Assert.Equal("done", await work.TryGetAsync("one more", _ => Task.FromResult("done"), CancellationToken.None));
    }

    /// <summary>The content of a release, with observations that differ from those of every other and cannot be read before the gate opens.</summary>
    private ReleaseContent Held(Snapshot release)
    {
        ObservationPart part = new("urbanization-rate", 1, release.Release.ManifestSha256, []);
        return release.Content with { Observations = new ReleaseObservations([part], _ => ReadAsync()) };
    }

    private async IAsyncEnumerable<Observation> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (!gate.Task.IsCompleted)
            Interlocked.Increment(ref reads);
        reading.TrySetResult();
        using var stop = cancellationToken.Register(() => stopped.TrySetResult());
        await gate.Task.WaitAsync(cancellationToken);
        yield break;
    }

    /// <summary>The releases of the plan, newest first.</summary>
    private async Task<IReadOnlyList<Snapshot>> ReleasesAsync()
    {
        var loader = new SnapshotLoader(Store.Connect(served.ConnectionString));
        return await Task.WhenAll((await loader.ReadReleasesAsync("urbanization-14fyp")).Select(release => loader.LoadAsync(release)));
    }
}
