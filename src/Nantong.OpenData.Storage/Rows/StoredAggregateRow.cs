using Azure.Data.Tables;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>aggregates</c>: one row per aggregate of a release.</summary>
internal static class StoredAggregateRow
{
    public static TableEntity Write(ReleaseKey release, StoredAggregate stored)
    {
        var address = RowAddress.Aggregate(release, stored.Aggregate.Id);
        var row = new TableEntity(address.Partition, address.Row)
        {
            ["id"] = stored.Aggregate.Id,
            ["asOfRelease"] = stored.Aggregate.AsOfRelease.ToString(),
            ["inputsHash"] = stored.Aggregate.InputsHash,
            ["builtAt"] = stored.BuiltAt.ToUniversalTime(),
        };
        row.SetJson("aggregate", stored.Aggregate, RecordJson.Line.Aggregate);
        return RowLimits.Checked(row);
    }

    public static StoredAggregate Read(TableEntity row) => new(
        row.GetJson("aggregate", RecordJson.Line.Aggregate),
        row.GetDateTimeOffset("builtAt") ?? throw new InvalidDataException($"aggregate {row.RowKey}: column builtAt is missing"));
}
