using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Mcp;

/// <summary>A client of the protocol that knows no more than HTTP and JSON, so that it can also send what no client would.</summary>
internal sealed class Assistant(Uri service) : IDisposable
{
    private const string Path = "/mcp";
    private readonly HttpClient client = new() { BaseAddress = service };

    /// <summary>An answer to a message.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="MediaType">The media type of the body.</param>
    /// <param name="Message">The message, or the problem document; null where there is no body.</param>
    public sealed record Reply(int Status, string? MediaType, JsonNode? Message)
    {
        /// <summary>The code of a JSON-RPC error; null where there is none.</summary>
        public int? ErrorCode => (int?)Message?["error"]?["code"];

        /// <summary>The result; fails where there is none.</summary>
        public JsonNode Result => Message?["result"] ?? throw new InvalidOperationException($"{Status} {Message?.ToJsonString()}");
    }

    /// <summary>Asks a method.</summary>
    public Task<Reply> AskAsync(string method, JsonNode? parameters = null) =>
        SendAsync(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = 1,
                ["method"] = method,
                ["params"] = parameters?.DeepClone() ?? new JsonObject(),
            }.ToJsonString()
        );

    /// <summary>Calls a tool; gives its result.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">Its arguments, as JSON.</param>
    public async Task<JsonNode> CallAsync(string tool, string arguments)
    {
        var reply = await AskAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = JsonNode.Parse(arguments) });
        var (result, content) = (reply.Result, reply.Result["structuredContent"]!);
        Assert.Equal(200, reply.Status);
        Assert.True(JsonNode.DeepEquals(content, JsonNode.Parse((string)result["content"]![0]!["text"]!)), "the text is not the structured content");
        return result;
    }

    /// <summary>Calls a tool that must succeed; gives what it answers.</summary>
    public async Task<JsonNode> AnswerAsync(string tool, string arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.False((bool?)result["isError"] is true, result.ToJsonString());
        return result["structuredContent"]!;
    }

    /// <summary>Calls a tool that must refuse; gives the problem.</summary>
    public async Task<JsonNode> RefusalAsync(string tool, string arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.True((bool?)result["isError"], result.ToJsonString());
        return result["structuredContent"]!;
    }

    /// <summary>Sends a body as it stands.</summary>
    public Task<Reply> SendAsync(string body, params (string Name, string Value)[] headers) =>
        SendAsync(Encoding.UTF8.GetBytes(body), "application/json", headers);

    /// <summary>Sends bytes as they stand.</summary>
    public async Task<Reply> SendAsync(byte[] body, string? mediaType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        if (mediaType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        if (headers.All(header => header.Name is not "Accept"))
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return await ReadAsync(response);
    }

    /// <summary>Sends a request with another method.</summary>
    public async Task<(Reply Reply, HttpResponseMessage Response)> SendAsync(HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request);
        return (await ReadAsync(response), response);
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var (body, type) = (await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
        var json = type is "text/event-stream"
            ? body.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line[6..]).LastOrDefault()
            : body;
        return new((int)response.StatusCode, type, string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json));
    }
}
