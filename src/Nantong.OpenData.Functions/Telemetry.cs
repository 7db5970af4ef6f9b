using System.Reflection;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Nantong.OpenData.Api.Assistants;
using Nantong.OpenData.Jobs;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nantong.OpenData.Functions;

/// <summary>Traces, metrics and logs, for whoever asks for them by environment variable.</summary>
/// <remarks>Names are those of the OpenTelemetry semantic conventions for HTTP, FaaS, MCP and cloud resources; none is our own.</remarks>
internal static class Telemetry
{
    // By it the worker joins a request to its invocation; the host overwrites a client's own.
    private const string InvocationIdHeader = "x-ms-invocation-id";

    extension(FunctionsApplicationBuilder app)
    {
        /// <summary>
        /// Exports by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, to Azure Monitor when <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is.
        /// With neither, nothing is registered: no provider listens and no span is made.
        /// </summary>
        /// <remarks>Azure Monitor's exporter brings a sampler along, for both: some five traces a second, unless <c>OTEL_TRACES_SAMPLER</c> says
        /// otherwise.</remarks>
        public void AddTelemetry()
        {
            var otlp = app.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
            var azureMonitor = app.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
            if (!otlp && string.IsNullOrEmpty(azureMonitor))
                return;

            var telemetry = app
                .Services.AddOpenTelemetry()
                .UseFunctionsWorkerDefaults()
                .ConfigureResource(resource =>
                    resource.AddService("nantong-opendata", serviceVersion: Version).AddAttributes(AzureResource.Describe(app.Configuration))
                )
                .WithTracing(traces =>
                    traces
                        .AddSource(JobTelemetry.Name, AssistantTelemetry.Name)
                        .AddAspNetCoreInstrumentation(options =>
                            options.EnrichWithHttpRequest = (span, request) =>
                            {
                                span.SetTag("faas.trigger", "http");
                                if (request.Headers[InvocationIdHeader] is [{ Length: > 0 } id])
                                    span.SetTag("faas.invocation_id", id);
                            }
                        )
                        .AddHttpClientInstrumentation()
                )
                .WithMetrics(metrics =>
                    metrics
                        .AddMeter(JobTelemetry.Name, AssistantTelemetry.Name)
                        .AddView(AssistantTelemetry.Duration, new MetricStreamConfiguration { TagKeys = [.. AssistantTelemetry.Attributes] })
                        .AddAspNetCoreInstrumentation()
                        .AddHttpClientInstrumentation()
                        .AddRuntimeInstrumentation()
                )
                .WithLogging(_ => { }, logs => logs.IncludeFormattedMessage = true);

            if (otlp)
                telemetry.UseOtlpExporter();
            if (azureMonitor is { Length: > 0 })
                telemetry.ExportToAzureMonitor(azureMonitor);
        }
    }

    extension(IOpenTelemetryBuilder telemetry)
    {
        private void ExportToAzureMonitor(string connectionString) =>
            telemetry
                .WithTracing(traces => traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = connectionString))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(options => options.ConnectionString = connectionString))
                .WithLogging(logs => logs.AddAzureMonitorLogExporter(options => options.ConnectionString = connectionString));
    }

    private static string? Version => typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
