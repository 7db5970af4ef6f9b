using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>The rows of a release that aggregates are computed from, as read back from the store.</summary>
/// <param name="Release">The release.</param>
/// <param name="Nodes">Its nodes, in reading order.</param>
/// <param name="Indicators">Its indicators, in printed order.</param>
/// <param name="Columns">Its columns (专栏), in printed order.</param>
/// <param name="Facts">What was read out of its prose.</param>
public sealed record AggregateInputs(
    ReleaseVersion Release,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Column> Columns,
    ReleaseFacts Facts
)
{
    /// <summary>What was observed for the city as a whole; the other observations are not needed here.</summary>
    public IReadOnlyList<Observation> Observed { get; init; } = [];

    /// <summary>Number and hash of all its observations.</summary>
    public TableEntry Observations { get; init; } = Hashes.Observations([]);
}

/// <summary>How one aggregate is computed. Pure: the same rows give the same figures.</summary>
/// <param name="Id">Stable slug of the aggregate.</param>
/// <param name="Compute">Computes it.</param>
public sealed record AggregateRecipe(string Id, Func<AggregateInputs, Aggregate> Compute)
{
    /// <summary>Code of a row that sums up all others, as SDMX writes it.</summary>
    internal const string Total = "_T";

    /// <summary>Every aggregate, in id order. A new one adds a line here and a file beside this one.</summary>
    public static IReadOnlyList<AggregateRecipe> All { get; } =
    [
        new(Attainment.Id, Attainment.Compute),
        new(ColumnFigures.Id, ColumnFigures.Compute),
        new(CommitmentCounts.ChapterId, CommitmentCounts.ByChapter),
        new(CommitmentCounts.DeadlineId, CommitmentCounts.ByDeadline),
        new(CommitmentCounts.KindId, CommitmentCounts.ByKind),
        new(CommitmentCounts.UnitId, CommitmentCounts.ByUnit),
        new(IndicatorsByCategory.Id, IndicatorsByCategory.Compute),
        new(PlacesByChapter.Id, PlacesByChapter.Compute),
        new(RequiredChange.Id, RequiredChange.Compute),
        new(TextByChapter.Id, TextByChapter.Compute),
        new(TextByChapter.SectionsId, TextByChapter.ComputeSections),
    ];

    /// <summary>Name of the row that sums up all others.</summary>
    internal static Label TotalLabel { get; } = new("合计", "Total");
}
