using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.FieldSets;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The tabular datasets of a release: those of its kinds of record, as their descriptors say, and those of its values.</summary>
/// <param name="version">The release; it stands in every row.</param>
/// <param name="kinds">The kinds that it keeps; null for <see cref="RecordKinds.Kept"/>.</param>
public sealed class Datasets(ReleaseVersion version, IReadOnlyList<KeptKind>? kinds = null)
{
    /// <summary>The indicators of table 1, one row each, nested fields flattened.</summary>
    public Dataset<Indicator> Indicators => Of(RecordKinds.Indicator);

    /// <summary>The body paragraphs, one row each.</summary>
    public Dataset<Node> Paragraphs => Of(RecordKinds.Node);

    /// <summary>The boxed project columns (专栏): one row per item, the column's own fields repeated.</summary>
    public Dataset<Column> Columns => Of(RecordKinds.Column);

    /// <summary>The quantities and dated promises of the prose, one row each.</summary>
    public Dataset<Commitment> Commitments => Of(RecordKinds.Commitment);

    /// <summary>The numbers of the prose that are no commitment, one row each.</summary>
    public Dataset<Exclusion> Exclusions => Of(RecordKinds.Exclusion);

    /// <summary>The places that the plan names, one row each; where it names them stands in the JSON lines.</summary>
    public Dataset<Place> Places => Of(RecordKinds.Place);

    /// <summary>The spatial patterns: one row per member, and one for a pattern whose members the plan does not list.</summary>
    public Dataset<SpatialStructure> Structures => Of(RecordKinds.SpatialStructure);

    /// <summary>The known defects of the source, one row each.</summary>
    public Dataset<Erratum> Errata => Of(RecordKinds.Erratum);

    /// <summary>What the rules of consistency found: one row per side of a finding.</summary>
    public Dataset<Finding> Consistency => Of(RecordKinds.Finding);

    /// <summary>The observed values, one row each, with the unit of their indicator.</summary>
    public Dataset<Observation> Observations { get; } =
        Dataset<Observation>.Of(
            "observations",
            new("观测值", "Observations"),
            ObservationFields.All,
            RecordJson.Line.Observation,
            RecordJson.Indented.DocumentObservation,
            version
        );

    /// <summary>Baselines, targets and observations in one tidy table, a value a row.</summary>
    public Dataset<TidyValue> Values { get; } =
        Dataset<TidyValue>.Of(
            "values",
            new("全部数值（一行一值）", "All values, one a row"),
            TidyValueFields.All,
            RecordJson.Line.TidyValue,
            RecordJson.Indented.DocumentTidyValue,
            version
        );

    /// <summary>All of them, in name order.</summary>
    public IReadOnlyList<Dataset> All =>
        [
            .. (kinds ?? RecordKinds.Kept)
                .Select(kind => kind.FindDataset(version))
                .OfType<Dataset>()
                .Concat([Observations, Values])
                .OrderBy(dataset => dataset.Name, StringComparer.Ordinal),
        ];

    /// <summary>The dataset of a kind of record.</summary>
    /// <exception cref="ArgumentException">The kind has none.</exception>
    public Dataset<T> Of<T>(RecordKind<T> kind)
        where T : class => kind.Dataset?.Invoke(version) ?? throw new ArgumentException($"There is no dataset of {kind.Set}.", nameof(kind));
}
