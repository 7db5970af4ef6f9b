using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nantong.OpenData.StandInHost.Protocol;
using Yarp.ReverseProxy.Forwarder;

namespace Nantong.OpenData.StandInHost;

/// <summary>Takes requests from outside, finds the function by its route, and hands the request to the worker while it tells it of the
/// invocation.</summary>
/// <remarks>Source: azure-functions-host, DefaultHttpProxyService and WebScriptHostHttpRoutesManager: functions are tried in the order of their
/// names.</remarks>
internal sealed class Front : IAsyncDisposable
{
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly WebApplication app;
    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
        }
    );

    private Front(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>How often each function was invoked.</summary>
    public ConcurrentDictionary<string, int> Invoked { get; } = new();

    /// <summary>Starts it on a free port of the loopback.</summary>
    public static async Task<Front> StartAsync(WorkerChannel worker, WorkerChannel.Loaded loaded)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var front = new Front(builder.Build());
        var forwarder = front.app.Services.GetRequiredService<IHttpForwarder>();
        var inOrder = loaded
            .Triggers.Where(trigger => trigger.Route is not null)
            .OrderBy(trigger => trigger.Function, StringComparer.OrdinalIgnoreCase);
        foreach (var (order, trigger) in inOrder.Index())
        {
            RequestDelegate answer = context => front.ForwardAsync(context, forwarder, worker, trigger, loaded.HttpAddress!);
            var route = trigger.Methods is []
                ? front.app.Map($"/{trigger.Route}", answer)
                : front.app.MapMethods($"/{trigger.Route}", trigger.Methods, answer);
            route.Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = order);
        }

        await front.app.StartAsync();
        return front;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, IHttpForwarder forwarder, WorkerChannel worker, FunctionTrigger trigger, Uri to)
    {
        Invoked.AddOrUpdate(trigger.Function, 1, (_, count) => count + 1);
        var id = Guid.NewGuid().ToString();
        var traceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01";
        context.Request.Headers["x-ms-invocation-id"] = id; // a client's own is overwritten
        context.Request.Headers.TraceParent = traceParent;
        var forwarding = ForwardWhenListeningAsync(context, forwarder, to);
        var invocation = worker.InvokeAsync(trigger, id, new() { Http = new() }, traceParent);
        await forwarding;
        var outcome = await invocation;
        if (outcome.Result is { Status: StatusResult.Types.Status.Failure } && !context.Response.HasStarted)
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    /// <summary>The worker may say that it is ready a moment before its server listens: the host tries again.</summary>
    private async Task ForwardWhenListeningAsync(HttpContext context, IHttpForwarder forwarder, Uri to)
    {
        for (var pause = 50; ; pause = Math.Min(250, 2 * pause))
        {
            var error = await forwarder.SendAsync(
                context,
                to.AbsoluteUri.TrimEnd('/'),
                client,
                Config,
                PeerTransformer.Instance,
                context.RequestAborted
            );
            if (error is ForwarderError.None or not ForwarderError.Request || context.Response.HasStarted)
                return;
            if (context.GetForwarderErrorFeature()?.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                return;
            context.Response.Clear();
            await Task.Delay(pause, context.RequestAborted);
        }
    }

    /// <summary>What a real host was seen to do: the header names the host's own peer, whatever it said before.</summary>
    private sealed class PeerTransformer : HttpTransformer
    {
        public static readonly PeerTransformer Instance = new();

        public override async ValueTask TransformRequestAsync(
            HttpContext context,
            HttpRequestMessage request,
            string prefix,
            CancellationToken cancellationToken
        )
        {
            await base.TransformRequestAsync(context, request, prefix, cancellationToken);
            request.Headers.Remove("X-Forwarded-For");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"{context.Connection.RemoteIpAddress}");
        }
    }
}
