using System.Globalization;
using Azure.Data.Tables;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>Azure's limits on rows, checked before anything is sent: Azurite is looser and would take what Azure refuses.</summary>
/// <remarks>Source: "Understanding the Table service data model": 252 own properties, 1 MiB per entity, 64 KiB per text.</remarks>
internal static class RowLimits
{
    /// <summary>Longest text in one column, in UTF-16 units; 64 KiB is 32,768.</summary>
    public const int MaxText = 32_000;

    private const int MaxColumns = 252;
    private const long MaxBytes = 1024 * 1024;

    /// <summary>Refuses a row that Azure would refuse.</summary>
    /// <exception cref="InvalidDataException">Names the row and the limit.</exception>
    public static TableEntity Checked(TableEntity row)
    {
        var columns = row.Keys.Count(key => key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"));
        if (columns > MaxColumns)
            throw TooLarge(row, string.Create(CultureInfo.InvariantCulture, $"{columns} columns, {MaxColumns} allowed"));
        var longest = row.Select(column => column.Value).OfType<string>().Select(text => text.Length).DefaultIfEmpty().Max();
        if (longest > MaxText)
            throw TooLarge(row, string.Create(CultureInfo.InvariantCulture, $"{longest} characters in one column, {MaxText} allowed"));
        var bytes = Size(row);
        return bytes <= MaxBytes ? row : throw TooLarge(row, string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes, {MaxBytes} allowed"));
    }

    /// <summary>Upper estimate of what a row adds to the body of a batch: the SDK writes Chinese as <c>\uXXXX</c>, six bytes each.</summary>
    public static long BodySize(TableEntity row) =>
        1024 + row.Sum(column => (6L * (column.Key.Length + ((column.Value as string)?.Length ?? 8))) + 32);

    /// <summary>A row's size as Azure counts it.</summary>
    private static long Size(TableEntity row) =>
        4 + row.Sum(column => 8 + (2L * column.Key.Length) + (column.Value is string text ? 4 + (2L * text.Length) : 8));

    private static InvalidDataException TooLarge(TableEntity row, string what) =>
        new($"The row {row.PartitionKey} {row.RowKey} is too large for Azure: {what}.");
}
