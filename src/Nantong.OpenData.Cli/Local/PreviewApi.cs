using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nantong.OpenData.Api;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Jobs;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Cli.Local;

/// <summary>The API in this process, on a port of the loopback address, over a store that somebody else writes.</summary>
internal sealed class PreviewApi : IAsyncDisposable
{
    private readonly WebApplication app;

    private PreviewApi(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>Starts it. No setting of the environment is read.</summary>
    /// <param name="store">The store that it reads.</param>
    /// <param name="port">The port; 0 takes any free one.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<PreviewApi> StartAsync(Store store, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new($"OpenData:{nameof(ApiOptions.RateLimitRequests)}", "0")]);
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => RequestLimits.Set(kestrel.Limits))
            .UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Services.AddApi(builder.Configuration);
        builder.Services.AddSingleton(store);
        var app = builder.Build();
        app.Run(OpenDataApi.Build(app.Services));
        await app.StartAsync(cancellationToken);
        return new PreviewApi(app);
    }

    /// <summary>Reads what was published: until then it shows what it showed before.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => app.Services.GetRequiredService<Snapshots>().RefreshAsync(cancellationToken);

    /// <summary>Computes the aggregates of what was published.</summary>
    public Task RebuildAggregatesAsync(CancellationToken cancellationToken) =>
        app.Services.GetRequiredService<RebuildAggregates>().Job.WorkAsync(cancellationToken);

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
