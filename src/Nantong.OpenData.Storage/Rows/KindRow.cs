using System.Globalization;
using Azure.Data.Tables;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Rows as the descriptor of a kind says: the record as one JSON column, with columns beside it for filters.</summary>
/// <remarks>The table service knows neither decimals nor nested values, and records are made of both. A column beside the record can never say
/// anything else: see <see cref="RowFormat.FindDamage"/>. The kinds that releases had from the start have a column for each member.</remarks>
internal static class KindRow
{
    private const string RecordColumn = "record";

    private static readonly RowFormat[] WithColumns = [NodeRow.Format, IndicatorRow.Format, ColumnRow.Format];

    /// <summary>The format of a kind's table.</summary>
    public static RowFormat<T> Of<T>(RecordKind<T> kind)
        where T : class =>
        WithColumns.OfType<RowFormat<T>>().FirstOrDefault(format => format.Table == kind.Set)
        ?? new(kind.Set, () => kind.Json, kind.IdOf, (record, row) => Write(kind, record, row), row => row.GetJson(RecordColumn, kind.Json));

    private static void Write<T>(RecordKind<T> kind, T record, TableEntity row)
        where T : class
    {
        row["id"] = kind.IdOf(record);
        foreach (var filter in kind.Filters)
            Set(row, filter.Name, filter.Value(record));
        row.SetJson(RecordColumn, record, kind.Json);
    }

    /// <summary>A value as a column: a decimal as the nearest number that the service knows, a day as <c>2025-12-31</c>; none for null.</summary>
    private static void Set(TableEntity row, string name, object? value)
    {
        if (value is string text)
            row.SetText(name, text);
        else if (value is not null)
            row[name] = value switch
            {
                int or bool => value,
                decimal number => (double)number,
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ => throw new ArgumentException($"A filter cannot be a {value.GetType().Name}: {name}.", nameof(value)),
            };
    }
}
