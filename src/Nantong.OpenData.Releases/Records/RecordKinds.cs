using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The kinds of record of a release: the one list that tables, files, hashes, comparison and the store are made from.</summary>
public static class RecordKinds
{
    /// <summary>The source text: its name and hash.</summary>
    public static RecordKind Source { get; } = new("sources", "source");

    /// <summary>What is said about the plan as a whole.</summary>
    public static RecordKind Plan { get; } =
        new("plans", "plan")
        {
            Id = "/about/id",
            Editorial = ["/about"],
            Elsewhere = ["/about/indicators", "/about/categories", "/about/cumulativeNote", "/about/expect", "/about/headings", "/about/subjects"],
            Ids = ["/about/id"],
        };

    /// <summary>The text.</summary>
    public static RecordKind<Node> Node => NodeRecords.Kind;

    /// <summary>The rows of the indicator table.</summary>
    public static RecordKind<Indicator> Indicator => IndicatorRecords.Kind;

    /// <summary>The boxed project columns (专栏).</summary>
    public static RecordKind<Column> Column => ColumnRecords.Kind;

    /// <summary>The quantities and dated promises of the prose.</summary>
    public static RecordKind<Commitment> Commitment => CommitmentRecords.Kind;

    /// <summary>The digits that are no commitment.</summary>
    public static RecordKind<Exclusion> Exclusion => ExclusionRecords.Kind;

    /// <summary>The places that the plan names.</summary>
    public static RecordKind<Place> Place => PlaceRecords.Kind;

    /// <summary>The patterns in which the plan lays the city out.</summary>
    public static RecordKind<SpatialStructure> SpatialStructure => StructureRecords.Kind;

    /// <summary>What the rules of consistency found.</summary>
    public static RecordKind<Finding> Finding => FindingRecords.Kind;

    /// <summary>The known defects of the source.</summary>
    public static RecordKind<Erratum> Erratum => ErratumRecords.Kind;

    /// <summary>The observations of each indicator, counted and hashed: the release document has no more of them.</summary>
    public static RecordKind ObservationPart { get; } = new("observations", "observation-set") { Origin = RecordOrigin.Publisher, IsDigest = true };

    /// <summary>The values that somebody published beside the plan.</summary>
    public static RecordKind Observation { get; } =
        new("observation", "observation")
        {
            Origin = RecordOrigin.Publisher,
            Values = ["/value"],
            Follows = ["/missingReason"],
            Elsewhere = ["/unit"],
        };

    /// <summary>The files that a release is published as.</summary>
    public static RecordKind File { get; } = new("files", "file") { Origin = RecordOrigin.Form, Id = "/path" };

    /// <summary>Those that a release keeps, each in a table of its own, in the order of the bundle. A new kind is one more line here and a
    /// descriptor beside this file. Observations are not among them: there may be too many to hold.</summary>
    public static IReadOnlyList<KeptKind> Kept { get; } =
    [
        NodeRecords.Kind,
        IndicatorRecords.Kind,
        ColumnRecords.Kind,
        CommitmentRecords.Kind,
        ExclusionRecords.Kind,
        PlaceRecords.Kind,
        StructureRecords.Kind,
        FindingRecords.Kind,
        ErratumRecords.Kind,
    ];

    /// <summary>All that releases are compared by, in the order in which their changes are told.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [Source, Plan, .. Kept, ObservationPart, Observation, File];
}
