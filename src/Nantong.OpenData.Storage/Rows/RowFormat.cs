using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>How the records of one table become rows, whatever they are made of.</summary>
/// <param name="Table">Name of the table.</param>
internal abstract record RowFormat(string Table)
{
    /// <summary>Column that holds the hash of the record, so that a broken row can be named.</summary>
    public const string HashColumn = "recordSha256";

    /// <summary>What is wrong with a row by itself; null when nothing is: the record has its hash, and every column is what the record would
    /// write.</summary>
    public abstract string? FindDamage(TableEntity row);

    /// <summary>The entry of a table with these rows.</summary>
    /// <exception cref="InvalidDataException">A row holds no record.</exception>
    public abstract TableEntry EntryOf(IEnumerable<TableEntity> rows);
}

/// <summary>How the records of one table become rows, and rows records again.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Table">Name of the table.</param>
/// <param name="Json">The record as JSON, for its hash: made when the first row is, not when a program starts that lists all tables.</param>
/// <param name="Id">The record's id, part of its key.</param>
/// <param name="Write">Fills the columns.</param>
/// <param name="Read">Makes the record from the columns.</param>
internal sealed record RowFormat<T>(
    string Table,
    Func<JsonTypeInfo<T>> Json,
    Func<T, string> Id,
    Action<T, TableEntity> Write,
    Func<TableEntity, T> Read
) : RowFormat(Table)
{
    /// <summary>Where a record stands, by its place among the records; those of a release stand in one partition unless this says
    /// otherwise.</summary>
    public Func<ReleaseKey, int, T, RowAddress> Address { get; init; } =
        (release, position, record) => RowAddress.Record(release, position, Id(record));

    /// <summary>True when the keys of a row name its record.</summary>
    public Func<TableEntity, T, bool> IsAddressOf { get; init; } = (row, record) => row.RowKey.EndsWith($"|{Id(record)}", StringComparison.Ordinal);

    /// <summary>The rows of a release.</summary>
    /// <exception cref="InvalidDataException">A record is too large for a row.</exception>
    public IEnumerable<TableEntity> ToRows(ReleaseKey release, IEnumerable<T> records) =>
        records.Select((record, index) => ToRow(Address(release, index + 1, record), record));

    /// <summary>The record that a row holds.</summary>
    /// <exception cref="InvalidDataException">A column is missing or cannot be read; names the row.</exception>
    public T ToRecord(TableEntity row)
    {
        try
        {
            return Read(row);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or InvalidDataException or FormatException)
        {
            throw new InvalidDataException($"{Table} row {row.RowKey}: {error.Message}", error);
        }
    }

    /// <inheritdoc />
    public override TableEntry EntryOf(IEnumerable<TableEntity> rows) => Hashes.Table(Table, [.. rows.Select(ToRecord)], Json());

    /// <inheritdoc />
    public override string? FindDamage(TableEntity row)
    {
        T record;
        try
        {
            record = ToRecord(row);
        }
        catch (InvalidDataException error)
        {
            return error.InnerException?.Message ?? error.Message;
        }

        var expected = ToRow(new RowAddress(row.PartitionKey, row.RowKey), record);
        if (!Equals(expected[RowFormat.HashColumn], row[RowFormat.HashColumn]))
            return "its content does not have its hash";
        if (!IsAddressOf(row, record))
            return $"it holds the record {Id(record)}";
        var names = expected.Keys.Union(row.Keys).Where(name => name is not ("odata.etag" or "Timestamp")).Order(StringComparer.Ordinal);
        return names.FirstOrDefault(name => !Equals(expected[name], row[name])) is { } column ? $"column {column} is not what the record says" : null;
    }

    private TableEntity ToRow(RowAddress address, T record)
    {
        var row = new TableEntity(address.Partition, address.Row) { [RowFormat.HashColumn] = Hashes.OfRecord(record, Json()) };
        Write(record, row);
        return RowLimits.Checked(row);
    }
}
