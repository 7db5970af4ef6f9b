using System.Net;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Functions.Tests.Host;

/// <summary>How the worker starts and ends.</summary>
[Collection(PublishedFunctions.Collection)]
public sealed class WorkerLifeTests(PublishedFunctions published)
{
    [Fact]
    public async Task Asked_to_end_it_ends_well()
    {
        await using var live = await LiveStore.StartAsync();
        await using var asked = await Worker.StartAsync(published.Folder, live.ConnectionString);
        await asked.ReadyAsync();
        Assert.Equal(0, await asked.Host.TerminateAsync());
    }

    /// <summary>The worker's library does not end with the stream to its host: the platform ends the container, and with it the worker.</summary>
    [Fact]
    public async Task A_worker_whose_host_was_killed_harms_nothing_and_ends_well_when_the_platform_says_so()
    {
        await using var live = await LiveStore.StartAsync();
        await using var left = await Worker.StartAsync(published.Folder, live.ConnectionString);
        await left.ReadyAsync();
        await left.Host.DieAsync();
        Assert.Equal(0, await left.Host.SignalAsync());

        await using var next = await Worker.StartAsync(published.Folder, live.ConnectionString);
        await next.ReadyAsync();
        Assert.True((await next.Host.FireAsync("RebuildAggregates")).Succeeded);
    }

    [Fact]
    public async Task A_worker_that_starts_before_its_store_serves_when_the_store_is_there()
    {
        await using var live = await LiveStore.StartAsync();
        await live.StopAsync();
        await using var worker = await Worker.StartAsync(published.Folder, live.ConnectionString);
        using (var away = await worker.Client.GetAsync("/v1/plans/urbanization-14fyp"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);

        await live.RestartAsync();
        await worker.ReadyAsync();
        using var back = await worker.Client.GetAsync("/v1/plans/urbanization-14fyp");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task A_setting_that_cannot_work_is_named_and_ends_the_worker()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Worker.StartAsync(published.Folder, "UseDevelopmentStorage=true", ("OpenData__PollSeconds", "0"))
        );
        Assert.Contains("OpenData__PollSeconds", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_holds_what_the_host_and_a_deployment_look_for()
    {
        var files = Directory.EnumerateFiles(published.Folder).Select(Path.GetFileName).ToList();
        Assert.All(
            ["host.json", "worker.config.json", "functions.metadata", "extensions.json", "Nantong.OpenData.Functions.dll"],
            file => Assert.Contains(file, files)
        );
        Assert.DoesNotContain("local.settings.json", files);
    }
}
