using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Polling;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>How the process feels.</summary>
/// <param name="Status"><c>alive</c>; or <c>ready</c>, <c>degraded</c> when it answers from memory while the store is away, or
/// <c>damaged</c> when something stored is broken, or the last verification failed, and the rest is served.</param>
/// <param name="Detail">Why it is degraded or damaged, for an operator; null otherwise.</param>
public sealed record HealthReport(string Status, string? Detail);

internal static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Service").Offers(Format.OfData);
        health.MapMethods("/live", Verbs.Read, Live).Named("getLiveness", "Is the process alive?");
        health.MapMethods("/ready", Verbs.Read, Ready).Named("getReadiness", "Can it answer with data?");
    }

    private static ServiceAnswer<HealthReport> Live() => new(new("alive", null), Wire.Json.HealthReport, CacheRule.Never);

    private static Results<ServiceAnswer<HealthReport>, Problem> Ready(
        Snapshots snapshots,
        StoreWatch watch,
        KnownDamage damage,
        LastVerification verification
    ) =>
        (snapshots.Latest, watch.Condition) switch
        {
            ([], { Problem: var problem }) => Problems.StoreUnavailable(problem ?? Problems.NothingYet),
            (_, { Reachable: true }) when damage.All is [var first, ..] => new ServiceAnswer<HealthReport>(
                new("damaged", $"{first.Release}: {first.Where}: {LogRedaction.Keep(first.What)}"),
                Wire.Json.HealthReport,
                CacheRule.Never
            ),
            (_, { Reachable: true }) when verification.Failure is { } failed => new ServiceAnswer<HealthReport>(
                new("damaged", $"The last verification failed: {LogRedaction.Keep(failed.Outcome)}"),
                Wire.Json.HealthReport,
                CacheRule.Never
            ),
            (_, { Reachable: true }) => new ServiceAnswer<HealthReport>(new("ready", null), Wire.Json.HealthReport, CacheRule.Never),
            (_, { Problem: var problem }) => new ServiceAnswer<HealthReport>(new("degraded", problem), Wire.Json.HealthReport, CacheRule.Never),
        };
}
