using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>The release that a request is answered from, and how the request named it.</summary>
internal sealed class PinnedRelease(Snapshot snapshot, VersionPin pin, Address address)
{
    /// <summary>The release in memory.</summary>
    public Snapshot Snapshot => snapshot;

    /// <summary>The address of the request.</summary>
    public Address Address => address;

    /// <summary>True when the request named exactly one release, so that its answer can never change.</summary>
    public bool Exact => pin.Exact is not null;

    /// <summary>Path of the plan at exactly this release.</summary>
    public string Root { get; } = $"/v1/plans/{snapshot.Release.Plan}@{snapshot.Release.Version}";

    /// <summary>What follows the plan in the path of the request.</summary>
    public string Below { get; } = address.Path.Split('/', 5) is [_, _, _, _, var below] ? new PathString($"/{below}".TrimEnd('/')).ToUriComponent() : "";

    /// <summary>The request's resource at exactly this release.</summary>
    public string Permalink => address.Href(Root + Below + address.Selection);

    /// <summary>An absolute link below the plan at exactly this release.</summary>
    public string Href(string below = "") => address.Href(Root + below);

    /// <summary>An absolute link below the plan, at whatever its latest release is.</summary>
    public string LatestHref(string below) => address.Href($"/v1/plans/{snapshot.Release.Plan}{below}");

    /// <summary>Gives a handler the release that <see cref="Resolve"/> found.</summary>
    public static ValueTask<PinnedRelease> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.GetRequired<PinnedRelease>());

    /// <summary>Finds the release that <c>{plan}[@version]</c> means before a handler runs, or says why there is none.</summary>
    public static RequestDelegate Resolve(RequestDelegate next, Snapshots snapshots) => async context =>
    {
        if (context.GetRouteValue("plan") is not string named)
        {
            await next(context);
            return;
        }

        var (plan, version) = named.Split('@', 2) is [var id, var behind] ? (id, behind) : (named, null);
        var pin = VersionPin.Latest;
        if (version is not null && !VersionPin.TryParse(version, out pin))
        {
            await Problems.InvalidVersion(version).ExecuteAsync(context);
            return;
        }

        var answer = await snapshots.FindAsync(plan, pin, context.RequestAborted);
        if (answer is SnapshotAnswer.Found found)
        {
            context.Features.Set(new PinnedRelease(found.Snapshot, pin, Address.Of(context)));
            await next(context);
            return;
        }

        await Refusal(answer, plan, version).ExecuteAsync(context);
    };

    private static Problem Refusal(SnapshotAnswer answer, string plan, string? version) => answer switch
    {
        SnapshotAnswer.NoSuchPlan { Known: [] } => Problems.StoreUnavailable(Problems.NothingYet),
        SnapshotAnswer.NoSuchPlan { Known: var known } => Problems.UnknownPlan(plan, known),
        SnapshotAnswer.NoSuchRelease { Known: var known } => Problems.UnknownRelease(plan, version ?? "", known),
        SnapshotAnswer.Withdrawn { Release: var release } => Problems.Withdrawn(release),
        SnapshotAnswer.Unavailable { Reason: var reason } => Problems.StoreUnavailable(reason),
        _ => throw new InvalidOperationException($"{answer.GetType()} is not an answer that a request can get"),
    };
}
