using Azure.Data.Tables;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>Benchmarks let Azurite look rows and blobs up by its indexes, which it does not do by itself: it must find the same.</summary>
public sealed class AzuriteKeysTests(LocalStore local) : IClassFixture<LocalStore>
{
    private static readonly string[] Partitions =
    [
        "a|1.0.0",
        "a|1.0.0|x",
        "a|1.0.1",
        "it's",
        "07",
        "7",
        "7.0",
        "1e1",
        "10",
        "南通 or not",
        "PartitionKey eq 'a'",
    ];
    private static readonly string[] Rows =
    [
        "0",
        "00",
        "1",
        "01",
        "1.0",
        "a b",
        "o'clock",
        "南",
        "latest",
        "latest|2020",
        "latest|2021",
        "latest-2|2020",
        "lb|2020",
        "1|2020",
        "Infinity",
        "2519999999999999999",
        "2519999999999999998",
    ];

    private static readonly (string From, string Before)[] Ranges =
    [
        ("latest|", "latest}"),
        ("latest|2020", "latest|2021"),
        ("latest", "lb|2020"),
        ("a", "b"),
        ("b", "c"),
        ("zz", "zzz"),
        ("lb", "latest"),
        ("latest|2021", "南"),
    ];

    private static readonly string?[] Filters =
    [
        null,
        .. Partitions.Select(partition => TableClient.CreateQueryFilter($"PartitionKey eq {partition}")),
        .. Partitions.Select(partition => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"01"} and RowKey lt {"a"}")),
        .. from partition in Partitions
        from range in Ranges
        select TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}"),
        .. Ranges.Select(range => TableClient.CreateQueryFilter($"PartitionKey eq {"it's"} and RowKey ge {range.From}")),
        .. Ranges.Select(range => TableClient.CreateQueryFilter($"PartitionKey eq {"7"} and RowKey ge {range.From} and number gt {8}")),
        TableClient.CreateQueryFilter($"PartitionKey eq {"7"} and number eq {3}"),
        TableClient.CreateQueryFilter($"PartitionKey eq {"7"} or RowKey eq {"latest"}"),
        TableClient.CreateQueryFilter($"PartitionKey eq {"7"} and number eq {3} or number eq {4}"),
        TableClient.CreateQueryFilter($"PartitionKey eq {"7"} and not (number eq {3})"),
        TableClient.CreateQueryFilter($"PartitionKey ge {"a|1.0.0"} and PartitionKey lt {"a|1.0.0!"}"),
        TableClient.CreateQueryFilter($"RowKey eq {"01"} and PartitionKey eq {"7"}"),
    ];

    [Fact]
    public async Task What_is_found_by_keys_is_what_azurite_finds_by_itself()
    {
        await using var indexed = await Azurite.StartAsync(new() { UseKeys = true });
        var (ours, theirs) = (await FillAsync(Store.Connect(indexed.ConnectionString)), await FillAsync(local.Store));

        foreach (var filter in Filters)
        {
            var expected = await FindAsync(theirs, filter);
            Assert.Equal(expected, await FindAsync(ours, filter));
        }

        foreach (var (partition, row) in from partition in Partitions.Append("none") from row in Rows.Append("none") select (partition, row))
            Assert.Equal(
                (await theirs.FindAsync(new(partition, row), default))?.GetInt32("number"),
                (await ours.FindAsync(new(partition, row), default))?.GetInt32("number")
            );
        await theirs.DeleteAsync();
    }

    [Fact]
    public async Task A_blob_that_is_found_by_its_name_is_the_one_that_was_written_under_it()
    {
        await using var indexed = await Azurite.StartAsync(new() { UseKeys = true });
        var store = Store.Connect(indexed.ConnectionString);
        string[] containers = ["blobs", "others"],
            names = [.. Partitions.Union(Rows)];
        var (replaced, deleted) = (names[^1], names[^2]);
        foreach (var container in containers)
        {
            await store.Container(container).CreateAsync();
            foreach (var name in names)
                await store.Container(container).UploadBlobAsync(name, BinaryData.FromString($"{container} {name}"));
        }

        await store.Container("blobs").GetBlobClient(replaced).UploadAsync(BinaryData.FromString("new"), overwrite: true);
        await store.Container("blobs").DeleteBlobAsync(deleted);

        foreach (var (container, name) in from container in containers from name in names.Append("none") select (container, name))
        {
            var expected = (container, name) switch
            {
                (_, "none") => null,
                ("blobs", _) when name == replaced => "new",
                ("blobs", _) when name == deleted => null,
                _ => $"{container} {name}",
            };
            var blob = store.Container(container).GetBlobClient(name);
            Assert.Equal(expected is not null, (await blob.ExistsAsync()).Value);
            if (expected is not null)
                Assert.Equal(expected, (await blob.DownloadContentAsync()).Value.Content.ToString());
        }
    }

    /// <summary>Adds every row, then replaces one and deletes one of each partition.</summary>
    private static async Task<TableClient> FillAsync(Store store)
    {
        var table = store.Table("azuriteKeys");
        await table.CreateAsync();
        foreach (var (place, partition) in Partitions.Index())
        {
            TableEntity[] rows = [.. Rows.Select((row, number) => new TableEntity(partition, row) { ["number"] = number + place })];
            await table.PutAsync(rows, default);
            rows[2]["number"] = 1_000 + place;
            await table.PutAsync([rows[2]], default);
            await table.DeleteAsync([rows[4]], default);
        }

        return table;
    }

    /// <summary>In pages, so that they have to be continued.</summary>
    private static async Task<List<(string, string, int?)>> FindAsync(TableClient table, string? filter)
    {
        List<(string, string, int?)> found = [];
        await foreach (var row in table.RowsAsync(filter, default, pageSize: 4))
            found.Add((row.PartitionKey, row.RowKey, row.GetInt32("number")));
        return found;
    }
}
