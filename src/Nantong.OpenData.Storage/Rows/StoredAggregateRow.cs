using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>aggregates</c>: one row per aggregate of a release, with the hash of its inputs and of itself.</summary>
internal static class StoredAggregateRow
{
    /// <summary>Column that holds the hash of figures and time: what was changed in place does not have it.</summary>
    public const string HashColumn = "recordSha256";

    private const string TogetherColumn = "together";

    /// <summary>The row of an aggregate.</summary>
    /// <param name="release">The release.</param>
    /// <param name="stored">The aggregate.</param>
    /// <param name="together">How many aggregates the release has with it: so a row that is lost is missed.</param>
    public static TableEntity Write(ReleaseKey release, StoredAggregate stored, int together)
    {
        var address = RowAddress.Aggregate(release, stored.Aggregate.Id);
        var row = new TableEntity(address.Partition, address.Row)
        {
            ["id"] = stored.Aggregate.Id,
            ["asOfRelease"] = stored.Aggregate.AsOfRelease.ToString(),
            ["inputsHash"] = stored.Aggregate.InputsHash,
            ["builtAt"] = stored.BuiltAt.ToUniversalTime(),
            [TogetherColumn] = together,
            [HashColumn] = HashOf(stored),
        };
        row.SetJson("aggregate", stored.Aggregate, RecordJson.Line.Aggregate);
        return RowLimits.Checked(row);
    }

    /// <summary>What a row holds, or what is wrong with it; neither for a row from before rows had their hash.</summary>
    public static (StoredAggregate? Stored, string? Damage) Read(ReleaseKey release, TableEntity row)
    {
        StoredAggregate stored;
        try
        {
            if (row.GetString(HashColumn) is null)
                return (null, null);
            stored = new(
                row.GetJson("aggregate", RecordJson.Line.Aggregate),
                row.GetDateTimeOffset("builtAt") ?? throw new InvalidDataException("column builtAt is missing")
            );
        }
        catch (Exception error)
            when (error is JsonException or InvalidOperationException or InvalidDataException or FormatException or ArgumentException)
        {
            return (null, error.Message);
        }

        var aggregate = stored.Aggregate;
        if (row.GetString(HashColumn) != HashOf(stored))
            return (null, "its content does not have its hash");
        if (aggregate.Id != row.RowKey || aggregate.AsOfRelease != release.Version)
            return (null, $"it holds {aggregate.Id} of {aggregate.AsOfRelease}");
        return
            (row["id"], row["asOfRelease"], row["inputsHash"]) is (string id, string version, string inputs)
            && (id, version, inputs) == (aggregate.Id, aggregate.AsOfRelease.ToString(), aggregate.InputsHash)
            ? (stored, null)
            : (null, "its columns are not what its figures say");
    }

    /// <summary>How many aggregates the release has at least; 0 in a row from before that was counted.</summary>
    public static int TogetherOf(TableEntity row) => row[TogetherColumn] as int? ?? 0;

    /// <summary>Hash of figures and time, this to the millisecond: stores keep times to different parts of a second.</summary>
    private static string HashOf(StoredAggregate stored) =>
        Hashes.Of(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Hashes.OfRecord(stored.Aggregate, RecordJson.Line.Aggregate)}  {stored.BuiltAt.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss.fff}"
                )
            )
        );
}
