using Azure.Data.Tables;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>The tables that hold the records of a release. A new kind of record adds one line to each member.</summary>
internal static class RecordTables
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        TableNames.Changes, TableNames.Columns, TableNames.Commitments, TableNames.Errata, TableNames.Exclusions, TableNames.Findings,
        TableNames.Indicators, TableNames.Nodes, TableNames.Observations, TableNames.Places, TableNames.Structures,
    ];

    /// <summary>The rows of a release, table by table.</summary>
    public static IEnumerable<(string Table, IEnumerable<TableEntity> Rows)> Of(Release release)
    {
        var key = new ReleaseKey(release.Plan.About.Id, release.Version);
        yield return (TableNames.Changes, ChangeRow.Format.ToRows(key, release.Changes));
        yield return (TableNames.Columns, ColumnRow.Format.ToRows(key, release.Plan.Columns));
        yield return (TableNames.Commitments, CommitmentRow.Format.ToRows(key, release.Plan.Commitments));
        yield return (TableNames.Errata, ErratumRow.Format.ToRows(key, release.Plan.Errata));
        yield return (TableNames.Exclusions, ExclusionRow.Format.ToRows(key, release.Plan.Exclusions));
        yield return (TableNames.Findings, FindingRow.Format.ToRows(key, release.Plan.Findings));
        yield return (TableNames.Indicators, IndicatorRow.Format.ToRows(key, release.Plan.Indicators));
        yield return (TableNames.Nodes, NodeRow.Format.ToRows(key, release.Plan.Nodes));
        yield return (TableNames.Observations, ObservationRow.Format.ToRows(key, release.Plan.Observations));
        yield return (TableNames.Places, PlaceRow.Format.ToRows(key, release.Plan.Places));
        yield return (TableNames.Structures, StructureRow.Format.ToRows(key, release.Plan.SpatialStructures));
    }
}
