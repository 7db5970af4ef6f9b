using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The tabular datasets of a release. A new one is one more property here, with its fields in a file of its own, and one more line in
/// <see cref="ReleaseTables"/>.</summary>
/// <param name="version">The release; it stands in every row.</param>
public sealed class Datasets(ReleaseVersion version)
{
    private static RecordJsonContext Line => RecordJson.Line;

    private static RecordJsonContext Indented => RecordJson.Indented;

    /// <summary>The indicators of table 1, one row each, nested fields flattened.</summary>
    public Dataset<Indicator> Indicators { get; } =
        Dataset<Indicator>.Of("indicators", new("主要指标", "Indicators"), IndicatorFields.All, Line.Indicator, Indented.DocumentIndicator, version);

    /// <summary>The observed values, one row each, with the unit of their indicator.</summary>
    public Dataset<Observation> Observations { get; } =
        Dataset<Observation>.Of(
            "observations",
            new("观测值", "Observations"),
            ObservationFields.All,
            Line.Observation,
            Indented.DocumentObservation,
            version
        );

    /// <summary>The body paragraphs, one row each.</summary>
    public Dataset<Node> Paragraphs { get; } =
        Dataset<Node>.Of("paragraphs", new("正文段落", "Paragraphs"), ParagraphFields.All, Line.Node, Indented.DocumentNode, version);

    /// <summary>The boxed project columns (专栏): one row per item, the column's own fields repeated.</summary>
    public Dataset<Column> Columns { get; } =
        Dataset<Column>.Of(
            "columns",
            new("专栏", "Project columns"),
            ColumnFields.Rows,
            ColumnFields.All,
            Line.Column,
            Indented.DocumentColumn,
            version
        );

    /// <summary>The quantities and dated promises of the prose, one row each.</summary>
    public Dataset<Commitment> Commitments { get; } =
        Dataset<Commitment>.Of(
            "commitments",
            new("正文中的数量与承诺", "Commitments"),
            CommitmentFields.All,
            Line.Commitment,
            Indented.DocumentCommitment,
            version
        );

    /// <summary>The numbers of the prose that are no commitment, one row each.</summary>
    public Dataset<Exclusion> Exclusions { get; } =
        Dataset<Exclusion>.Of(
            "exclusions",
            new("未计入的数字", "Exclusions"),
            ExclusionFields.All,
            Line.Exclusion,
            Indented.DocumentExclusion,
            version
        );

    /// <summary>The places that the plan names, one row each; where it names them stands in the JSON lines.</summary>
    public Dataset<Place> Places { get; } =
        Dataset<Place>.Of("places", new("地名", "Places"), PlaceFields.All, Line.Place, Indented.DocumentPlace, version);

    /// <summary>The spatial patterns: one row per member, and one for a pattern whose members the plan does not list.</summary>
    public Dataset<SpatialStructure> Structures { get; } =
        Dataset<SpatialStructure>.Of(
            "structures",
            new("空间格局", "Spatial patterns"),
            StructureFields.Rows,
            StructureFields.All,
            Line.SpatialStructure,
            Indented.DocumentSpatialStructure,
            version
        );

    /// <summary>The known defects of the source, one row each.</summary>
    public Dataset<Erratum> Errata { get; } =
        Dataset<Erratum>.Of("errata", new("勘误", "Errata"), ErratumFields.All, Line.Erratum, Indented.DocumentErratum, version);

    /// <summary>What the rules of consistency found: one row per side of a finding.</summary>
    public Dataset<Finding> Consistency { get; } =
        Dataset<Finding>.Of(
            "consistency",
            new("一致性检查", "Consistency"),
            FindingFields.Rows,
            FindingFields.All,
            Line.Finding,
            Indented.DocumentFinding,
            version
        );

    /// <summary>Baselines, targets and observations in one tidy table, a value a row.</summary>
    public Dataset<TidyValue> Values { get; } =
        Dataset<TidyValue>.Of(
            "values",
            new("全部数值（一行一值）", "All values, one a row"),
            TidyValueFields.All,
            Line.TidyValue,
            Indented.DocumentTidyValue,
            version
        );

    /// <summary>All of them, in name order.</summary>
    public IReadOnlyList<Dataset> All =>
        [Columns, Commitments, Consistency, Errata, Exclusions, Indicators, Observations, Paragraphs, Places, Structures, Values];
}
