using System.Diagnostics;
using System.Text.Json;
using Nantong.OpenData.Benchmarks.Measuring;
using Nantong.OpenData.Benchmarks.Programs;
using Nantong.OpenData.Benchmarks.Samples;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Pages;

/// <summary>A store of its own with so many observations, and the API before it, which keeps no answers.</summary>
internal sealed class SizedService : IAsyncDisposable
{
    private readonly SampleStore store;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = Timeout.InfiniteTimeSpan });
    private ApiProcess api;

    private SizedService(int observations, SampleStore store, ApiProcess api) => (Observations, this.store, this.api) = (observations, store, api);

    /// <summary>How many observations there are beside those of the plan.</summary>
    public int Observations { get; }

    /// <summary>The pages that are asked for: name and address.</summary>
    public IReadOnlyList<(string Name, string Path)> Pages { get; private set; } = [];

    /// <summary>What the API holds in memory, in MB.</summary>
    public double Megabytes => ProcessMemory.Find(api.ProcessId!.Value)!.Value.Resident;

    /// <summary>Publishes and starts.</summary>
    public static async Task<SizedService> StartAsync(int observations)
    {
        Report.Say($"Publishing {Table.Whole(observations)} observations");
        using var plan = await SamplePlan.WriteAsync(observations);
        var store = await SampleStore.StartAsync(plan.Folder);
        var service = new SizedService(observations, store, await StartApiAsync(store));
        service.Pages =
        [
            ("first page", $"{SampleStore.Plan}/observations?limit=50"),
            ("page at nine tenths", await service.DeepAsync(observations * 9 / 10)),
            ("filtered by indicator", $"{SampleStore.Plan}/observations?indicator=green-travel-share&limit=50"),
            ("filtered by area", $"{SampleStore.Plan}/observations?area={SamplePlan.Area}&limit=50"),
            ("filtered by indicator and area", $"{SampleStore.Plan}/observations?indicator=urbanization-rate&area={SamplePlan.Area}&limit=50"),
            ("filtered by year", $"{SampleStore.Plan}/observations?year=2003&limit=50"),
            ("filtered by indicator and year", $"{SampleStore.Plan}/observations?indicator=green-travel-share&year=2003&limit=50"),
        ];
        return service;
    }

    /// <summary>Starts the API anew, so that nothing of the store is in its memory but the release.</summary>
    public async Task RestartAsync()
    {
        await api.DisposeAsync();
        api = await StartApiAsync(store);
        await TimeAsync($"{SampleStore.Plan}/indicators"); // the first answer of all costs more
    }

    /// <summary>How long an answer takes, in milliseconds, to its last byte.</summary>
    public async Task<double> TimeAsync(string path)
    {
        var watch = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri(api.Address, path));
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await api.DisposeAsync();
        await store.DisposeAsync();
    }

    private static Task<ApiProcess> StartApiAsync(SampleStore store) => Api.StartAsync(store.ConnectionString, Api.Unlimited, Api.Uncached);

    /// <summary>Walks to a page, since only the page before it knows its address.</summary>
    private async Task<string> DeepAsync(int behind)
    {
        var step = Math.Min(500, behind);
        var path = $"{SampleStore.Plan}/observations?limit={step}";
        for (var passed = 0; passed < behind; passed += step)
        {
            using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(api.Address, path)));
            path =
                page.RootElement.GetProperty("page").GetProperty("next").GetString()
                ?? throw new InvalidOperationException($"no page behind {passed} observations");
        }

        return new Uri(api.Address, path).PathAndQuery.Replace($"limit={step}", "limit=50", StringComparison.Ordinal);
    }
}
