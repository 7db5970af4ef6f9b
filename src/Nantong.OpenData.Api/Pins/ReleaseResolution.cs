using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Pins;

/// <summary>Finds the release that <c>{plan}[@version][?asOf=]</c> means before a handler runs, or says why there is none.</summary>
internal static class ReleaseResolution
{
    /// <summary>Puts the release on the request: whatever is published meanwhile, the answer is of this release alone.</summary>
    public static RequestDelegate Resolve(RequestDelegate next, Snapshots snapshots) =>
        async context =>
        {
            if (context.GetRouteValue("plan") is not string named)
            {
                await next(context);
                return;
            }

            var address = Address.Of(context);
            var ofHistory = context.GetEndpoint()?.Metadata.GetMetadata<OfHistory>() is not null;
            var (release, refusal) = await FindAsync(named, address, ofHistory, snapshots, context);
            if (release is null)
            {
                await refusal!.ExecuteAsync(context);
                return;
            }

            Deprecations.Announce(context.Response, release.Entry, address);
            Memento.Announce(context, release);
            context.Features.Set(release);
            await next(context);
        };

    private static async ValueTask<(PinnedRelease? Release, Problem? Refusal)> FindAsync(
        string named,
        Address address,
        bool ofHistory,
        Snapshots snapshots,
        HttpContext context
    )
    {
        var (plan, version) = named.Split('@', 2) is [var id, var behind] ? (id, behind) : (named, null);
        var pin = VersionPin.Latest;
        if (version is not null && !VersionPin.TryParse(version, out pin))
            return (null, Problems.InvalidVersion(version));

        while (true)
        {
            var (history, movedAt, doubts) = (snapshots.Releases(plan), snapshots.MovedAt(plan), snapshots.Doubts(plan));
            if (!Meant(history, pin, address.Query).Try(out var meant, out var error))
                return (null, Problems.Invalid(error));
            if (!address.Query.ContainsKey(PointInTime.AsOf) && !Memento.Find(history, pin, context.Request).Try(out meant, out error))
                return (null, Problems.Invalid(error));

            var answer = await Timeouts.WithinAsync(snapshots.FindAsync(plan, meant, context.RequestAborted), context.RequestAborted);
            if (ofHistory && answer is SnapshotAnswer.Withdrawn gone)
                answer = await Timeouts.WithinAsync(snapshots.ProveAsync(gone, context.RequestAborted), context.RequestAborted);
            if (!ReferenceEquals(history, snapshots.Releases(plan)))
                continue; // the plan moved in between: look again, so that list and release are of one moment
            return answer switch
            {
                SnapshotAnswer.Found { Snapshot: var found, PassedOver: var damaged } => (
                    new PinnedRelease(Current(history, found.Release), history, found, movedAt, pin, address)
                    {
                        PassedOver = meant.Exact is null ? damaged : null,
                        Doubts = doubts,
                        LooksBack = meant != pin,
                    },
                    null
                ),
                SnapshotAnswer.Withdrawn { Release: var withdrawn } when ofHistory => (
                    new PinnedRelease(withdrawn, history, null, movedAt, pin, address) { Doubts = doubts },
                    null
                ),
                _ => (null, Problems.Of(Successors.Led(history, answer), plan, version)),
            };
        }
    }

    /// <summary>A pin, or the exact one that a moment makes of it.</summary>
    private static Parsed<VersionPin> Meant(IReadOnlyList<ReleaseEntry> history, VersionPin pin, IReadOnlyDictionary<string, string> query)
    {
        const string rule = "a date (2026-01-05, its end in UTC) or a date-time with its offset (2026-01-05T08:00:00Z, the end of that second)";
        if (!query.TryGetValue(PointInTime.AsOf, out var text))
            return pin;
        if (pin.Exact is not null)
            return new Unreadable(PointInTime.AsOf, text, "absent where the address names an exact release");
        if (!PointInTime.Parse(PointInTime.AsOf, text, PointInTime.Side.End, rule).Try(out var moment, out var error))
            return error;
        if (history.LastOrDefault(release => pin.Covers(release.Version)) is not { } first)
            return pin; // whoever looks for it says what is known

        return PointInTime.Find(history, pin, moment) is { Version: var version }
            ? new VersionPin(version.Major, version.Minor, version.Patch)
            : new Unreadable(
                PointInTime.AsOf,
                text,
                $"a moment at which a release was published: the first one was on {first.PublishedAt?.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"
            );
    }

    /// <summary>The entry as it is known now: a release in memory may have been deprecated since it was loaded.</summary>
    private static ReleaseEntry Current(IReadOnlyList<ReleaseEntry> history, ReleaseEntry loaded) =>
        history.FirstOrDefault(release => release.Version == loaded.Version)?.WithHeadOf(loaded) ?? loaded;
}
