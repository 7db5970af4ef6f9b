using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nantong.OpenData.StandInHost.Protocol;

namespace Nantong.OpenData.StandInHost;

/// <summary>How an invocation ended.</summary>
/// <param name="Succeeded">True when the worker said that it did.</param>
/// <param name="Error">What the worker said went wrong; null when it succeeded.</param>
public sealed record InvocationOutcome(bool Succeeded, string? Error);

/// <summary>Acts as the Azure Functions host towards an isolated worker: starts it, lists and loads its functions, hands on HTTP requests, fires
/// timers, ends it.</summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(30);

    private readonly WebApplication rpc;
    private readonly WorkerChannel channel;
    private WorkerProcess worker = null!;
    private Front front = null!;

    private FunctionsHost(WebApplication rpc, WorkerChannel channel) => (this.rpc, this.channel) = (rpc, channel);

    /// <summary>Where it takes requests from outside.</summary>
    public Uri Address => front.Address;

    /// <summary>The functions of the app.</summary>
    public IReadOnlyList<FunctionTrigger> Functions { get; private set; } = [];

    /// <summary>How often each function was invoked by HTTP.</summary>
    public IReadOnlyDictionary<string, int> Invoked => front.Invoked;

    /// <summary>What the worker has printed, and logged through the host.</summary>
    public string Output => $"{worker.Output}{string.Join('\n', channel.Logs)}";

    /// <summary>How long the worker took from its start until every function was loaded.</summary>
    public TimeSpan LoadTime { get; private set; }

    /// <summary>Starts a published folder with some app settings.</summary>
    /// <exception cref="InvalidOperationException">The worker ended, or could not load a function.</exception>
    /// <exception cref="TimeoutException">It was not ready within a minute.</exception>
    public static async Task<FunctionsHost> StartAsync(string folder, params IEnumerable<(string Name, string Value)> settings)
    {
        var channel = new WorkerChannel(folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = int.MaxValue);
        builder.Services.AddSingleton(channel);
        var host = new FunctionsHost(builder.Build(), channel);
        host.rpc.MapGrpcService<WorkerChannel>();
        await host.rpc.StartAsync();

        var clock = Stopwatch.StartNew();
        host.worker = WorkerProcess.Start(folder, Guid.NewGuid().ToString(), new Uri(host.rpc.Urls.First()), settings);
        _ = host.WatchAsync();
        try
        {
            var loaded = await channel.Ready.WaitAsync(ReadyWithin);
            host.LoadTime = clock.Elapsed;
            host.Functions = loaded.Triggers;
            host.front = await Front.StartAsync(channel, loaded);
            return host;
        }
        catch (Exception error)
        {
            var output = host.Output;
            await host.DisposeAsync();
            throw new InvalidOperationException($"The worker did not start: {error.Message}\n{output}", error);
        }
    }

    /// <summary>Fires a timer.</summary>
    /// <param name="function">Name of the function.</param>
    /// <param name="late">True when the schedule's time has passed already.</param>
    public async Task<InvocationOutcome> FireAsync(string function, bool late = false)
    {
        var trigger = Functions.Single(known => known.Function == function && known.Schedule is not null);
        var past = late ? "true" : "false";
        var data = new TypedData { Json = $$"""{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":{{past}}}""" };
        var traceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01";
        var answer = await channel.InvokeAsync(trigger, Guid.NewGuid().ToString(), data, traceParent);
        return new(answer.Result?.Status is StatusResult.Types.Status.Success, answer.Result?.Exception?.Message);
    }

    /// <summary>Asks the worker to end, as the host does before it ends itself; gives the worker's exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        channel.Terminate();
        return await worker.WaitForExitAsync(EndsWithin);
    }

    /// <summary>Ends as a host does that is killed: the worker finds the stream broken.</summary>
    public Task DieAsync() => rpc.StopAsync(new CancellationToken(canceled: true)); // connections are cut, not drained

    /// <summary>Asks the worker to end by SIGTERM, as the platform does with every process; gives the worker's exit code.</summary>
    public async Task<int> SignalAsync()
    {
        worker.Signal();
        return await worker.WaitForExitAsync(EndsWithin);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        worker?.Dispose();
        if (front is not null)
            await front.DisposeAsync();
        await rpc.StopAsync(new CancellationToken(canceled: true));
        await rpc.DisposeAsync();
    }

    private async Task WatchAsync()
    {
        var code = await worker.WaitForExitAsync(Timeout.InfiniteTimeSpan);
        channel.Close($"The worker ended with {code}.");
    }
}
