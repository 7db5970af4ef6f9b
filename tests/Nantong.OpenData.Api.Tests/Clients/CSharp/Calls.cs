using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>What both drivers do: read the calls, make each with the client, and print what came of it, one JSON object on a line.</summary>
internal static class Calls
{
    private static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Base => Environment.GetEnvironmentVariable("OPENDATA")!;

    public static async Task MakeAsync(Func<JsonNode, Task<JsonNode?>> make)
    {
        foreach (var call in JsonNode.Parse(await Console.In.ReadToEndAsync())!.AsArray())
        {
            var outcome = new JsonObject { ["operation"] = (string?)call!["operation"] };
            try
            {
                outcome["body"] = await make(call);
                outcome["status"] = 200;
            }
            catch (Exception error)
            {
                outcome["error"] = (error is TargetInvocationException { InnerException: { } inner } ? inner : error).ToString();
            }

            Console.WriteLine(outcome.ToJsonString(Lines));
        }
    }

    /// <summary>The conditions of a call as one text; null where it has none.</summary>
    public static string? FilterOf(JsonNode call) =>
        call["filter"]!.AsObject() is { Count: > 0 } conditions
            ? string.Join('&', conditions.Select(condition => $"{condition.Key}={condition.Value}"))
            : null;

    /// <summary>A value of the query as the type that the generated code wants.</summary>
    public static object? ValueOf(string? text, Type type)
    {
        if (text is null)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? Enum.Parse(plain, text.Replace(".", "", StringComparison.Ordinal), ignoreCase: true)
            : plain == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            : Convert.ChangeType(text, plain, CultureInfo.InvariantCulture);
    }

    public static void Check(bool isTrue, string what)
    {
        if (!isTrue)
            throw new InvalidOperationException(what);
    }
}
