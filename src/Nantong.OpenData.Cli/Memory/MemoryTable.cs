using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Nantong.OpenData.Cli.Memory;

/// <summary>A table in memory: what <see cref="Storage.Store"/> asks of a table client, and nothing more.</summary>
/// <param name="name">Its name.</param>
internal sealed class MemoryTable(string name) : TableClient
{
    private readonly SortedDictionary<string, SortedDictionary<string, TableEntity>> partitions = new(StringComparer.Ordinal);
    private readonly Lock rows = new();
    private int written;

    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    ) => MemoryAnswer.List(Find<T>(filter, select), maxPerPage);

    /// <inheritdoc />
    public override Pageable<T> Query<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    ) => Pageable<T>.FromPages(MemoryAnswer.Pages(Find<T>(filter, select), maxPerPage));

    /// <inheritdoc />
    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
    {
        lock (rows)
            return Task.FromResult<NullableResponse<T>>(FindRow(partitionKey, rowKey) is { } row ? MemoryAnswer.Of((T)(object)row) : new NoRow<T>());
    }

    /// <inheritdoc />
    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) =>
        WriteAsync(new TableTransactionAction(TableTransactionActionType.Add, entity));

    /// <inheritdoc />
    public override Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    ) => WriteAsync(new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity));

    /// <inheritdoc />
    public override Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    ) => WriteAsync(new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, ifMatch));

    /// <inheritdoc />
    public override Task<Response> DeleteEntityAsync(
        string partitionKey,
        string rowKey,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default
    ) => WriteAsync(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ifMatch));

    /// <inheritdoc />
    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default
    )
    {
        lock (rows)
        {
            TableTransactionAction[] actions = [.. transactionActions];
            foreach (var action in actions)
                Check(action); // all of them, or none
            return Task.FromResult(MemoryAnswer.Of<IReadOnlyList<Response>>([.. actions.Select(Write)], 202));
        }
    }

    private List<T> Find<T>(string? filter, IEnumerable<string>? select)
    {
        var wanted = new RowFilter(filter);
        var columns = select?.ToHashSet(StringComparer.Ordinal);
        lock (rows)
        {
            IEnumerable<SortedDictionary<string, TableEntity>> searched = partitions.Values;
            if (wanted.Partition is { } key)
                searched = partitions.TryGetValue(key, out var one) ? [one] : [];
            return [.. searched.SelectMany(partition => partition.Values).Where(wanted.Passes).Select(row => (T)(object)Selected(row, columns))];
        }
    }

    private static TableEntity Selected(TableEntity row, HashSet<string>? columns) =>
        columns is null ? row : new(row.Where(column => columns.Contains(column.Key)).ToDictionary()) { ETag = row.ETag };

    private Task<Response> WriteAsync(TableTransactionAction action)
    {
        lock (rows)
        {
            Check(action);
            return Task.FromResult(Write(action));
        }
    }

    private void Check(TableTransactionAction action)
    {
        var row = FindRow(action.Entity.PartitionKey, action.Entity.RowKey);
        var what = $"{name} {action.Entity.PartitionKey} {action.Entity.RowKey}";
        if (action.ActionType is TableTransactionActionType.Add && row is not null)
            throw MemoryAnswer.Refusal(409, TableErrorCode.EntityAlreadyExists.ToString(), what);
        if (action.ActionType is not (TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete))
            return;
        if (row is null)
            throw MemoryAnswer.Refusal(404, TableErrorCode.ResourceNotFound.ToString(), what);
        if (action.ETag != default && action.ETag != ETag.All && action.ETag != row.ETag)
            throw MemoryAnswer.Refusal(412, TableErrorCode.UpdateConditionNotSatisfied.ToString(), what);
    }

    private Response Write(TableTransactionAction action)
    {
        var (partition, key) = (action.Entity.PartitionKey, action.Entity.RowKey);
        if (action.ActionType is TableTransactionActionType.Delete)
        {
            partitions[partition].Remove(key);
            return new MemoryAnswer(204);
        }

        var etag = new ETag($"W/\"{++written}\"");
        if (!partitions.TryGetValue(partition, out var there))
            partitions[partition] = there = new(StringComparer.Ordinal);
        there[key] = new TableEntity(((TableEntity)action.Entity).Where(column => column.Value is not null).ToDictionary())
        {
            ETag = etag,
            Timestamp = DateTimeOffset.UtcNow,
        };
        return new MemoryAnswer(204, etag);
    }

    private TableEntity? FindRow(string partition, string key) => partitions.GetValueOrDefault(partition)?.GetValueOrDefault(key);

    private sealed class NoRow<T> : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such row.");

        public override Response GetRawResponse() => new MemoryAnswer(404);
    }
}
