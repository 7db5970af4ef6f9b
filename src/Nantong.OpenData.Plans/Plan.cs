using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans;

/// <summary>A parsed plan: its text as nodes, its indicators and columns as data, its source whole.</summary>
/// <param name="About">What <c>plan.json</c> says about the plan.</param>
/// <param name="TitleBlock">The notice that issues it.</param>
/// <param name="Source">The source text.</param>
/// <param name="Nodes">Every node, in reading order.</param>
/// <param name="Indicators">The rows of table 1, in printed order.</param>
/// <param name="Columns">The boxed project columns (专栏), in printed order.</param>
/// <param name="Errata">The known defects of the source, applied or not: those of <c>errata.json</c>, then the page breaks that were closed.</param>
public sealed record Plan(
    PlanDescription About,
    TitleBlock TitleBlock,
    SourceText Source,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Erratum> Errata
)
{
    /// <summary>The quantities and dated promises of the prose, in reading order.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>The digits of the text that are no commitment, each with its reason, in reading order.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>The places that the plan names, in the order of <c>places.json</c>; empty when that file was not given.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>The patterns in which the plan lays the city out, in the order of <c>places.json</c>.</summary>
    public IReadOnlyList<SpatialStructure> SpatialStructures { get; init; } = [];

    /// <summary>What the rules of consistency found, agreements included.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The lines of the source that the layout leaves out of the text, in order.</summary>
    public IReadOnlyList<IgnoredLine> Ignored { get; init; } = [];

    /// <summary>What an editor should look at: guesses, and what no rule knows. None of it keeps the plan from being published.</summary>
    public Faults Warnings { get; init; } = new();

    /// <summary>The files that it was read from.</summary>
    public IReadOnlyList<PlanFile> Files { get; init; } = [];

    /// <summary>The observations that the plan itself states, with those that were published beside it; in the order of
    /// <see cref="ObservationOrder"/>.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];
}

/// <summary>The notice that issues the plan, as printed.</summary>
/// <param name="NoticeTitle">Title of the notice, verbatim.</param>
/// <param name="DocumentNumber">Document number: <c>通政办发〔2021〕70号</c>.</param>
/// <param name="Addressees">Whom the notice is addressed to.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Issued">Date of issue.</param>
/// <param name="Publicity">The publicity remark, without brackets: <c>此件公开发布</c>.</param>
/// <param name="Title">Title of the plan itself.</param>
public sealed record TitleBlock(
    string NoticeTitle,
    string DocumentNumber,
    string Addressees,
    string Issuer,
    DateOnly Issued,
    string Publicity,
    string Title
);
