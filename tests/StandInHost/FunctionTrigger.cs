using System.Text.Json;
using Nantong.OpenData.StandInHost.Protocol;

namespace Nantong.OpenData.StandInHost;

/// <summary>What sets a function off, as the worker declared it.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="FunctionId">What host and worker call it.</param>
/// <param name="Binding">Name of the binding.</param>
/// <param name="Type"><c>httpTrigger</c> or <c>timerTrigger</c>.</param>
/// <param name="Route">Route of an HTTP function, without a slash at the start; null for others.</param>
/// <param name="Methods">Methods of an HTTP function; empty when it takes every one.</param>
/// <param name="Schedule">NCRONTAB schedule of a timer; null for others.</param>
public sealed record FunctionTrigger(
    string Function,
    string FunctionId,
    string Binding,
    string Type,
    string? Route,
    IReadOnlyList<string> Methods,
    string? Schedule
)
{
    /// <summary>Reads what the worker says of a function.</summary>
    internal static FunctionTrigger Read(RpcFunctionMetadata function)
    {
        var bindings = function.RawBindings.Select(binding => JsonDocument.Parse(binding).RootElement).ToList();
        var trigger = bindings.Single(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
        var isHttp = string.Equals(Text(trigger, "type"), "httpTrigger", StringComparison.OrdinalIgnoreCase);
        IEnumerable<string> methods =
            trigger.TryGetProperty("methods", out var listed) && listed.ValueKind is JsonValueKind.Array
                ? listed.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())
                : [];
        return new(
            function.Name,
            function.FunctionId,
            Text(trigger, "name")!,
            Text(trigger, "type")!,
            isHttp ? Text(trigger, "route") ?? function.Name : null,
            [.. methods],
            Text(trigger, "schedule")
        );
    }

    private static string? Text(JsonElement binding, string name) => binding.TryGetProperty(name, out var value) ? value.GetString() : null;
}
