using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Polling;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Api.Site.Service;
using Nantong.OpenData.Jobs;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Aggregates;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>How the service is, now.</summary>
/// <param name="State"><c>ok</c>; <c>degraded</c> when it answers from memory while the store is away; <c>damaged</c> when something stored is
/// broken, or the last verification failed; <c>empty</c> when it has nothing to answer with.</param>
/// <param name="StartedAt">When this process started, in UTC.</param>
/// <param name="Store">What is known of the store.</param>
/// <param name="Plans">The latest release of each plan.</param>
/// <param name="Timers">The last runs of each timer.</param>
/// <param name="Damage">What is known to be broken in the store; empty when nothing is.</param>
public sealed record ServiceStatus(
    string State,
    DateTimeOffset StartedAt,
    StoreCondition Store,
    IReadOnlyList<PlanStatus> Plans,
    IReadOnlyList<TimerStatus> Timers,
    IReadOnlyList<DamageStatus> Damage
);

/// <summary>Something broken in the store.</summary>
/// <param name="Release">The release that it belongs to, or the plan.</param>
/// <param name="Where">The table, row or file.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Remedy">The command by which an operator mends it.</param>
public sealed record DamageStatus(string Release, string Where, string What, string Remedy);

/// <summary>What is served of a plan.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Latest">Its latest release.</param>
/// <param name="PublishedAt">When that was published, in UTC.</param>
/// <param name="Href">The plan at exactly this release.</param>
/// <param name="Aggregates">The figures that the plan has; null when the store cannot say.</param>
public sealed record PlanStatus(
    string Id,
    ReleaseVersion Latest,
    DateTimeOffset? PublishedAt,
    string Href,
    IReadOnlyList<AggregateStatus>? Aggregates
);

/// <summary>How current an aggregate is.</summary>
/// <param name="Id">Id of the aggregate.</param>
/// <param name="AsOfRelease">The release that it was computed from; null when it never was.</param>
/// <param name="BuiltAt">When, in UTC; null when it never was.</param>
/// <param name="Stale">True when it was not computed from the rows of the latest release.</param>
public sealed record AggregateStatus(string Id, ReleaseVersion? AsOfRelease, DateTimeOffset? BuiltAt, bool Stale);

/// <summary>What is known of a timer.</summary>
/// <param name="Name">Name of the timer.</param>
/// <param name="Schedule">Its NCRONTAB schedule, in UTC.</param>
/// <param name="NextDue">When it is due next, in UTC.</param>
/// <param name="LastRun">Its last run; null when it never ran or the store cannot say.</param>
/// <param name="LastSuccess">Its last successful run; null when there is none or the store cannot say.</param>
public sealed record TimerStatus(string Name, string Schedule, DateTimeOffset? NextDue, TimerRun? LastRun, TimerRun? LastSuccess);

internal static class Status
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    public static void Map(RouteGroupBuilder v1) =>
        v1.MapMethods("/status", Verbs.Read, GetAsync)
            .Named("getStatus", "State of store, releases and timers")
            .WithTags("Service")
            .WithMetadata(new Sends(["Vary", "Content-Language"])); // it warns when the store is away

    private static async Task<ServiceAnswer<ServiceStatus>> GetAsync(
        HttpContext context,
        Snapshots snapshots,
        StoreWatch watch,
        RunLog log,
        AggregateValues figures,
        JobList jobs,
        ProcessStart start,
        TimeProvider clock,
        KnownDamage known,
        CancellationToken cancellationToken
    )
    {
        var (address, condition, latest) = (Address.Of(context), watch.Condition, snapshots.Latest);
        var stored = condition.Reachable ? await ReadAsync(snapshots, latest, log, figures, jobs, cancellationToken) : null;
        var timers = jobs.All.Select(
            (timer, index) =>
                new TimerStatus(
                    timer.Name,
                    timer.Schedule.Expression,
                    timer.Schedule.NextAfter(clock.GetUtcNow()),
                    Publish(stored?.Runs[index].Last),
                    Publish(stored?.Runs[index].LastSuccess)
                )
        );
        var plans = latest
            .Select(snapshot => snapshot.Release)
            .Select(
                (release, index) =>
                    new PlanStatus(
                        release.Plan,
                        release.Version,
                        release.PublishedAt,
                        address.Href($"/v1/plans/{release.Plan}@{release.Version}"),
                        stored?.Aggregates[index]
                    )
            );
        var state = StateOf(
            latest,
            condition,
            known.All,
            stored?.Runs.Select(run => run.Last).FirstOrDefault(run => run?.Timer == VerifyReleases.Name)
        );
        var damage = known.All.Select(broken => new DamageStatus(
            broken.Release,
            broken.Where,
            LogRedaction.Keep(broken.What),
            $"opendata repair --plan {broken.Release.Split('@')[0]}"
        ));

        var status = new ServiceStatus(state, start.At, condition, [.. plans], [.. timers], [.. damage]);
        return new(status, Wire.Json.ServiceStatus, CacheRule.Never)
        {
            Page = view => StatusPage.Of(view, status, latest.ToDictionary(plan => plan.Release.Plan, plan => plan.Release.About.Title)),
            Warnings = stored is null ? [Silent(condition)] : [],
        };
    }

    private static string StateOf(IReadOnlyList<Snapshot> latest, StoreCondition condition, IReadOnlyList<Damage> damage, TimerRun? verified)
    {
        if (latest is [])
            return "empty";
        if (!condition.Reachable)
            return "degraded";
        return damage is not [] || verified is { Succeeded: false } ? "damaged" : "ok";
    }

    private static Warning Silent(StoreCondition store) =>
        new(
            "store-unavailable",
            $"{store.Problem ?? "The store did not answer in time."} The last runs of timers and the state of aggregates are not known."
        );

    private static TimerRun? Publish(TimerRun? run) => run is null ? null : run with { Outcome = LogRedaction.Keep(run.Outcome) };

    /// <summary>What only the store knows; null when it is away: a status document must come even then.</summary>
    private static async Task<StoredStatus?> ReadAsync(
        Snapshots snapshots,
        IReadOnlyList<Snapshot> latest,
        RunLog log,
        AggregateValues figures,
        JobList jobs,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var runs = Task.WhenAll(jobs.All.Select(timer => log.LastAsync(timer.Name, cancellationToken)));
            var aggregates = Task.WhenAll(
                latest.Select(snapshot => ReadAggregatesAsync(figures, snapshots.Releases(snapshot.Release.Plan), snapshot, cancellationToken))
            );
            await Task.WhenAll(runs, aggregates).WaitAsync(TimeLimit, cancellationToken);
            return new StoredStatus(await runs, await aggregates);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is not null)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<AggregateStatus>> ReadAggregatesAsync(
        AggregateValues figures,
        IReadOnlyList<ReleaseEntry> history,
        Snapshot latest,
        CancellationToken cancellationToken
    )
    {
        var stored = await AggregateHistory.ReadAsync(figures, history, latest.Release.Version, cancellationToken);
        return
        [
            .. from recipe in AggregateRecipe.All
            let found = stored.FirstOrDefault(known => known.Aggregate.Id == recipe.Id)
            select new AggregateStatus(
                recipe.Id,
                found?.Aggregate.AsOfRelease,
                found?.BuiltAt,
                found is null || Statistics.Aggregates.IsStale(found.Aggregate, latest.Release.Version)
            ),
        ];
    }

    private sealed record StoredStatus((TimerRun? Last, TimerRun? LastSuccess)[] Runs, IReadOnlyList<AggregateStatus>[] Aggregates);
}
