using Nantong.OpenData.Benchmarks.Measuring;

namespace Nantong.OpenData.Benchmarks.Pages;

/// <summary>How long a page of observations takes, with few and with many observations behind it.</summary>
internal static class PagesBenchmark
{
    private const int Restarts = 7;
    private const int Repeats = 40;

    public static async Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("pages", "Pages of observations", output);
        await using var small = await SizedService.StartAsync(settings.Observations / 100);
        await using var middle = await SizedService.StartAsync(settings.Observations / 10);
        await using var large = await SizedService.StartAsync(settings.Observations);
        SizedService[] services = [small, middle, large];

        string[] columns =
        [
            "page of 50",
            .. services.Select(service => $"{Table.Whole(service.Observations)}, ms"),
            "ratio of the last to the first",
        ];
        var (cold, warm) = (new Table(columns), new Table(columns));
        foreach (var (index, (name, _)) in small.Pages.Index())
        {
            Report.Say($"Measuring: {name}");
            Add(
                cold,
                name,
                await Medians.InterleavedAsync(
                    services,
                    Restarts,
                    async service =>
                    {
                        await service.RestartAsync();
                        return await service.TimeAsync(service.Pages[index].Path);
                    }
                )
            );
            foreach (var service in services)
                await service.TimeAsync(service.Pages[index].Path);
            Add(
                warm,
                name,
                await Medians.InterleavedAsync(services, settings.Rounds * Repeats, service => service.TimeAsync(service.Pages[index].Path))
            );
        }

        report.Add(
            "A store and an API process for each size; answers are not kept, one request at a time. Medians, interleaved: cold is the "
                + $"first request for the page of a fresh process ({Restarts} starts), warm the same page again ({settings.Rounds * Repeats} "
                + "times)."
        );
        report.Add($"Cold, read from the store:\n\n{cold}");
        report.Add($"Warm:\n\n{warm}");
        report.Add($"Memory of the API at the end: {string.Join(", ", services.Select(MemoryOf))}.");
        report.End();

        static string MemoryOf(SizedService service) => $"{Table.Tenths(service.Megabytes)} MB with {Table.Whole(service.Observations)}";

        void Add(Table table, string name, IReadOnlyDictionary<SizedService, List<double>> results)
        {
            double[] medians = [.. services.Select(service => Medians.Of(results[service]))];
            table.Add([name, .. medians.Select(Table.Ratio), Table.Ratio(medians[^1] / medians[0])]);
        }
    }
}
