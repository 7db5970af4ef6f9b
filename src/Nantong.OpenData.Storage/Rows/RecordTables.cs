using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>The tables that hold the records of a release: one for each kind, with changes and observations.</summary>
/// <remarks>Those of a release stand in one partition of each table, observations apart: each indicator has a partition of its own.</remarks>
/// <param name="kinds">The kinds that releases keep.</param>
internal sealed class RecordTables(IReadOnlyList<KeptKind> kinds)
{
    internal const int ObservationsInPart = 5_000;

    private readonly KindTable[] tables = [.. kinds.OrderBy(kind => kind.Set, StringComparer.Ordinal).Select(KindTable.Of)];

    /// <summary>Those of the kinds that this program knows.</summary>
    public static RecordTables Known { get; } = new(RecordKinds.Kept);

    /// <summary>The kinds, in their order.</summary>
    public IReadOnlyList<KeptKind> Kinds => kinds;

    /// <summary>The tables of the kinds, in name order.</summary>
    public IReadOnlyList<KindTable> OfKinds => tables;

    /// <summary>Names of all tables, in order.</summary>
    public IReadOnlyList<string> Names { get; } =
    [.. kinds.Select(kind => kind.Set).Concat([TableNames.Changes, TableNames.Observations]).Order(StringComparer.Ordinal)];

    /// <summary>Where the rows of a release stand in a table.</summary>
    public static KeyRange Partitions(string table, ReleaseKey release) =>
        table is TableNames.Observations ? KeyRange.Below(release.Partition) : KeyRange.Of(release.Partition);

    /// <summary>How a table's rows are read, where they stand in one partition.</summary>
    public RowFormat FormatOf(string table) =>
        table is TableNames.Changes ? ChangeRow.Format : tables.Single(kind => kind.Format.Table == table).Format;

    /// <summary>The rows of a release in parts, to be written side by side, each batch by batch. Rows are made when their batch is asked
    /// for.</summary>
    public IEnumerable<(string Table, IEnumerable<IReadOnlyList<TableEntity>> Batches)> PartsOf(Release release)
    {
        var key = new ReleaseKey(release.Plan.About.Id, release.Version);
        foreach (var (table, rows) in Of(release, key))
        foreach (var batch in TableRows.Batches(rows))
            yield return (table, [batch]);
        foreach (var some in release.Plan.Observations.Chunk(ObservationsInPart))
            yield return (TableNames.Observations, TableRows.Batches(ObservationRow.Format.ToRows(key, some)));
    }

    private IEnumerable<(string Table, IEnumerable<TableEntity> Rows)> Of(Release release, ReleaseKey key) =>
        [
            (TableNames.Changes, ChangeRow.Format.ToRows(key, release.Changes)),
            .. tables.Select(kind => (kind.Format.Table, kind.ToRows(key, release))),
        ];
}
