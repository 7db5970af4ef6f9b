using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans;

/// <summary>All that could be read of a plan's files, and all that was found wrong with them: what <c>opendata check</c> shows.</summary>
public sealed record PlanReading
{
    /// <summary>The plan; null where a fault keeps it from being published.</summary>
    public Plan? Plan { get; init; }

    /// <summary>What <c>plan.json</c> says; null where it cannot be read.</summary>
    public PlanDescription? About { get; init; }

    /// <summary>The source; null where it cannot be read.</summary>
    public SourceText? Source { get; init; }

    /// <summary>The nodes as far as they were read.</summary>
    public IReadOnlyList<Node> Nodes { get; init; } = [];

    /// <summary>The indicators as far as they were read.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>The boxes as far as they were read.</summary>
    public IReadOnlyList<Column> Columns { get; init; } = [];

    /// <summary>The commitments and exclusions as far as they were read.</summary>
    public CommitmentReading Facts { get; init; } = new([], []);

    /// <summary>The places as far as they were read.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>The lines that the layout leaves out.</summary>
    public IReadOnlyList<IgnoredLine> Ignored { get; init; } = [];

    /// <summary>What keeps the plan from being published.</summary>
    public required Faults Faults { get; init; }

    /// <summary>What an editor should look at.</summary>
    public required Faults Warnings { get; init; }
}
