using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>Reading and writing many rows at once.</summary>
internal static class TableRows
{
    /// <summary>Most rows in one batch: the service's limit.</summary>
    public const int MaxBatchRows = 100;

    private const long MaxBatchBytes = 3 * 1024 * 1024; // its limit is 4 MiB for the whole body; ours is estimated

    extension(TableClient table)
    {
        /// <summary>All rows of a partition in key order, fetched page by page.</summary>
        public IAsyncEnumerable<TableEntity> PartitionAsync(string partition, CancellationToken cancellationToken) =>
            table.RowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken); // escapes: never glue a filter

        /// <summary>All rows that pass a filter, in key order; null for the whole table.</summary>
        /// <param name="filter">Made by <see cref="TableClient.CreateQueryFilter(FormattableString)"/>.</param>
        /// <param name="cancellationToken">Stops reading.</param>
        /// <param name="select">The columns wanted; null for all.</param>
        /// <param name="pageSize">Rows per request; null for as many as the service gives.</param>
        [DynamicDependency("#ctor()", typeof(TableEntity))] // the SDK makes rows by Activator (azure-sdk-for-net #47687)
        public async IAsyncEnumerable<TableEntity> RowsAsync(
            string? filter,
            [EnumeratorCancellation] CancellationToken cancellationToken,
            IEnumerable<string>? select = null,
            int? pageSize = null
        )
        {
            var rows = table.QueryAsync<TableEntity>(filter, pageSize, select, cancellationToken);
            await foreach (var row in SoundAnswers.EachAsync(rows, cancellationToken))
                yield return row;
        }

        /// <summary>All rows that pass a filter, in key order, waited for on the calling thread.</summary>
        /// <param name="filter">Made by <see cref="TableClient.CreateQueryFilter(FormattableString)"/>.</param>
        /// <param name="pageSize">Rows per request.</param>
        /// <param name="cancellationToken">Stops reading.</param>
        [DynamicDependency("#ctor()", typeof(TableEntity))]
        public IEnumerable<TableEntity> Rows(string filter, int pageSize, CancellationToken cancellationToken) =>
            SoundAnswers.Each(table.Query<TableEntity>(filter, pageSize, cancellationToken: cancellationToken));

        /// <summary>The row at an address; null when there is none.</summary>
        [DynamicDependency("#ctor()", typeof(TableEntity))]
        public async Task<TableEntity?> FindAsync(RowAddress address, CancellationToken cancellationToken)
        {
            var answer = await SoundAnswers.ReadAsync(() =>
                table.GetEntityIfExistsAsync<TableEntity>(address.Partition, address.Row, cancellationToken: cancellationToken)
            );
            return answer.HasValue ? answer.Value : null;
        }

        /// <summary>Writes one batch, in which no row may stand yet, or the same.</summary>
        /// <remarks>After an interrupted run, or an answer that was lost, some rows stand there already: those are left, and the others added.
        /// Nothing is ever overwritten:
        /// a publisher that was stopped, and goes on when its turn is over, must not change what the next one has written.</remarks>
        /// <exception cref="OtherContentException">Another row stands there.</exception>
        public async Task PutOnceAsync(IReadOnlyList<TableEntity> batch, CancellationToken cancellationToken)
        {
            try
            {
                await table.SubmitAsync(TableTransactionActionType.Add, batch, cancellationToken);
            }
            catch (RequestFailedException error) when (error.ErrorCode == "EntityAlreadyExists")
            {
                var there = await table.FindHashesAsync(batch, cancellationToken);
                var other = batch.FirstOrDefault(row => there.TryGetValue(row.RowKey, out var hash) && hash != row.GetString(RowFormat.HashColumn));
                if (other is not null)
                    throw new OtherContentException($"The row {other.PartitionKey} {other.RowKey} of table {table.Name}", "", error);
                TableEntity[] missing = [.. batch.Where(row => !there.ContainsKey(row.RowKey))];
                if (missing is not [])
                    await table.SubmitAsync(TableTransactionActionType.Add, missing, cancellationToken);
            }
        }

        /// <summary>Writes one batch; what stood at the same addresses is replaced.</summary>
        /// <remarks>Rows are added first, which Azurite does in half the time: mostly none stands there yet.</remarks>
        public async Task PutAsync(IReadOnlyList<TableEntity> batch, CancellationToken cancellationToken)
        {
            try
            {
                await table.SubmitAsync(TableTransactionActionType.Add, batch, cancellationToken);
            }
            catch (RequestFailedException error) when (error.ErrorCode == "EntityAlreadyExists")
            {
                await table.SubmitAsync(TableTransactionActionType.UpsertReplace, batch, cancellationToken);
            }
        }

        private async Task<Dictionary<string, string?>> FindHashesAsync(IReadOnlyList<TableEntity> batch, CancellationToken cancellationToken)
        {
            Dictionary<string, string?> found = new(StringComparer.Ordinal);
            var keys = batch.Select(row => row.RowKey).Order(StringComparer.Ordinal).ToList();
            var (first, last) = (keys[0], keys[^1]);
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {batch[0].PartitionKey} and RowKey ge {first} and RowKey le {last}");
            await foreach (var row in table.RowsAsync(filter, cancellationToken, ["RowKey", RowFormat.HashColumn]))
                found[row.RowKey] = row.GetString(RowFormat.HashColumn);
            return found;
        }

        /// <summary>Deletes some rows of one partition, at most as many as a batch takes.</summary>
        public Task DeleteAsync(IReadOnlyList<TableEntity> batch, CancellationToken cancellationToken) =>
            SoundAnswers.ReadAsync(() =>
                table.SubmitTransactionAsync(
                    batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
                    cancellationToken
                )
            );

        private Task SubmitAsync(TableTransactionActionType action, IReadOnlyList<TableEntity> batch, CancellationToken cancellationToken) =>
            SoundAnswers.ReadAsync(() =>
                table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(action, row)), cancellationToken)
            );

        /// <summary>Deletes every row of some partitions, as it meets them.</summary>
        public Task DeleteAsync(KeyRange partitions, CancellationToken cancellationToken) =>
            table.DeleteAsync(partitions, _ => true, cancellationToken);

        /// <summary>Deletes the rows of some partitions that a condition holds for, as it meets them.</summary>
        public async Task DeleteAsync(KeyRange partitions, Func<TableEntity, bool> condition, CancellationToken cancellationToken)
        {
            List<TableEntity> batch = [];
            await foreach (var row in table.RowsAsync(partitions.Filter, cancellationToken, ["PartitionKey", "RowKey"]))
            {
                if (!condition(row))
                    continue;
                if (batch.Count == MaxBatchRows || (batch is [var first, ..] && first.PartitionKey != row.PartitionKey))
                {
                    await table.DeleteAsync(batch, cancellationToken);
                    batch.Clear();
                }

                batch.Add(row);
            }

            if (batch is not [])
                await table.DeleteAsync(batch, cancellationToken);
        }
    }

    /// <summary>Parts rows, those of a partition side by side, into batches that the service takes.</summary>
    public static IEnumerable<IReadOnlyList<TableEntity>> Batches(IEnumerable<TableEntity> rows)
    {
        List<TableEntity> batch = [];
        long bytes = 0;
        foreach (var row in rows)
        {
            var size = RowLimits.BodySize(row);
            if (batch.Count == MaxBatchRows || (batch.Count > 0 && (bytes + size > MaxBatchBytes || batch[0].PartitionKey != row.PartitionKey)))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(row);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
