using System.Text.Json.Nodes;
using Nantong.OpenData.Server.Tests.Native;

namespace Nantong.OpenData.Server.Tests.Telemetry;

[Collection(NativeApp.Name)]
public sealed class TelemetryTests(PublishedApp app, PublishedStore store)
{
    [NativeFact]
    public async Task Traces_metrics_and_logs_arrive_by_otlp_with_the_names_of_the_conventions()
    {
        using var receiver = new TelemetryReceiver();
        await using var server = await NativeServer.StartAsync(
            app.Executable,
            [
                ("OpenDataStorage", store.ConnectionString),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Endpoint),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
            ]
        );
        using var ready = await server.GetUntilAsync("/v1/status", (_, body) => HasRebuilt(JsonNode.Parse(body)!));
        await server.AskAssistantAsync("tools/call", """{"name":"list_plans","arguments":{}}""");
        await server.StopAsync(); // what has not been sent yet is sent now

        await receiver.ExpectAsync(
            "traces",
            "mcp.method.name",
            "tools/call",
            "gen_ai.tool.name",
            "list_plans",
            "service.name",
            "nantong-opendata",
            "service.version",
            "http.request.method",
            "http.route",
            "http.response.status_code",
            "faas.trigger",
            "timer",
            "faas.cron",
            "RebuildAggregates"
        );
        await receiver.ExpectAsync(
            "metrics",
            "http.server.request.duration",
            "mcp.server.operation.duration",
            "gen_ai.tool.name",
            "faas.invocations",
            "faas.invoke_duration",
            "dotnet.gc.collections"
        );
        await receiver.ExpectAsync("logs", "nantong-opendata", "Application started");
    }

    [NativeFact]
    public async Task Without_an_endpoint_nothing_is_exported()
    {
        using var receiver = new TelemetryReceiver();
        await using var server = await NativeServer.StartAsync(
            app.Executable,
            [
                ("OpenDataStorage", store.ConnectionString),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.Endpoint + "/v1/traces"),
            ]
        );
        using var live = await server.Client.GetAsync("/health/live");
        await server.StopAsync();

        Assert.True(receiver.IsEmpty);
        Assert.DoesNotContain("OpenTelemetry", server.Output, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when this process, not an earlier one over the same store, has run the job.</summary>
    private static bool HasRebuilt(JsonNode status) =>
        status["timers"]!.AsArray().Single(job => (string?)job!["name"] == "RebuildAggregates")!["lastRun"] is { } run
        && (DateTimeOffset)run["startedAt"]! > (DateTimeOffset)status["startedAt"]!;
}
