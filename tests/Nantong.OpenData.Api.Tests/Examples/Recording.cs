using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Examples;

/// <summary>Recorded answers: what the running app said, without what differs from one run to the next.</summary>
internal static partial class Recording
{
    private const string Host = "https://opendata.example",
        Instant = "2026-01-05T08:00:00Z",
        Id = "0HN0000000000:00000001";
    private static readonly string File = Path.Combine(RepositoryRoot.Get(), "openapi", "examples.json");
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when answers are to be written down instead of compared: <c>OPENDATA_RECORD=1</c>.</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("OPENDATA_RECORD") is "1";

    /// <summary>What is recorded.</summary>
    public static JsonArray Read() => JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsArray();

    /// <summary>Writes recorded answers down.</summary>
    public static void Write(IEnumerable<JsonObject> examples) =>
        System.IO.File.WriteAllText(File, new JsonArray([.. examples]).ToJsonString(Layout) + "\n");

    /// <summary>Asks, and keeps what is the same in every run.</summary>
    public static async Task<JsonObject> AskAsync(RunningApp app, ExampleRequest example)
    {
        using var response = await app.SendAsync(HttpMethod.Get, example.Request, example.Headers);
        var text = await response.Content.ReadAsStringAsync();
        if (example.Problem is null)
            Assert.True(response.IsSuccessStatusCode, $"{example.Request}: {text}");
        var mediaType = response.Content.Headers.ContentType!.MediaType!;
        return Keep(example, mediaType, text.Replace(app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), Host, StringComparison.Ordinal));
    }

    /// <summary>An answer as it is recorded.</summary>
    public static JsonObject Keep(ExampleRequest example, string mediaType, string text)
    {
        text = Moments().Replace(text, Instant);
        for (var day = -1; day <= 1; day++)
            text = text.Replace($"{DateTimeOffset.UtcNow.AddDays(day):yyyy-MM-dd}", Instant[..10], StringComparison.Ordinal);
        var value =
            mediaType.EndsWith("json", StringComparison.Ordinal) && mediaType is not "application/x-ndjson"
                ? JsonNode.Parse(text)
                : JsonValue.Create(text);
        if (value is JsonObject refusal && refusal.ContainsKey("requestId"))
            refusal["requestId"] = Id;
        return new JsonObject
        {
            ["operation"] = example.Operation,
            ["problem"] = example.Problem,
            ["summary"] = example.Summary,
            ["request"] = example.Request.Length > 200 ? $"{example.Request[..40]}…" : example.Request,
            ["mediaType"] = mediaType,
            ["value"] = value,
        };
    }

    /// <summary>Moments that the source cannot hold: it is older.</summary>
    [GeneratedRegex(@"20(2[3-9]|[3-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)")]
    private static partial Regex Moments();
}
