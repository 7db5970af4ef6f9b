using System.Reflection;
using Nantong.OpenData.Api.Assistants;
using Nantong.OpenData.Jobs;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nantong.OpenData.Server;

/// <summary>Traces, metrics and logs, for whoever asks for them by environment variable.</summary>
/// <remarks>Names are those of the OpenTelemetry semantic conventions for HTTP, FaaS and MCP; none is our own.</remarks>
internal static class Telemetry
{
    extension(WebApplicationBuilder app)
    {
        /// <summary>Exports by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Without it nothing is registered: no provider listens and no span
        /// is made.</summary>
        public WebApplicationBuilder AddTelemetry()
        {
            if (app.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
                return app;

            app.Services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("nantong-opendata", serviceVersion: Version))
                .WithTracing(traces =>
                    traces.AddSource(JobTelemetry.Name, AssistantTelemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation()
                )
                .WithMetrics(metrics =>
                    metrics
                        .AddMeter(JobTelemetry.Name, AssistantTelemetry.Name)
                        .AddView(AssistantTelemetry.Duration, new MetricStreamConfiguration { TagKeys = [.. AssistantTelemetry.Attributes] })
                        .AddAspNetCoreInstrumentation()
                        .AddHttpClientInstrumentation()
                        .AddRuntimeInstrumentation()
                )
                .WithLogging(_ => { }, logs => logs.IncludeFormattedMessage = true)
                .UseOtlpExporter();
            return app;
        }
    }

    private static string? Version => typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
