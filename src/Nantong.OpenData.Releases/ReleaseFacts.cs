using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Releases;

/// <summary>What a release says beyond text, indicators and columns: what was read out of the prose, found in it, or noted about it. Observations are
/// not among them: there may be too many to hold.</summary>
public sealed record ReleaseFacts
{
    /// <summary>None: a release that was published before there were facts.</summary>
    public static ReleaseFacts None { get; } = new();

    /// <summary>The quantities and dated promises of the prose, in reading order.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>The digits that are no commitment, in reading order.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>The places that the plan names, in the order of the gazetteer.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>The patterns in which the plan lays the city out, in the order of the gazetteer.</summary>
    public IReadOnlyList<SpatialStructure> SpatialStructures { get; init; } = [];

    /// <summary>What the rules of consistency found, agreements included.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The known defects of the source.</summary>
    public IReadOnlyList<Erratum> Errata { get; init; } = [];

    /// <summary>The facts of a plan.</summary>
    public static ReleaseFacts Of(Plan plan) =>
        new()
        {
            Commitments = plan.Commitments,
            Exclusions = plan.Exclusions,
            Places = plan.Places,
            SpatialStructures = plan.SpatialStructures,
            Findings = plan.Findings,
            Errata = plan.Errata,
        };
}
