using Microsoft.AspNetCore.Http.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>The same data for AI assistants: a server of the Model Context Protocol over streamable HTTP, without sessions, which only
/// reads.</summary>
internal static class Mcp
{
    /// <summary>Where it is.</summary>
    public const string Path = "/mcp";

    /// <summary>The methods that it answers.</summary>
    public static IReadOnlyList<string> Methods { get; } = [HttpMethods.Post, HttpMethods.Options];

    private const string Instructions = """
        城市规划的开放数据，非官方。 City plans as versioned open data, unofficial. The text is Chinese; names and labels stand in Chinese and English.
        Quote only what read_text or verify_quotation gives, and cite by `citation` and `source`.
        A bare number has no operator: none is to be invented.
        What is inferred is marked so; a missing value is null with a reason. Addresses in answers are resources: they can be read.
        """;

    extension(IServiceCollection services)
    {
        /// <summary>Registers the server.</summary>
        public void AddAssistants()
        {
            services
                .AddMcpServer(server =>
                {
                    server.ServerInfo = new Implementation
                    {
                        Name = "Nantong.OpenData",
                        Title = "南通规划开放数据 Nantong plans as open data",
                        Version = typeof(Mcp).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
                    };
                    server.ServerInstructions = Instructions;
                })
                .WithHttpTransport(transport =>
                {
                    transport.SessionMode = HttpServerSessionMode.Stateless;
                    transport.ConfigureSessionOptions = (context, server, _) =>
                    {
                        Serve(context, server.Handlers);
                        return Task.CompletedTask;
                    };
                });

            // It logs the mistakes of callers, with stack traces; failures of ours are logged where they happen.
            services.AddLogging(logging => logging.AddFilter("ModelContextProtocol", LogLevel.None));
        }
    }

    /// <summary>Maps the address: what the library maps, with our own conventions around it.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMcp(Path)
            .Finally(endpoint =>
            {
                var declared = endpoint.Metadata.Where(one => one is IHttpMethodMetadata or IAcceptsMetadata or IProducesResponseTypeMetadata);
                foreach (var one in declared.ToList())
                    endpoint.Metadata.Remove(one);
                endpoint.Metadata.Add(new HttpMethodMetadata(Methods));
                endpoint.Metadata.Add(new ExcludeFromDescriptionAttribute()); // OpenAPI does not describe it: the protocol has its own way to
                endpoint.Metadata.Add(new Offer([]));
                endpoint.RequestDelegate = McpGuard.Check(endpoint.RequestDelegate!);
            });

    /// <summary>Answers one request.</summary>
    private static void Serve(HttpContext context, McpServerHandlers handlers)
    {
        var services = context.RequestServices;
        var (own, snapshots) = (context.Features.GetRequired<OwnRequests>(), services.GetRequiredService<Snapshots>());
        var citations = new OwnCitations(own, services.GetRequiredService<TimeProvider>());
        var (calls, resources) = (new ToolCalls(own, snapshots, citations), new Resources(own, snapshots, citations));

        handlers.ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. ToolSchemas.All] });
        handlers.CallToolHandler = async (request, _) => await calls.AnswerAsync(Find(request.Params?.Name), request.Params?.Arguments ?? Empty);
        handlers.ListResourcesHandler = (request, _) =>
            ValueTask.FromResult(request.Params?.Cursor is { } cursor ? throw NoPage(cursor) : resources.List());
        handlers.ListResourceTemplatesHandler = (request, _) =>
            ValueTask.FromResult(request.Params?.Cursor is { } cursor ? throw NoPage(cursor) : resources.Templates());
        handlers.ReadResourceHandler = async (request, _) =>
            await resources.ReadAsync(request.Params?.Uri ?? "", Missing(request.Server.NegotiatedProtocolVersion));
    }

    private static readonly Dictionary<string, System.Text.Json.JsonElement> Empty = [];

    private static Tool Find(string? name) =>
        ToolList.Find(name)
        ?? throw new McpProtocolException(
            $"There is no tool '{Plain(name)}'; there are {string.Join(", ", ToolList.All.Select(tool => tool.Name))}.",
            McpErrorCode.InvalidParams
        );

    private static McpProtocolException NoPage(string cursor) =>
        new($"No page begins at '{Plain(cursor)}': this list has one page.", McpErrorCode.InvalidParams);

    /// <summary>The code for a resource that is not there: since the revision of July 2026 that of any wrong parameter.</summary>
    private static McpErrorCode Missing(string? version) =>
        string.CompareOrdinal(version, "2026-07-28") >= 0 ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound;

    private static string Plain(string? text) =>
        text is null ? ""
        : text.Length <= 100 ? text
        : string.Concat(text.AsSpan(0, 99), "…");
}
