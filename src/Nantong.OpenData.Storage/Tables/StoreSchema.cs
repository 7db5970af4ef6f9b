using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>The tables and containers of a store. In Azure they are made by Bicep, elsewhere by the command line; the app only reports a missing
/// one.</summary>
public static class StoreSchema
{
    /// <summary>Every table.</summary>
    public static IReadOnlyList<string> Tables { get; } = TablesOf(RecordKinds.Kept);

    /// <summary>Every blob container.</summary>
    public static IReadOnlyList<string> Containers { get; } =
    [
        ContainerNames.Releases,
        ContainerNames.Source,
        ContainerNames.Records,
        ContainerNames.Inbox,
        ContainerNames.InboxDone,
        ContainerNames.InboxFailed,
        ContainerNames.Locks,
    ];

    /// <summary>Creates what is missing; does nothing to what exists. Not for native builds, where the SDK cannot create tables.</summary>
    public static async Task CreateAsync(Store store, CancellationToken cancellationToken = default)
    {
        foreach (var table in TablesOf(store.Records.Kinds))
            await store.Tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        foreach (var container in Containers)
            await store.Container(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Names what is missing, as <c>table pointers</c> or <c>container releases</c>; empty for a complete store.</summary>
    public static async Task<IReadOnlyList<string>> FindMissingAsync(Store store, CancellationToken cancellationToken = default)
    {
        List<string> missing = [];
        foreach (var table in TablesOf(store.Records.Kinds))
        {
            if (!await ExistsAsync(store.Table(table), cancellationToken))
                missing.Add($"table {table}");
        }

        foreach (var container in Containers)
        {
            if (!await store.Container(container).ExistsAsync(cancellationToken))
                missing.Add($"container {container}");
        }

        return missing;
    }

    /// <summary>Names the absent tables and containers; null when none is absent or the store cannot say.</summary>
    public static async Task<string?> TellMissingAsync(Store store, CancellationToken cancellationToken)
    {
        try
        {
            var missing = await FindMissingAsync(store, cancellationToken);
            return missing.Count > 0
                ? $"The store lacks {string.Join(", ", missing)}; 'opendata publish' creates them, in Azure the Bicep template does."
                : null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is not null)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> TablesOf(IReadOnlyList<KeptKind> kinds) =>
        [
            TableNames.Releases,
            TableNames.Pointers,
            .. kinds.Select(kind => kind.Set),
            TableNames.Observations,
            TableNames.Changes,
            TableNames.Aggregates,
            TableNames.Runs,
        ];

    private static async Task<bool> ExistsAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in table.RowsAsync(null, cancellationToken, ["RowKey"], pageSize: 1))
                break; // looking for one row would take the answer "no table" for "no row"
            return true;
        }
        catch (RequestFailedException error) when (error.ErrorCode == TableErrorCode.TableNotFound)
        {
            return false;
        }
    }
}

/// <summary>The tables that are no kind of record.</summary>
internal static class TableNames
{
    public const string Releases = "releases";
    public const string Pointers = "pointers";
    public const string Observations = "observations";
    public const string Changes = "changes";
    public const string Aggregates = "aggregates";
    public const string Runs = "runs";
}

internal static class ContainerNames
{
    public const string Releases = "releases";
    public const string Source = "source";
    public const string Records = "records";
    public const string Inbox = "inbox";
    public const string InboxDone = "inbox-done";
    public const string InboxFailed = "inbox-failed";
    public const string Locks = "locks";
}
