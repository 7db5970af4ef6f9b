using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Jobs;

/// <summary>Computes the aggregates of every plan's latest release from its stored rows, and those that older releases lack. Does nothing where they
/// are up to date.</summary>
public sealed class RebuildAggregates(Snapshots snapshots, AggregateTable store, RebuildAggregates.Watch? watch = null)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "RebuildAggregates";

    /// <summary>Every ten minutes.</summary>
    public const string Schedule = "0 */10 * * * *";

    private const int ProvenAtOnce = 2; // releases whose figures are there and are computed again, for each plan and run

    /// <summary>Told of the latest releases when their aggregates may have changed.</summary>
    /// <param name="latest">The latest release of each plan.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public delegate Task Watch(IReadOnlyList<Snapshot> latest, CancellationToken cancellationToken);

    private readonly Dictionary<(string Plan, ReleaseVersion Version), string[]> proven = [];

    /// <summary>The work as a job.</summary>
    public Job Job => new(Name, new(Schedule), RunAsync);

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await snapshots.RefreshAsync(cancellationToken); // a job may run before the first poll
        var latest = snapshots.Latest;
        List<string> problems = snapshots.Condition.Problem is { } problem ? [problem] : [];
        var written = 0;
        foreach (var release in latest.Select(snapshot => snapshot.Release))
        {
            try
            {
                written += await store.RebuildAsync(release.Plan, release.Version, cancellationToken);
                written += await CompleteOlderAsync(release, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is { } reason)
            {
                problems.Add($"{release.Plan}: {reason}"); // one damaged plan does not keep the others from their figures; its own stay, marked stale
            }
        }

        if (watch is not null)
            await watch(latest, cancellationToken);
        var outcome = $"{written} aggregates written; plans looked at: {latest.Count}.";
        return problems is [] ? outcome : throw new JobFailedException($"{outcome} {string.Join(' ', problems)}");
    }

    /// <summary>
    /// A release that was followed by the next one before its figures were computed still gets them: readers may have pinned it.
    /// Those that have them are computed again once in the life of the process, and when anything of them was written since: a row can be forged
    /// together with its hash.
    /// </summary>
    private async Task<int> CompleteOlderAsync(ReleaseEntry latest, CancellationToken cancellationToken)
    {
        var (written, computed) = (0, 0);
        foreach (
            var older in snapshots
                .Releases(latest.Plan)
                .Where(release => release.Version != latest.Version && release.Status is not ReleaseStatus.Withdrawn)
        )
        {
            var key = (older.Plan, older.Version);
            var stored = await store.ReadAsync(older.Plan, older.Version, cancellationToken);
            if (
                stored.Count == AggregateRecipe.All.Count
                && (proven.GetValueOrDefault(key)?.SequenceEqual(stored.Select(Tell)) is true || computed++ >= ProvenAtOnce)
            )
                continue;
            written += await store.RebuildAsync(older.Plan, older.Version, cancellationToken);
            proven[key] = [.. (await store.ReadAsync(older.Plan, older.Version, cancellationToken)).Select(Tell)];
        }

        return written;
    }

    private static string Tell(StoredAggregate stored) => Hashes.OfRecord(stored.Aggregate, RecordJson.Line.Aggregate);
}
