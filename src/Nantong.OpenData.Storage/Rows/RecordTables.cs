using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>The tables that hold the records of a release. A new kind of record adds one line to each member.</summary>
/// <remarks>Those of a release stand in one partition of each table, observations apart: each indicator has a partition of its own.</remarks>
internal static class RecordTables
{
    internal const int ObservationsInPart = 5_000;

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        TableNames.Changes,
        TableNames.Columns,
        TableNames.Commitments,
        TableNames.Errata,
        TableNames.Exclusions,
        TableNames.Findings,
        TableNames.Indicators,
        TableNames.Nodes,
        TableNames.Observations,
        TableNames.Places,
        TableNames.Structures,
    ];

    /// <summary>Where the rows of a release stand in a table.</summary>
    public static KeyRange Partitions(string table, ReleaseKey release) =>
        table is TableNames.Observations ? KeyRange.Below(release.Partition) : KeyRange.Of(release.Partition);

    /// <summary>The rows of a release in parts, to be written side by side, each batch by batch. Rows are made when their batch is asked
    /// for.</summary>
    public static IEnumerable<(string Table, IEnumerable<IReadOnlyList<TableEntity>> Batches)> PartsOf(Release release)
    {
        var key = new ReleaseKey(release.Plan.About.Id, release.Version);
        foreach (var (table, rows) in Of(release, key))
        foreach (var batch in TableRows.Batches(rows))
            yield return (table, [batch]);
        foreach (var some in release.Plan.Observations.Chunk(ObservationsInPart))
            yield return (TableNames.Observations, TableRows.Batches(ObservationRow.Format.ToRows(key, some)));
    }

    private static IEnumerable<(string Table, IEnumerable<TableEntity> Rows)> Of(Release release, ReleaseKey key)
    {
        yield return (TableNames.Changes, ChangeRow.Format.ToRows(key, release.Changes));
        yield return (TableNames.Columns, ColumnRow.Format.ToRows(key, release.Plan.Columns));
        yield return (TableNames.Commitments, CommitmentRow.Format.ToRows(key, release.Plan.Commitments));
        yield return (TableNames.Errata, ErratumRow.Format.ToRows(key, release.Plan.Errata));
        yield return (TableNames.Exclusions, ExclusionRow.Format.ToRows(key, release.Plan.Exclusions));
        yield return (TableNames.Findings, FindingRow.Format.ToRows(key, release.Plan.Findings));
        yield return (TableNames.Indicators, IndicatorRow.Format.ToRows(key, release.Plan.Indicators));
        yield return (TableNames.Nodes, NodeRow.Format.ToRows(key, release.Plan.Nodes));
        yield return (TableNames.Places, PlaceRow.Format.ToRows(key, release.Plan.Places));
        yield return (TableNames.Structures, StructureRow.Format.ToRows(key, release.Plan.SpatialStructures));
    }
}
