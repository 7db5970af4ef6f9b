using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Timers;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Http;

/// <summary>How the service is, now.</summary>
/// <param name="State"><c>ok</c>; <c>degraded</c> when it answers from memory while the store is away; <c>empty</c> when it has nothing to answer with.</param>
/// <param name="StartedAt">When this process started, in UTC.</param>
/// <param name="Store">What is known of the store.</param>
/// <param name="Plans">The latest release of each plan.</param>
/// <param name="Timers">The last runs of each timer.</param>
public sealed record ServiceStatus(string State, DateTimeOffset StartedAt, StoreCondition Store, IReadOnlyList<PlanStatus> Plans, IReadOnlyList<TimerStatus> Timers);

/// <summary>What is served of a plan.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Latest">Its latest release.</param>
/// <param name="PublishedAt">When that was published, in UTC.</param>
/// <param name="Href">The plan at exactly this release.</param>
public sealed record PlanStatus(string Id, ReleaseVersion Latest, DateTimeOffset? PublishedAt, string Href);

/// <summary>What is known of a timer.</summary>
/// <param name="Name">Name of the timer.</param>
/// <param name="Schedule">Its NCRONTAB schedule, in UTC.</param>
/// <param name="NextDue">When it is due next, in UTC.</param>
/// <param name="LastRun">Its last run; null when it never ran or the store cannot say.</param>
/// <param name="LastSuccess">Its last successful run; null when there is none or the store cannot say.</param>
public sealed record TimerStatus(string Name, string Schedule, DateTimeOffset? NextDue, TimerRun? LastRun, TimerRun? LastSuccess);

internal static class Status
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly Warning StoreSilent = new("store-unavailable", "The store does not answer; the last runs of timers are not known.");

    public static void Map(RouteGroupBuilder v1) =>
        v1.MapMethods("/status", Verbs.Read, GetAsync).Named("getStatus", "State of store, releases and timers").WithTags("Service");

    private static async Task<ServiceAnswer<ServiceStatus>> GetAsync(
        HttpContext context, Snapshots snapshots, AggregateStore store, TimerSchedules schedules, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (address, condition) = (Address.Of(context), snapshots.Condition);
        var runs = condition.Reachable ? await ReadRunsAsync(store, schedules, cancellationToken) : null;
        var timers = schedules.All.Select((timer, index) => new TimerStatus(
            timer.Name, timer.Schedule, timer.NextAfter(clock.GetUtcNow()), runs?[index].Last, runs?[index].LastSuccess));
        var plans = snapshots.Latest.Select(snapshot => snapshot.Release).Select(release => new PlanStatus(
            release.Plan, release.Version, release.PublishedAt, address.Href($"/v1/plans/{release.Plan}@{release.Version}"))).ToArray();
        var state = plans is [] ? "empty" : condition.Reachable ? "ok" : "degraded";

        return new(new(state, schedules.StartedAt, condition, plans, [.. timers]), Wire.Json.ServiceStatus, CacheRule.Never)
        {
            Warnings = runs is null ? [StoreSilent] : [],
        };
    }

    /// <summary>The last runs of every timer; null when the store is away: a status document must come even then.</summary>
    private static async Task<(TimerRun? Last, TimerRun? LastSuccess)[]?> ReadRunsAsync(
        AggregateStore store, TimerSchedules schedules, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.WhenAll(schedules.All.Select(timer => store.LastRunsAsync(timer.Name, cancellationToken))).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is not null)
        {
            return null;
        }
    }
}
