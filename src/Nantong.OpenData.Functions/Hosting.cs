using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Http;
using Nantong.OpenData.Functions.Timers;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions;

/// <summary>What the process is made of, and where it listens.</summary>
internal static class Hosting
{
    private const string LocalUrl = "http://127.0.0.1:7071"; // where `func start` would listen, too

    extension(WebApplicationBuilder app)
    {
        /// <summary>The port that the Functions host gave; null when no host is in front.</summary>
        public int? FunctionsPort => ushort.TryParse(app.Configuration[StartUp.FunctionsPort], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

        /// <summary>Listens for the Functions host on the loopback only, or wherever <c>ASPNETCORE_URLS</c> and <c>--urls</c> say.</summary>
        public WebApplicationBuilder AddListener()
        {
            app.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                RequestLimits.Set(kestrel.Limits);
                if (app.FunctionsPort is { } port) kestrel.Listen(IPAddress.Loopback, port); // wins over every URL setting
            });
            app.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = RequestLimits.Listen);
            if (app.Configuration["urls"] is null or "") app.WebHost.UseUrls(LocalUrl);
            app.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // a line per request costs throughput and repeats what traces tell
            app.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", StartUp.LogsItself);
            app.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", StartUp.LogsItself);
            return app;
        }

        /// <summary>The settings, checked at start.</summary>
        public WebApplicationBuilder AddSettings()
        {
            app.Services.AddOptions<ApiOptions>().BindConfiguration("OpenData").ValidateOnStart();
            app.Services.AddSingleton<IValidateOptions<ApiOptions>, ValidateApiOptions>();
            app.Services.AddOptions<StorageOptions>().BindConfiguration("OpenDataStorage").ValidateOnStart()
                .Configure(options => options.ConnectionString = app.Configuration["OpenDataStorage"]);
            app.Services.AddSingleton<IValidateOptions<StorageOptions>, ValidateStorageOptions>();
            return app;
        }

        /// <summary>The store and what is read from it. Nothing is sent to it before the app listens.</summary>
        public WebApplicationBuilder AddData()
        {
            app.Services.AddSingleton(TimeProvider.System);
            app.Services.AddSingleton(services => Connect(services.GetRequiredService<IOptions<StorageOptions>>().Value));
            app.Services.AddSingleton(services => new Snapshots(
                services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>(), known: services.GetRequiredService<KnownDamage>()));
            app.Services.AddSingleton<KnownDamage>();
            app.Services.AddSingleton<ReleaseFiles>();
            app.Services.AddSingleton<ObservationTable>();
            app.Services.AddSingleton(services => new ObservationPages(
                services.GetRequiredService<ObservationTable>(), known: services.GetRequiredService<KnownDamage>()));
            app.Services.AddSingleton(services => new ReleaseComparisons(services.GetRequiredService<ObservationTable>().ContentOf));
            app.Services.AddSingleton<ChangeLog>();
            app.Services.AddSingleton<ChangeLogs>();
            app.Services.AddSingleton<AggregateStore>();
            app.Services.AddSingleton<Figures>();
            app.Services.AddSingleton<StoreWatch>();
            app.Services.AddSingleton<LastVerification>();
            app.Services.AddSingleton(services => new ReadyAnswers(services.GetRequiredService<Snapshots>(), Options(services).CacheMegabytes * 1024L * 1024));
            app.Services.AddSingleton(services => new RateLimit(
                Options(services).RateLimitRequests, TimeSpan.FromSeconds(Options(services).RateLimitSeconds), services.GetRequiredService<TimerFunctions>().All.Select(timer => $"/{timer.Name}")));
            if (!Contract.IsAllThatIsWanted) app.Services.AddHostedService<StorePolling>();
            return app;
        }

        /// <summary>The timers, and the scheduler where no Functions host fires them.</summary>
        public WebApplicationBuilder AddTimers()
        {
            app.Services.AddSingleton(services => new TimerSchedules(AppContext.BaseDirectory, services.GetRequiredService<TimeProvider>()));
            app.Services.AddSingleton<TimerRunner>();
            app.Services.AddSingleton(services => new Inbox(
                services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>(), SignerOf(Options(services))));
            app.Services.AddSingleton<ReleaseCare>();
            app.Services.AddSingleton<PublishInbox>();
            app.Services.AddSingleton<RebuildAggregates>();
            app.Services.AddSingleton<VerifyReleases>();
            app.Services.AddSingleton(services => new TimerFunctions(
            [
                services.GetRequiredService<PublishInbox>().Timer,
                services.GetRequiredService<RebuildAggregates>().Timer,
                services.GetRequiredService<VerifyReleases>().Timer,
            ]));
            if (app.FunctionsPort is null && !Contract.IsAllThatIsWanted) app.Services.AddHostedService<LocalSchedule>();
            return app;
        }

        /// <summary>The way that handlers write JSON, for the framework and for the OpenAPI document.</summary>
        public WebApplicationBuilder AddJson()
        {
            app.Services.ConfigureHttpJsonOptions(json => Wire.Configure(json.SerializerOptions));
            return app;
        }
    }

    extension(WebApplication app)
    {
        /// <summary>The conventions that every request passes, outermost first.</summary>
        public WebApplication UseConventions()
        {
            var edge = ActivatorUtilities.CreateInstance<Edge>(app.Services);
            var options = app.Services.GetRequiredService<IOptions<ApiOptions>>().Value;
            var (publicBaseUrl, behindHost) = (options.PublicBaseUrl, app.Configuration[StartUp.FunctionsPort] is { Length: > 0 });

            app.UseTrustedProxies(options.TrustedProxies, behindHost);
            app.Use(RequestId.Assign);
            app.Use(Cors.Allow);
            app.Use(EdgeHeaders.Add);
            app.Use(Cors.AnswerPreflights);
            app.Use(next => RequestLimits.Check(next, publicBaseUrl));
            if (options.RateLimitRequests > 0) app.Use(next => app.Services.GetRequiredService<RateLimit>().Guard(next, publicBaseUrl));
            app.Use(next => app.Services.GetRequiredService<ReadyAnswers>().Serve(next, hostMatters: publicBaseUrl is null));
            app.Use(next => Address.Read(next, publicBaseUrl));
            app.Use(edge.Guard);
            app.UseRouting();
            app.Use(RequestRules.Check);
            app.Use(next => ReleaseResolution.Resolve(next, app.Services.GetRequiredService<Snapshots>()));
            return app;
        }
    }

    /// <summary>Signs what is published from the inbox; the setting was checked at start.</summary>
    private static ManifestSigner? SignerOf(ApiOptions options) =>
        options.SigningKey is { Length: > 0 } key ? ManifestSigner.Read(nameof(ApiOptions.SigningKey), key).Value : null;

    private static ApiOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<ApiOptions>>().Value;

    private static Store Connect(StorageOptions options) => options is { TableServiceUri: { } tables, BlobServiceUri: { } blobs }
        ? Store.Connect(tables, blobs)
        : Store.Connect(options.ConnectionString is { Length: > 0 } text ? text : "UseDevelopmentStorage=true");
}
