using Azure.Data.Tables;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>runs</c>: one row per run of a timer, the newest first.</summary>
internal static class RunRow
{
    private const int MaxOutcome = 4_000; // an outcome is a sentence; a stack of exceptions is cut

    public static TableEntity Write(TimerRun run)
    {
        var address = RowAddress.Run(run.Timer, run.StartedAt);
        return new TableEntity(address.Partition, address.Row)
        {
            ["startedAt"] = run.StartedAt.ToUniversalTime(),
            ["finishedAt"] = run.FinishedAt.ToUniversalTime(),
            ["succeeded"] = run.Succeeded,
            ["outcome"] = run.Outcome.Length > MaxOutcome ? run.Outcome[..MaxOutcome] : run.Outcome,
        };
    }

    public static TimerRun Read(TableEntity row) =>
        new(
            row.PartitionKey,
            row.GetDateTimeOffset("startedAt") ?? throw Missing(row, "startedAt"),
            row.GetDateTimeOffset("finishedAt") ?? throw Missing(row, "finishedAt"),
            row.GetBoolean("succeeded") ?? throw Missing(row, "succeeded"),
            row.GetText("outcome")
        );

    private static InvalidDataException Missing(TableEntity row, string column) =>
        new($"run {row.PartitionKey} {row.RowKey}: column {column} is missing");
}
