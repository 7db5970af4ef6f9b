using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nantong.OpenData.Api.Tests.Reading.Lies;

namespace Nantong.OpenData.Api.Tests.Polling;

/// <summary>How the process ends: whoever restarts processes goes by the exit code.</summary>
public sealed class LoopEndTests
{
    private const string Nowhere = "AccountName=a;AccountKey=Zm9v;TableEndpoint=http://127.0.0.1:9/a;BlobEndpoint=http://127.0.0.1:9/a;";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_process_whose_loop_dies_ends_with_another_code_than_0()
    {
        var time = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var app = await HostedApp.StartAsync(services => services.AddSingleton(time).AddHostedService<Dying>(), ("OpenDataStorage", Nowhere));
        time.SetResult();
        Assert.Equal(1, await app.Ended.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_process_that_is_stopped_ends_with_0()
    {
        var app = await HostedApp.StartAsync(_ => { }, ("OpenDataStorage", Nowhere));
        await app.DisposeAsync();
        Assert.Equal(0, await app.Ended);
    }

    /// <summary>A loop that dies when its time has come.</summary>
    private sealed class Dying(TaskCompletionSource time) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await time.Task.WaitAsync(stoppingToken);
            throw new InvalidOperationException("this loop dies");
        }
    }
}
