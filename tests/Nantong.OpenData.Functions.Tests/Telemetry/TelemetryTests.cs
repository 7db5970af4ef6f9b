using Nantong.OpenData.Server.Tests.Telemetry;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Functions.Tests.Telemetry;

[Collection(PublishedFunctions.Collection)]
public sealed class TelemetryTests(PublishedFunctions published)
{
    [Fact]
    public async Task Traces_metrics_and_logs_arrive_by_otlp_with_what_the_platform_says_of_itself()
    {
        await using var live = await LiveStore.StartAsync();
        using var receiver = new TelemetryReceiver();
        await using var worker = await Worker.StartAsync(
            published.Folder,
            live.ConnectionString,
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Endpoint),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
                ("WEBSITE_SITE_NAME", "opendata-test"),
                ("REGION_NAME", "East Asia"),
            ]
        );
        await worker.ReadyAsync();
        Assert.True((await worker.Host.FireAsync("RebuildAggregates")).Succeeded);
        await worker.Host.TerminateAsync(); // what has not been sent yet is sent now

        await receiver.ExpectAsync(
            "traces",
            "service.name",
            "nantong-opendata",
            "service.version",
            "cloud.provider",
            "azure.functions",
            "cloud.region",
            "East Asia",
            "opendata-test",
            "http.request.method",
            "http.response.status_code",
            "faas.trigger",
            "http",
            "faas.invocation_id",
            "timer",
            "faas.cron",
            "RebuildAggregates"
        );
        await receiver.ExpectAsync(
            "metrics",
            "Health",
            "http.server.request.duration",
            "faas.invocations",
            "faas.invoke_duration",
            "dotnet.gc.collections"
        );
        await receiver.ExpectAsync("logs", "nantong-opendata", "Application started");
    }

    [Fact]
    public async Task Traces_metrics_and_logs_arrive_at_azure_monitor()
    {
        await using var live = await LiveStore.StartAsync();
        using var receiver = new TelemetryReceiver();
        await using var worker = await Worker.StartAsync(
            published.Folder,
            live.ConnectionString,
            [
                (
                    "APPLICATIONINSIGHTS_CONNECTION_STRING",
                    $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={receiver.Endpoint}/;LiveEndpoint={receiver.Endpoint}/"
                ),
                ("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"), // the SDK's report about itself to its makers
                ("OTEL_TRACES_SAMPLER", "microsoft.fixed_percentage"),
                ("OTEL_TRACES_SAMPLER_ARG", "1.0"), // every trace, so that ours is not left to chance
            ]
        );
        await worker.ReadyAsync();
        await worker.Host.TerminateAsync();

        await receiver.ExpectAsync("track", "RequestData", "MetricData", "MessageData", "nantong-opendata", "/health/ready");
    }
}
