using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>Many rows are written in as few transactions as the service allows, each row once.</summary>
public sealed partial class TransactionTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Fact]
    public async Task A_publisher_fills_its_transactions_adds_each_row_once_and_never_overlaps_two_in_the_emulator()
    {
        var plan = LocalStore.NewRealPlan();
        var values =
            from place in plan.Places.Where(place => place.Id != "nantong")
            from year in Enumerable.Range(2000, 36)
            from indicator in new[] { "urbanization-rate", "green-travel-share" }
            select new Observation(
                indicator,
                place.Id,
                year,
                year - 1990,
                plan.Indicators.Single(row => row.Id == indicator).Unit,
                "A",
                "Statistics bureau",
                null
            );
        var many = TestPlan.Observed(plan, values);
        var watch = new TransactionWatch();
        var store = local.WatchedBy(watch);

        Assert.IsType<PublishOutcome.Published>(await new Publisher(store, TimeProvider.System).PublishAsync(many, version: null, "a test"));

        var sizes = watch.Seen.Where(seen => seen.Table == TableNames.Observations).Select(seen => seen.Added).Order().ToArray();
        var needed = many
            .Observations.Chunk(RecordTables.ObservationsInPart)
            .SelectMany(part => part.CountBy(row => row.Indicator))
            .SelectMany(part => Enumerable.Repeat(100, part.Value / 100).Append(part.Value % 100))
            .Where(size => size > 0)
            .Order();
        Assert.Equal(needed, sizes);
        Assert.All(watch.Seen, seen => Assert.Equal(0, seen.Replaced));
        Assert.Equal(1, watch.MostAtOnce);
    }

    [Fact]
    public async Task Rows_that_an_interrupted_run_left_are_replaced()
    {
        var key = new ReleaseKey(LocalStore.NewPlan().About.Id, ReleaseVersion.First);
        var table = local.Store.Table(TableNames.Runs);
        TableEntity[] rows = [.. Enumerable.Range(0, 5).Select(row => new TableEntity(key.Partition, $"{row}") { ["text"] = "left" })];
        await table.PutAsync(rows[..3], default);
        foreach (var row in rows)
            row["text"] = "sent";

        await table.PutAsync(rows, default);

        var found = await table.PartitionAsync(key.Partition, default).ToListAsync();
        Assert.Equal(rows.Select(row => (row.RowKey, "sent")), found.Select(row => (row.RowKey, row.GetString("text"))));
        await table.DeleteAsync(KeyRange.Of(key.Partition), default);
    }

    /// <summary>Counts transactions, and what is in them.</summary>
    private sealed partial class TransactionWatch : HttpPipelinePolicy
    {
        private readonly Lock gate = new();
        private int atOnce;

        public List<(string Table, int Added, int Replaced)> Seen { get; } = [];

        public int MostAtOnce { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("publishing awaits");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                await ProcessNextAsync(message, pipeline);
                return;
            }

            using var body = new MemoryStream();
            await message.Request.Content!.WriteToAsync(body, message.CancellationToken);
            var operations = Operation().Matches(Encoding.UTF8.GetString(body.ToArray()));
            lock (gate)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
                Seen.Add(
                    (
                        operations[0].Groups["table"].Value,
                        operations.Count(operation => operation.Groups["verb"].Value is "POST"),
                        operations.Count(operation => operation.Groups["verb"].Value is not "POST")
                    )
                );
            }

            await ProcessNextAsync(message, pipeline);
            lock (gate)
                atOnce--;
        }

        [GeneratedRegex(@"^(?<verb>POST|PUT|PATCH|MERGE) http\S*/(?<table>\w+)[(?\s]", RegexOptions.Multiline)]
        private static partial Regex Operation();
    }
}
