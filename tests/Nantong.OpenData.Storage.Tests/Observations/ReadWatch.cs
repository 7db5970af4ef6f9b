using Azure.Core;
using Azure.Core.Pipeline;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Storage.Tests.Observations;

/// <summary>Counts the rows that come from the store.</summary>
internal sealed class ReadWatch : HttpPipelinePolicy
{
    private int rows;

    public int Rows => Volatile.Read(ref rows);

    /// <summary>Pages, and who counts the rows that they read.</summary>
    public static (ObservationPages Pages, ReadWatch Watch) Pages(LocalStore local)
    {
        var watch = new ReadWatch();
        return (new ObservationPages(new ObservationTable(local.WatchedBy(watch))), watch);
    }

    /// <summary>Reads all pages, each of which must tell the same total.</summary>
    public static async Task<(IReadOnlyList<Observation> Rows, IReadOnlyList<int> Sizes)> WalkAsync(
        ObservationPages pages,
        Snapshot release,
        ObservationQuery query,
        int limit,
        int? total
    )
    {
        List<Observation> rows = [];
        List<int> sizes = [];
        string? after = null;
        do
        {
            var page = await pages.ReadAsync(release, query, after, limit);
            Assert.Equal(total, page.Total);
            rows.AddRange(page.Items);
            sizes.Add(page.Items.Count);
            after = page.Next;
        } while (after is not null);

        return (rows, sizes);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("pages are awaited");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Interlocked.Add(ref rows, message.Response.Content.ToString().Split("\"RowKey\":").Length - 1); // several are read beside each other
    }
}
