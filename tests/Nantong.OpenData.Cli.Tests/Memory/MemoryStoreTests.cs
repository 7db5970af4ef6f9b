using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Memory;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Cli.Tests.Memory;

/// <summary>A store in memory answers as Azurite does: each test asks both.</summary>
public sealed class MemoryStoreTests(MemoryStoreTests.Emulator emulator) : IClassFixture<MemoryStoreTests.Emulator>
{
    public static TheoryData<bool> InMemory => [true, false];

    [Fact]
    public async Task What_is_published_is_stored_row_by_row_and_blob_by_blob_as_in_azurite()
    {
        var store = MemoryStore.Create();
        await PublishTwiceAsync(store);
        await PublishTwiceAsync(emulator.Store);

        var (here, there) = (await DumpAsync(store), await DumpAsync(emulator.Store));
        Assert.True(here.Count > 100);
        Assert.Equal(there, here);
        Assert.Empty((await new Verifier(store).VerifyAsync("base-14fyp")).Damage);
    }

    [Theory]
    [MemberData(nameof(InMemory))]
    public async Task Rows_are_added_once_and_changed_where_they_were_seen(bool inMemory)
    {
        var table = await TableAsync(inMemory, "rowsonce");
        var seen = (await table.AddEntityAsync(Row("p", "1", "a"))).Headers.ETag!.Value;
        await RefusedAsync(409, "EntityAlreadyExists", () => table.AddEntityAsync(Row("p", "1", "b")));
        await table.UpdateEntityAsync(Row("p", "1", "c"), seen, TableUpdateMode.Replace);
        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => table.UpdateEntityAsync(Row("p", "1", "d"), seen, TableUpdateMode.Replace));
        await RefusedAsync(404, "ResourceNotFound", () => table.UpdateEntityAsync(Row("p", "2", "d"), seen, TableUpdateMode.Replace));
        await table.UpsertEntityAsync(Row("p", "2", "e"), TableUpdateMode.Replace);

        var row = await table.GetEntityIfExistsAsync<TableEntity>("p", "1");
        Assert.Equal("c", row.Value!.GetString("text"));
        Assert.NotNull(row.Value.Timestamp);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "9")).HasValue);
        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => table.DeleteEntityAsync("p", "1", seen));
        await table.DeleteEntityAsync("p", "1", ETag.All);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "1")).HasValue);
    }

    [Theory]
    [MemberData(nameof(InMemory))]
    public async Task A_transaction_is_done_whole_or_not_at_all(bool inMemory)
    {
        var table = await TableAsync(inMemory, "transactions");
        await table.AddEntityAsync(Row("p", "2", "there"));
        TableTransactionAction[] both =
        [
            .. new[] { "1", "2" }.Select(key => new TableTransactionAction(TableTransactionActionType.Add, Row("p", key, "new"))),
        ];
        await RefusedAsync(409, "EntityAlreadyExists", () => table.SubmitTransactionAsync(both));
        Assert.Equal(["2"], await KeysAsync(table, null));
        await table.SubmitTransactionAsync(
            both.Select(action => new TableTransactionAction(TableTransactionActionType.UpsertReplace, action.Entity))
        );
        Assert.Equal(["1", "2"], await KeysAsync(table, null));
        await table.SubmitTransactionAsync(
            both.Select(action => new TableTransactionAction(TableTransactionActionType.Delete, action.Entity, ETag.All))
        );
        Assert.Empty(await KeysAsync(table, null));
    }

    [Theory]
    [MemberData(nameof(InMemory))]
    public async Task Rows_are_found_by_filter_in_the_order_of_their_keys(bool inMemory)
    {
        var table = await TableAsync(inMemory, "filters");
        foreach (var (partition, key) in new[] { ("b", "2"), ("a", "it's and so"), ("b", "10"), ("a", "B"), ("a", "a") })
            await table.AddEntityAsync(new TableEntity(partition, key) { ["text"] = key, ["succeeded"] = key is "10" });

        Assert.Equal(["B", "a", "it's and so", "10", "2"], await KeysAsync(table, null));
        Assert.Equal(["a", "it's and so"], await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {"a"} and RowKey ge {"a"}")));
        Assert.Equal(["it's and so"], await KeysAsync(table, TableClient.CreateQueryFilter($"RowKey eq {"it's and so"}")));
        Assert.Equal(["B", "a", "it's and so"], await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey lt {"b"}")));
        Assert.Equal(["10"], await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {"b"} and succeeded eq {true}")));
        Assert.Empty(await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {"none"}")));
        Assert.Equal(["10", "2"], table.Query<TableEntity>("PartitionKey eq 'b'", 1).Select(row => row.RowKey));
        var chosen = await table.QueryAsync<TableEntity>("RowKey eq '2'", select: ["RowKey"]).SingleAsync();
        Assert.Equal(("2", null), (chosen.RowKey, chosen.GetString("text")));
    }

    [Theory]
    [MemberData(nameof(InMemory))]
    public async Task Blobs_are_written_once_read_in_parts_and_listed_by_folder(bool inMemory)
    {
        var container = await ContainerAsync(inMemory);
        var once = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { ["sha256"] = "x" },
        };
        foreach (var name in new[] { "f/b/2.txt", "f/a.txt", "f/b/1.txt", "g.txt" })
            await container.GetBlobClient(name).UploadAsync(new BinaryData("0123456789"), once);
        var blob = container.GetBlobClient("f/a.txt");
        await RefusedAsync(409, BlobErrorCode.BlobAlreadyExists.ToString(), () => blob.UploadAsync(new BinaryData("other"), once));

        Assert.Equal("0123456789", (await blob.DownloadContentAsync()).Value.Content.ToString());
        var properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal((10, "x"), (properties.ContentLength, properties.Metadata["sha256"]));
        var part = await blob.DownloadStreamingAsync(
            new BlobDownloadOptions
            {
                Range = new HttpRange(4, 3),
                Conditions = new BlobRequestConditions { IfMatch = properties.ETag },
            }
        );
        Assert.Equal((206, "456"), (part.GetRawResponse().Status, await new StreamReader(part.Value.Content).ReadToEndAsync()));
        await blob.UploadAsync(new BinaryData("changed"), new BlobUploadOptions());
        await RefusedAsync(
            412,
            BlobErrorCode.ConditionNotMet.ToString(),
            () => blob.DownloadStreamingAsync(new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = properties.ETag } })
        );
        await RefusedAsync(404, BlobErrorCode.BlobNotFound.ToString(), () => container.GetBlobClient("none").DownloadContentAsync());

        Assert.Equal(
            ["f/a.txt", "f/b/1.txt", "f/b/2.txt"],
            await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "f/", default).Select(item => item.Name).ToListAsync()
        );
        Assert.Equal(
            ["f/a.txt", "f/b/"],
            await container
                .GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", "f/", default)
                .Select(item => item.IsPrefix ? item.Prefix : item.Blob.Name)
                .Order(StringComparer.Ordinal)
                .ToListAsync()
        );
        Assert.True((await container.DeleteBlobIfExistsAsync("g.txt")).Value);
        Assert.False((await container.DeleteBlobIfExistsAsync("g.txt")).Value);
        Assert.False((await container.GetBlobClient("g.txt").ExistsAsync()).Value);
    }

    [Theory]
    [MemberData(nameof(InMemory))]
    public async Task A_lease_is_one_holders_until_it_is_let_go(bool inMemory)
    {
        var blob = (await ContainerAsync(inMemory)).GetBlobClient("leased");
        await blob.UploadAsync(new BinaryData(""), new BlobUploadOptions());
        var (one, other) = (blob.GetBlobLeaseClient(), blob.GetBlobLeaseClient());
        await one.AcquireAsync(StoreLock.Term);
        await RefusedAsync(409, BlobErrorCode.LeaseAlreadyPresent.ToString(), () => other.AcquireAsync(StoreLock.Term));
        await one.RenewAsync();
        await one.ReleaseAsync();
        await other.AcquireAsync(StoreLock.Term);
    }

    private async Task<TableClient> TableAsync(bool inMemory, string name)
    {
        var store = inMemory ? MemoryStore.Create() : emulator.Store;
        if (!inMemory)
            await store.Tables.CreateTableIfNotExistsAsync(name);
        return store.Tables.GetTableClient(name);
    }

    private async Task<BlobContainerClient> ContainerAsync(bool inMemory)
    {
        var container = (inMemory ? MemoryStore.Create() : emulator.Store).Blobs.GetBlobContainerClient($"c{Guid.NewGuid():N}");
        if (!inMemory)
            await container.CreateAsync();
        return container;
    }

    private static TableEntity Row(string partition, string key, string text) => new(partition, key) { ["text"] = text };

    private static ValueTask<List<string>> KeysAsync(TableClient table, string? filter) =>
        table.QueryAsync<TableEntity>(filter).Select(row => row.RowKey).ToListAsync();

    private static async Task RefusedAsync(int status, string code, Func<Task> ask)
    {
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(ask);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));
    }

    private static async Task PublishTwiceAsync(Store store)
    {
        if (await StoreSchema.FindMissingAsync(store) is not [])
            await StoreSchema.CreateAsync(store);
        var plan = await PlanFolder.ReadAsync(Path.Combine(RepositoryRoot.Get(), "tests", "samples", "base-14fyp"), default);
        await PublishAsync(store, plan);
        await PublishAsync(store, plan with { About = plan.About with { Title = plan.About.Title with { En = "Renamed" } } });
    }

    private static async Task PublishAsync(Store store, Plan plan) =>
        Assert.IsType<PublishOutcome.Published>(await new Publisher(store, TimeProvider.System).PublishAsync(plan, null, "For a test."));

    /// <summary>Every row with its columns, and every blob with its length, but for what tells of the moment and of the publisher's turn.</summary>
    private static async Task<List<string>> DumpAsync(Store store)
    {
        List<string> lines = [];
        foreach (var name in StoreSchema.Tables)
        {
            await foreach (var row in store.Tables.GetTableClient(name).QueryAsync<TableEntity>())
            {
                var columns = row.Where(column => !IsOfTheMoment(name, column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal);
                lines.Add($"{name}: {string.Join(" | ", columns.Select(column => $"{column.Key}={Told(column.Value)}"))}");
            }
        }

        foreach (var name in StoreSchema.Containers)
        {
            await foreach (var blob in store.Blobs.GetBlobContainerClient(name).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, default))
                lines.Add($"{name}: {blob.Name}");
        }

        return lines;

        static bool IsOfTheMoment(string table, string column) =>
            column is "odata.etag" or nameof(TableEntity.Timestamp)
            || (table is "releases" or "pointers" && column is not ("PartitionKey" or "RowKey"));

        static string Told(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value.GetType().Name} {value}";
    }

    /// <summary>One Azurite for the class.</summary>
    public sealed class Emulator : IAsyncLifetime
    {
        private Azurite azurite = null!;

        internal Store Store => Store.Connect(azurite.ConnectionString);

        public async Task InitializeAsync() => azurite = await Azurite.StartAsync(new AzuriteOptions());

        public Task DisposeAsync() => azurite.DisposeAsync().AsTask();
    }
}
