using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Rows that hold their record as one JSON column, with columns beside it for filters.</summary>
/// <remarks>The table service knows neither decimals nor nested values, and these records are made of both. A column beside the record can never say
/// anything else: see <see cref="RowFormat{T}.FindDamage"/>.</remarks>
internal static class FactRow
{
    private const string RecordColumn = "record";

    /// <summary>The format of a table.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="json">The record as JSON.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="writeFilters">Fills the columns beside the record.</param>
    public static RowFormat<T> Of<T>(string table, JsonTypeInfo<T> json, Func<T, string> id, Action<T, TableEntity> writeFilters) =>
        new(
            table,
            json,
            id,
            (record, row) =>
            {
                row["id"] = id(record);
                writeFilters(record, row);
                row.SetJson(RecordColumn, record, json);
            },
            row => row.GetJson(RecordColumn, json)
        );

    /// <summary>A number as a column for filters; none for null.</summary>
    public static void SetNumber(this TableEntity row, string name, decimal? number)
    {
        if (number is { } value)
            row[name] = (double)value;
    }

    /// <summary>A day as a column for filters, as <c>2025-12-31</c>; none for null.</summary>
    public static void SetDay(this TableEntity row, string name, DateOnly? day)
    {
        if (day is { } value)
            row[name] = value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
