using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary>A release in one JSON document: <c>bundle.json</c>.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Release">The release.</param>
/// <param name="About">What the editors say about the plan, with authority and licence.</param>
/// <param name="TitleBlock">The notice that issues it.</param>
/// <param name="Nodes">Its text, node by node in reading order.</param>
/// <param name="Indicators">The rows of table 1.</param>
/// <param name="Columns">The boxed project columns.</param>
/// <param name="Commitments">The quantities and dated promises of the prose.</param>
/// <param name="Exclusions">The numbers of the prose that are no commitment.</param>
/// <param name="Places">The places that the plan names.</param>
/// <param name="Structures">The spatial patterns.</param>
/// <param name="Findings">What the rules of consistency found.</param>
/// <param name="Errata">The known defects of the source.</param>
/// <param name="Observations">The observed values.</param>
public sealed record Bundle(
    string Plan,
    ReleaseVersion Release,
    PlanDescription About,
    TitleBlock TitleBlock,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<Exclusion> Exclusions,
    IReadOnlyList<Place> Places,
    IReadOnlyList<SpatialStructure> Structures,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Erratum> Errata,
    IReadOnlyList<Observation> Observations
)
{
    /// <summary>Its file name.</summary>
    public const string Path = "bundle.json";

    /// <summary>Everything of a plan.</summary>
    internal static Bundle Of(Plan plan, ReleaseVersion version) =>
        new(
            plan.About.Id,
            version,
            plan.About,
            plan.TitleBlock,
            plan.Nodes,
            plan.Indicators,
            plan.Columns,
            plan.Commitments,
            plan.Exclusions,
            plan.Places,
            plan.SpatialStructures,
            plan.Findings,
            plan.Errata,
            plan.Observations
        );
}
