using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Nantong.OpenData.Api.Tests.Reading.Lies;

/// <summary>The real app, from its entry point, within the process of the tests: it starts in a fraction of the time, and its clock can be
/// set.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource<IHost> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IServiceCollection> replace;
    private readonly Thread thread;

    static HostedApp() => DiagnosticListener.AllListeners.Subscribe(new Watch());

    private HostedApp(string[] arguments, Action<IServiceCollection> replace)
    {
        this.replace = replace;
        thread = new Thread(() => Run(arguments)) { IsBackground = true };
    }

    /// <summary>The app that is being built on this thread.</summary>
    [field: ThreadStatic]
    private static HostedApp? Building { get; set; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What the app is made of.</summary>
    public IServiceProvider Services { get; private set; } = null!;

    /// <summary>Its exit code, when it has ended.</summary>
    public Task<int> Ended => ended.Task;

    /// <summary>Starts the app and waits until it listens.</summary>
    /// <param name="replace">Puts other services in the place of the app's own.</param>
    /// <param name="settings">Settings, as the app names them.</param>
    public static async Task<HostedApp> StartAsync(Action<IServiceCollection> replace, params (string Name, string Value)[] settings)
    {
        var app = new HostedApp(
            [
                "--urls=http://127.0.0.1:0",
                "--OpenData:RateLimitRequests=0",
                "--Logging:LogLevel:Default=None",
                .. settings.Select(setting => $"--{setting.Name}={setting.Value}"),
            ],
            replace
        );
        app.thread.Start();
        var first = await Task.WhenAny(app.started.Task, app.ended.Task).WaitAsync(StartLimit);
        if (first == app.ended.Task)
            throw new InvalidOperationException($"The app ended with {await app.ended.Task} before it listened.");
        app.Services = (await app.started.Task).Services;
        app.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return app;
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Services is not null && !ended.Task.IsCompleted)
            Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await ended.Task.WaitAsync(StartLimit);
    }

    private void Run(string[] arguments)
    {
        Building = this;
        try
        {
            ended.TrySetResult((int)System.Reflection.Assembly.Load("Nantong.OpenData.Server").EntryPoint!.Invoke(null, [arguments])!);
        }
        catch (Exception error)
        {
            ended.TrySetException(error.InnerException ?? error);
        }
    }

    /// <summary>Hears of every host that is built in the process, as the framework's own test host does.</summary>
    private sealed class Watch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Building is not { } app)
                return;
            if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
                builder.ConfigureServices((_, services) => app.replace(services));
            if (value is { Key: "HostBuilt", Value: IHost host })
                host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => app.started.TrySetResult(host));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
