using System.Net;
using Nantong.OpenData.Native.Host;
using Nantong.OpenData.Native.Publish;

namespace Nantong.OpenData.Native.Telemetry;

[Collection(NativeApp.Name)]
public sealed class TelemetryTests(PublishedApp app, PublishedStore store)
{
    [NativeFact]
    public async Task Traces_metrics_and_logs_arrive_by_otlp_with_the_names_of_the_conventions()
    {
        using var receiver = new TelemetryReceiver();
        await using var host = await FunctionsHost.StartAsync(app.Folder,
        [
            ("OpenDataStorage", store.ConnectionString),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Endpoint),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
            ("WEBSITE_SITE_NAME", "opendata-test"),
            ("REGION_NAME", "East Asia"),
        ]);
        using var ready = await host.GetUntilAsync("/health/ready", HttpStatusCode.OK);
        await host.FireAsync("RebuildAggregates");
        await host.StopAsync(); // what has not been sent yet is sent now

        await receiver.ExpectAsync("traces",
            "service.name", "nantong-opendata", "service.version", "cloud.provider", "azure.functions", "cloud.region", "East Asia", "opendata-test",
            "http.request.method", "http.route", "http.response.status_code", "faas.trigger", "http", "faas.invocation_id", "timer", "faas.cron", "RebuildAggregates");
        await receiver.ExpectAsync("metrics", "http.server.request.duration", "faas.invocations", "faas.invoke_duration", "dotnet.gc.collections");
        await receiver.ExpectAsync("logs", "nantong-opendata", "Application started");
    }

    [NativeFact]
    public async Task Traces_metrics_and_logs_arrive_at_azure_monitor()
    {
        using var receiver = new TelemetryReceiver();
        await using var host = await FunctionsHost.StartAsync(app.Folder,
        [
            ("OpenDataStorage", store.ConnectionString),
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={receiver.Endpoint}/;LiveEndpoint={receiver.Endpoint}/"),
            ("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"), // the SDK's report about itself to its makers
            ("OTEL_TRACES_SAMPLER", "microsoft.fixed_percentage"), ("OTEL_TRACES_SAMPLER_ARG", "1.0"), // every trace, so that ours is not left to chance
        ]);
        using var live = await host.GetAsync("/health/live");
        await host.StopAsync();

        await receiver.ExpectAsync("track", "RequestData", "MetricData", "MessageData", "nantong-opendata", "/health/live");
    }

    [NativeFact]
    public async Task Without_an_endpoint_nothing_is_exported()
    {
        using var receiver = new TelemetryReceiver();
        await using var host = await FunctionsHost.StartAsync(app.Folder,
        [
            ("OpenDataStorage", store.ConnectionString),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.Endpoint + "/v1/traces"),
        ]);
        using var live = await host.GetAsync("/health/live");
        await host.StopAsync();

        Assert.True(receiver.IsEmpty);
        Assert.DoesNotContain("OpenTelemetry", host.Output, StringComparison.OrdinalIgnoreCase);
    }
}
