using System.Text.Json;
using System.Text.Json.Serialization;
using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;

namespace Nantong.OpenData.Functions.Timers;

/// <summary>What the Functions host sends when a timer is due.</summary>
/// <param name="Data">The trigger's data by binding name.</param>
/// <param name="Metadata">What the host says about the invocation.</param>
internal sealed record TimerRequest([property: JsonPropertyName("Data")] JsonElement Data, [property: JsonPropertyName("Metadata")] JsonElement Metadata);

/// <summary>What the Functions host expects back: anything but 2xx counts as a failed invocation.</summary>
internal sealed record TimerResponse(
    [property: JsonPropertyName("Outputs")] IReadOnlyDictionary<string, string> Outputs,
    [property: JsonPropertyName("Logs")] IReadOnlyList<string> Logs,
    [property: JsonPropertyName("ReturnValue")] string? ReturnValue);

/// <summary>The host's way to the timers: <c>POST /{FunctionName}</c>. Mapped only where the host is in front, and reached only by it.</summary>
internal static class TimerCall
{
    private const string InvocationId = "X-Azure-Functions-InvocationId";

    public static void Map(IEndpointRouteBuilder app, TimerFunctions timers)
    {
        foreach (var timer in timers.All)
            app.MapPost($"/{timer.Name}", (HttpContext context, TimerRunner runner) => AnswerAsync(context, runner, timer)).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, TimerRunner runner, TimerFunction timer)
    {
        if (!await IsTimerRequestAsync(context)) return Problems.Malformed("The body must be the Functions host's JSON object with Data and Metadata.");

        var run = await runner.RunAsync(timer, new TimerFire(InvocationId: context.Request.Headers[InvocationId]), context.RequestAborted);
        return run.Succeeded
            ? Results.Json(new TimerResponse(new Dictionary<string, string>(), [run.Outcome], null), Wire.Json.TimerResponse)
            : Problems.TimerFailed(timer.Name, run.Outcome);
    }

    private static async Task<bool> IsTimerRequestAsync(HttpContext context)
    {
        try
        {
            var sent = await JsonSerializer.DeserializeAsync(context.Request.Body, Wire.Json.TimerRequest, context.RequestAborted);
            return sent is { Data.ValueKind: JsonValueKind.Object, Metadata.ValueKind: JsonValueKind.Object };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
