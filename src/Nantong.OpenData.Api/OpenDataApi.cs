using Microsoft.Extensions.Options;
using Nantong.OpenData.Api.Assistants;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Polling;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Resources.Operation;
using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Api.Resources.Vocabularies;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Jobs;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Inboxes;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Api;

/// <summary>The HTTP surface as a library: services in, one request pipeline out. It knows no host.</summary>
public static class OpenDataApi
{
    /// <summary>True when the build has started the program only to ask it for the OpenAPI document: then nothing else may happen.</summary>
    public static bool IsContractBuild => Contract.IsAllThatIsWanted;

    extension(IServiceCollection services)
    {
        /// <summary>Registers what the API is made of, the jobs included, whoever fires them. Nothing is sent to the store before the app
        /// runs.</summary>
        /// <param name="configuration">The settings <c>OpenData__…</c> and <c>OpenDataStorage</c>, which are checked at start.</param>
        public IServiceCollection AddApi(IConfiguration configuration)
        {
            services.AddRouting();
            services.AddSettings(configuration);
            services.AddData();
            services.AddJobs();
            services.ConfigureHttpJsonOptions(json => Wire.Configure(json.SerializerOptions));
            services.AddContract();
            services.AddAssistants();
            return services;
        }

        private void AddSettings(IConfiguration configuration)
        {
            services.AddOptions<ApiOptions>().BindConfiguration("OpenData").ValidateOnStart();
            services.AddSingleton<IValidateOptions<ApiOptions>, ValidateApiOptions>();
            services
                .AddOptions<StorageOptions>()
                .BindConfiguration("OpenDataStorage")
                .ValidateOnStart()
                .Configure(options => options.ConnectionString = configuration["OpenDataStorage"]);
            services.AddSingleton<IValidateOptions<StorageOptions>, ValidateStorageOptions>();
        }

        private void AddData()
        {
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton<ProcessStart>();
            services.AddSingleton(provider => Connect(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
            services.AddSingleton(provider => new Snapshots(
                provider.GetRequiredService<Store>(),
                provider.GetRequiredService<TimeProvider>(),
                known: provider.GetRequiredService<KnownDamage>()
            ));
            services.AddSingleton<KnownDamage>();
            services.AddSingleton<ReleaseFiles>();
            services.AddSingleton<ObservationTable>();
            services.AddSingleton(provider => new ObservationPages(
                provider.GetRequiredService<ObservationTable>(),
                known: provider.GetRequiredService<KnownDamage>()
            ));
            services.AddSingleton(provider => new ReleaseComparisons(release =>
                provider.GetRequiredService<ObservationTable>().ContentOf(release, onThisThread: true)
            ));
            services.AddSingleton<ChangeLog>();
            services.AddSingleton<Storage.Tables.AggregateTable>();
            services.AddSingleton<RunLog>();
            services.AddSingleton<AggregateValues>();
            services.AddSingleton<StoreWatch>();
            services.AddSingleton<LastVerification>();
            services.AddSingleton(provider => new ResponseCache(
                provider.GetRequiredService<Snapshots>(),
                Options(provider).CacheMegabytes * 1024L * 1024
            ));
            services.AddSingleton(provider => new RateLimit(
                Options(provider).RateLimitRequests,
                TimeSpan.FromSeconds(Options(provider).RateLimitSeconds)
            ));
            if (!IsContractBuild)
                services.AddHostedService<StorePolling>();
        }

        private void AddJobs()
        {
            services.AddSingleton(provider => new Inbox(
                provider.GetRequiredService<Store>(),
                provider.GetRequiredService<TimeProvider>(),
                SignerOf(Options(provider))
            ));
            services.AddSingleton<ReleaseCare>();
            services.AddSingleton<PublishInbox>();
            services.AddSingleton(provider => new RebuildAggregates(
                provider.GetRequiredService<Snapshots>(),
                provider.GetRequiredService<Storage.Tables.AggregateTable>(),
                provider.GetRequiredService<AggregateValues>().RefreshAsync
            ));
            services.AddSingleton<VerifyReleases>();
            services.AddSingleton<JobList>();
            services.AddSingleton<JobRunner>();
        }
    }

    /// <summary>Builds the pipeline that answers every request: the conventions, outermost first, then the resources.</summary>
    /// <param name="services">What <see cref="AddApi"/> registered, built.</param>
    public static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        List<EndpointDataSource> routes = []; // of this pipeline alone: whoever hosts it may have routes of its own
        UseConventions(app, services, routes);
        app.UseEndpoints(endpoints =>
        {
            Map(endpoints);
            routes.AddRange(endpoints.DataSources);
        });
        return app.Build();
    }

    /// <summary>Reads every setting; says which one is wrong. Null when all are sound.</summary>
    /// <param name="services">What <see cref="AddApi"/> registered, built.</param>
    public static string? FindFault(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            services.GetRequiredService<Store>();
            return null;
        }
        catch (FormatException error)
        {
            return $"OpenDataStorage: {error.Message}";
        }
        catch (OptionsValidationException invalid)
        {
            return string.Join(" ", invalid.Failures.Select(failure => invalid.OptionsType == typeof(ApiOptions) ? $"OpenData__{failure}" : failure));
        }
        catch (InvalidOperationException error) // not even a number
        {
            return error.Message;
        }
    }

    private static void UseConventions(IApplicationBuilder app, IServiceProvider services, IReadOnlyList<EndpointDataSource> routes)
    {
        var edge = ActivatorUtilities.CreateInstance<Edge>(services);
        var options = Options(services);

        app.UseTrustedProxies(options.TrustedProxies);
        app.Use(RequestId.Assign);
        app.Use(Cors.Allow);
        app.Use(EdgeHeaders.Add);
        app.Use(Cors.AnswerPreflights);
        app.Use(next => PublicHost.Apply(next, options.PublicBaseUrl));
        app.Use(RequestLimits.Check);
        app.Use(OwnRequests.Offer);
        var cache = services.GetRequiredService<ResponseCache>();
        var limit = options.RateLimitRequests > 0 ? services.GetRequiredService<RateLimit>() : null;
        app.Use(next => limit is null ? cache.Serve(next) : cache.Serve(limit.Guard(next), limit.Announce));
        app.Use(Address.Read);
        app.Use(edge.Guard);
        app.UseRouting();
        app.Use(next => RequestRules.Check(next, routes));
        app.Use(next => ReleaseResolution.Resolve(next, services.GetRequiredService<Snapshots>()));
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        Service.Map(app);
        Crawlers.Map(app);
        Health.Map(app);
        Resources.Operation.OpenApi.Map(app);
        Docs.Map(app);
        SiteAssets.Map(app);
        Mcp.Map(app);

        var v1 = app.MapGroup("/v1").Offers(Format.OfData);
        Config.Map(v1);
        Status.Map(v1);
        ProblemTypes.Map(v1);
        Keys.Map(v1);
        Codelists.Map(v1);
        Resources.Plans.Map(v1);
        Catalogues.Map(v1);

        var plan = v1.MapGroup("/plans/{plan}").IsOfRelease();
        Toc.Map(plan);
        Text.Map(plan);
        NodeLinks.Map(plan);
        ChartAnswers.Map(plan);
        Indicators.Map(plan);
        Evaluations.Map(plan);
        Observations.Map(plan);
        Commitments.Map(plan);
        Places.Map(plan);
        Quality.Map(plan);
        Columns.Map(plan);
        Aggregates.Map(plan);
        Search.Map(plan);
        Verify.Map(plan);
        Cite.Map(plan);
        Resources.Versions.Releases.Map(plan);
        Changes.Map(plan);
        Comparisons.Map(plan);
        Document.Map(plan);
        Files.Map(plan);
        AskedTables.Map(plan);
    }

    /// <summary>Signs what is published from the inbox; the setting was checked at start.</summary>
    private static ManifestSigner? SignerOf(ApiOptions options) =>
        options.SigningKey is { Length: > 0 } key ? ManifestSigner.Read(nameof(ApiOptions.SigningKey), key).Value : null;

    private static ApiOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<ApiOptions>>().Value;

    private static Store Connect(StorageOptions options) =>
        options is { TableServiceUri: { } tables, BlobServiceUri: { } blobs }
            ? Store.Connect(tables, blobs)
            : Store.Connect(options.ConnectionString is { Length: > 0 } text ? text : "UseDevelopmentStorage=true");
}
