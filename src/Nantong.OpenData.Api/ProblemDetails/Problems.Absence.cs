using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Near = Nantong.OpenData.Api.Query.DidYouMean;

namespace Nantong.OpenData.Api.ProblemDetails;

// What is not there: a route, a plan, a release, a record, or the store itself.
internal static partial class Problems
{
    /// <summary>Why there is no data in a store that works.</summary>
    public const string NothingYet = "The store holds no published plan yet.";

    /// <summary>No route has this path.</summary>
    public static Problem UnknownRoute(string path, params IReadOnlyList<string> near) =>
        new(ProblemType.UnknownRoute, $"Nothing is at '{path}'.") { DidYouMean = near };

    /// <summary>No plan has this id.</summary>
    public static Problem UnknownPlan(string id, IReadOnlyList<string> known) => Missing(ProblemType.UnknownPlan, "plan", "plan", id, known);

    /// <summary>The plan has no such release.</summary>
    public static Problem UnknownRelease(string plan, string version, IReadOnlyList<ReleaseVersion> known, string parameter = "version") =>
        new(
            ProblemType.UnknownRelease,
            $"The plan '{plan}' has no release '{version}'.",
            new ProblemError("a published version", parameter, version, [.. known.Select(release => release.ToString())])
        );

    /// <summary>The release has no such thing.</summary>
    /// <param name="kind">What it would be.</param>
    /// <param name="id">The id that was asked for.</param>
    /// <param name="known">The ids that there are.</param>
    /// <param name="parameter">The part of the address that names it.</param>
    /// <param name="names">The names of what has an id, where people may have written one instead.</param>
    public static Problem NotFound(string kind, string id, IEnumerable<string> known, string parameter = "id", PlanNames? names = null)
    {
        string[] ids = [.. known];
        var missing = Missing(ProblemType.NotFound, kind, parameter, id, ids);
        var near = (names?.Find(id) ?? []).Where(ids.Contains).Concat(missing.DidYouMean);
        return missing with { DidYouMean = [.. near.Distinct().Take(3)] };
    }

    /// <summary>The release was withdrawn.</summary>
    public static Problem Withdrawn(ReleaseEntry release)
    {
        var plan = $"/v1/plans/{release.Plan}";
        Dictionary<string, string> paths = new() { ["release"] = $"{plan}/releases/{release.Version}", [VersionLinks.History] = $"{plan}/releases" };
        if (release.Note?.Replacement is { } version)
            paths["replacement"] = $"{plan}@{version}";
        return new(
            ProblemType.Withdrawn,
            $"Release {release.Version} of the plan '{release.Plan}' was withdrawn: {release.Note?.Reason ?? release.Message}"
        )
        {
            Note = release.Note,
            Paths = paths,
        };
    }

    /// <summary>A look for a release did not find it, and says why.</summary>
    public static Problem Of(SnapshotAnswer answer, string plan, string? version, string parameter = "plan") =>
        answer switch
        {
            SnapshotAnswer.NoSuchPlan { Known: [] } => StoreUnavailable(NothingYet),
            SnapshotAnswer.NoSuchPlan { Known: var known } => UnknownPlan(plan, known),
            SnapshotAnswer.NoSuchRelease { Known: var known } => UnknownRelease(plan, version ?? "", known, parameter),
            SnapshotAnswer.Withdrawn { Release: var release } => Withdrawn(release),
            SnapshotAnswer.Unavailable { Reason: var reason } => StoreUnavailable(reason),
            SnapshotAnswer.Damaged { Reason: var reason } => Damaged(plan, reason),
            _ => throw new InvalidOperationException($"{answer.GetType()} is not a refusal"),
        };

    /// <summary>The data is not in memory and cannot be read now; the reason is a sentence.</summary>
    public static Problem StoreUnavailable(string reason) =>
        new(ProblemType.StoreUnavailable, $"The data cannot be read now. {LogRedaction.Keep(reason)}") { RetryAfter = SoonAgain };

    /// <summary>A release is not what its manifest says: it is not served until it is mended.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="reason">What is damaged, in a sentence.</param>
    public static Problem Damaged(string plan, string reason) =>
        new(ProblemType.Damaged, $"The release cannot be proven whole and is not served. {LogRedaction.Keep(reason)}")
        {
            Paths = new Dictionary<string, string> { ["latest"] = $"/v1/plans/{plan}" },
            RetryAfter = SoonAgain,
        };

    private static Problem Missing(ProblemType type, string kind, string parameter, string id, IReadOnlyList<string> known) =>
        new(type, $"There is no {kind} '{id}'.", new ProblemError($"a known {kind}", parameter, id, known.Count <= 50 ? known : []))
        {
            DidYouMean = Near.Of(id, known),
        };
}
