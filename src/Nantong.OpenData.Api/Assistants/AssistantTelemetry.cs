namespace Nantong.OpenData.Api.Assistants;

/// <summary>Where the spans and metrics of requests of assistants come from, for whoever exports them.</summary>
/// <remarks>Names and attributes are those of the OpenTelemetry semantic conventions for the Model Context Protocol.</remarks>
public static class AssistantTelemetry
{
    /// <summary>Name of the source of spans and of the meter; the protocol's library gives it.</summary>
    public const string Name = "Experimental.ModelContextProtocol";

    /// <summary>The metric that counts and times each request: each call of a tool is told apart by its name.</summary>
    public const string Duration = "mcp.server.operation.duration";

    /// <summary>The attributes of that metric. The address of a resource is not among them: clients write it, and there is no end of them.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
    [
        "mcp.method.name",
        "gen_ai.tool.name",
        "gen_ai.operation.name",
        "mcp.protocol.version",
        "error.type",
        "rpc.response.status_code",
        "network.transport",
        "network.protocol.name",
    ];
}
