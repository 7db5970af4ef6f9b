using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases;

/// <summary>What a release says, kind by kind: its text, indicators and columns, and what was read out of the prose, found in it, or noted about it.
/// Observations are not among them: there may be too many to hold.</summary>
public sealed class ReleaseFacts
{
    private readonly IReadOnlyDictionary<KeptKind, IReadOnlyList<object>> records;

    private ReleaseFacts(IReadOnlyList<KeptKind> kinds, IReadOnlyDictionary<KeptKind, IReadOnlyList<object>> records) =>
        (Kinds, this.records) = (kinds, records);

    /// <summary>None of any kind.</summary>
    public static ReleaseFacts None { get; } = new(RecordKinds.Kept, new Dictionary<KeptKind, IReadOnlyList<object>>());

    /// <summary>The kinds that the release keeps.</summary>
    public IReadOnlyList<KeptKind> Kinds { get; }

    /// <summary>The text, node by node in reading order, without children.</summary>
    public IReadOnlyList<Node> Nodes => Of(RecordKinds.Node);

    /// <summary>The indicators, in printed order.</summary>
    public IReadOnlyList<Indicator> Indicators => Of(RecordKinds.Indicator);

    /// <summary>The columns (专栏), in printed order.</summary>
    public IReadOnlyList<Column> Columns => Of(RecordKinds.Column);

    /// <summary>The quantities and dated promises of the prose, in reading order.</summary>
    public IReadOnlyList<Commitment> Commitments => Of(RecordKinds.Commitment);

    /// <summary>The digits that are no commitment, in reading order.</summary>
    public IReadOnlyList<Exclusion> Exclusions => Of(RecordKinds.Exclusion);

    /// <summary>The places that the plan names, in the order of the gazetteer.</summary>
    public IReadOnlyList<Place> Places => Of(RecordKinds.Place);

    /// <summary>The patterns in which the plan lays the city out, in the order of the gazetteer.</summary>
    public IReadOnlyList<SpatialStructure> SpatialStructures => Of(RecordKinds.SpatialStructure);

    /// <summary>What the rules of consistency found, agreements included.</summary>
    public IReadOnlyList<Finding> Findings => Of(RecordKinds.Finding);

    /// <summary>The known defects of the source.</summary>
    public IReadOnlyList<Erratum> Errata => Of(RecordKinds.Erratum);

    /// <summary>What a plan says.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="kinds">The kinds that are kept; null for <see cref="RecordKinds.Kept"/>.</param>
    public static ReleaseFacts Of(Plan plan, IReadOnlyList<KeptKind>? kinds = null)
    {
        kinds ??= RecordKinds.Kept;
        return new ReleaseFacts(kinds, kinds.ToDictionary(kind => kind, kind => kind.RecordsOf(plan)));
    }

    /// <summary>The records of a kind; none in a release that was published before there was such a kind.</summary>
    public IReadOnlyList<T> Of<T>(RecordKind<T> kind)
        where T : class => records.TryGetValue(kind, out var some) ? (IReadOnlyList<T>)some : [];

    /// <summary>The same with the records of a kind.</summary>
    public ReleaseFacts With<T>(RecordKind<T> kind, IReadOnlyList<T> some)
        where T : class =>
        new(Kinds.Contains(kind) ? Kinds : [.. Kinds, kind], new Dictionary<KeptKind, IReadOnlyList<object>>(records) { [kind] = some });
}
