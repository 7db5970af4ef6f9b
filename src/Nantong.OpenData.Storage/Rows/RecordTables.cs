using Azure.Data.Tables;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>The tables that hold the records of a release. A new kind of record adds one line to each member.</summary>
internal static class RecordTables
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [TableNames.Changes, TableNames.Columns, TableNames.Indicators, TableNames.Nodes, TableNames.Observations];

    /// <summary>The rows of a release, table by table.</summary>
    public static IEnumerable<(string Table, IEnumerable<TableEntity> Rows)> Of(Release release)
    {
        var key = new ReleaseKey(release.Plan.About.Id, release.Version);
        yield return (TableNames.Changes, ChangeRow.Format.ToRows(key, release.Changes));
        yield return (TableNames.Columns, ColumnRow.Format.ToRows(key, release.Plan.Columns));
        yield return (TableNames.Indicators, IndicatorRow.Format.ToRows(key, release.Plan.Indicators));
        yield return (TableNames.Nodes, NodeRow.Format.ToRows(key, release.Plan.Nodes));
        yield return (TableNames.Observations, ObservationRow.Format.ToRows(key, release.Plan.Observations));
    }
}
