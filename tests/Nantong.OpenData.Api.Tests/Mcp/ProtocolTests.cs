using System.Text;
using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Assistants;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Tests.Mcp;

/// <summary>The edges of the protocol, and what no client would send: never a failure of the service.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ProtocolTests(ServedPlan served) : IDisposable
{
    private const string Call = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_plans","arguments":{}}}""";
    private readonly Assistant assistant = new(served.App.Client.BaseAddress!);

    public void Dispose() => assistant.Dispose();

    [Theory]
    [InlineData("2024-11-05", "2024-11-05")]
    [InlineData("2025-03-26", "2025-03-26")]
    [InlineData("2025-06-18", "2025-06-18")]
    [InlineData("2025-11-25", "2025-11-25")]
    [InlineData("1999-01-01", "2025-11-25")]
    public async Task A_client_begins_with_a_handshake_and_needs_no_session(string asked, string given)
    {
        var reply = await assistant.AskAsync(
            "initialize",
            JsonNode.Parse($$"""{"protocolVersion":"{{asked}}","capabilities":{},"clientInfo":{"name":"test","version":"1"} }""")
        );
        Assert.Equal(given, (string?)reply.Result["protocolVersion"]);
        Assert.Equal("Nantong.OpenData", (string?)reply.Result["serverInfo"]!["name"]);
        Assert.Contains("非官方", (string?)reply.Result["instructions"], StringComparison.Ordinal);
        var capabilities = reply.Result["capabilities"]!.AsObject().Select(capability => capability.Key);
        Assert.Equal(["resources", "tools"], capabilities.Where(name => name is not "logging").Order());

        var done = await assistant.SendAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        Assert.Equal((202, null), (done.Status, done.Message));
    }

    [Fact]
    public async Task Every_tool_only_reads_and_says_what_it_takes()
    {
        var tools = (await assistant.AskAsync("tools/list")).Result["tools"]!.AsArray();
        Assert.Equal(ToolList.All.Select(tool => tool.Name), tools.Select(tool => (string?)tool!["name"]));
        Assert.All(
            tools,
            tool =>
            {
                Assert.Equal((true, false), ((bool?)tool!["annotations"]!["readOnlyHint"], (bool?)tool["annotations"]!["destructiveHint"]));
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.* [A-Za-z]", (string?)tool["description"]);
                Assert.Equal((false, "object"), ((bool?)tool["inputSchema"]!["additionalProperties"], (string?)tool["inputSchema"]!["type"]));
                Assert.All(
                    tool["inputSchema"]!["properties"]!.AsObject(),
                    argument => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", (string?)argument.Value!["description"])
                );
                Assert.NotNull(tool["outputSchema"]);
            }
        );
        var kinds = (await served.JsonAsync("/v1/codelists/commitment-kinds"))["entries"]?.AsArray().Select(entry => (string?)entry!["code"]).Order();
        var commitments = tools.Single(tool => (string?)tool!["name"] is "list_commitments")!["inputSchema"]!["properties"]!;
        if (kinds is not null)
            Assert.Equal(kinds, commitments["kind"]!["enum"]!.AsArray().Select(value => (string?)value).Order());
    }

    [Theory]
    [InlineData("", 400, -32700)]
    [InlineData("{", 400, -32700)]
    [InlineData("null", 400, -32600)]
    [InlineData("7", 400, -32600)]
    [InlineData("[]", 400, -32600)]
    [InlineData("[" + Call + "," + Call + "]", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0"}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"tools/list"}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/list"}""", 400, -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"tools/list"}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\ud800","arguments":{}}}""", 400, -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"drop_tables","arguments":{}}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\u0000","arguments":{}}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"no/such","params":{}}""", 200, -32601)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"resources/list","params":{"cursor":"x"}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"prompts/list","params":{}}""", 200, -32601)]
    public async Task What_is_no_message_or_asks_for_nothing_is_an_error_of_the_protocol(string body, int status, int code)
    {
        var reply = await assistant.SendAsync(body);
        Assert.Equal((status, code), (reply.Status, reply.ErrorCode));
        Assert.NotEmpty((string)reply.Message!["error"]!["message"]!);
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"name":7}""")]
    [InlineData("""{"name":{}}""")]
    [InlineData("""{"arguments":{}}""")]
    [InlineData("""{"name":"search","arguments":"q"}""")]
    [InlineData("""{"name":"search","arguments":["q"]}""")]
    public async Task Parameters_of_another_shape_are_an_error_of_the_protocol(string parameters)
    {
        var reply = await assistant.SendAsync($$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{parameters}} }""");
        Assert.True(
            reply.ErrorCode is -32602 or -32600 or -32700 or -32603 && reply.Status is 200 or 400,
            $"{reply.Status} {reply.Message?.ToJsonString()}"
        );
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData(null, 415)]
    [InlineData("nonsense", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=nothing", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json", 200)]
    public async Task A_message_is_JSON_in_UTF_8(string? mediaType, int status)
    {
        var reply = await assistant.SendAsync(Encoding.UTF8.GetBytes(Call), mediaType);
        Assert.Equal(status, reply.Status);
        if (status is 415)
            Assert.Equal("malformed-request", (string?)reply.Message!["code"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        var reply = await assistant.SendAsync([.. Encoding.UTF8.GetBytes(Call)[..^3], 0xFF, 0xFE, (byte)'}'], "application/json");
        Assert.Equal((400, -32700), (reply.Status, reply.ErrorCode));
    }

    [Theory]
    [InlineData(RequestLimits.BodyBytes - 400, 200)]
    [InlineData(RequestLimits.BodyBytes + 1, 413)]
    [InlineData(900_000, 413)]
    public async Task A_long_message_is_refused_whatever_it_says(int length, int status)
    {
        var reply = await assistant.SendAsync(
            Call.Replace("\"arguments\":{}", $"\"arguments\":{{\"x\":\"{new string('a', length)}\"}}", StringComparison.Ordinal)
        );
        Assert.Equal(status, reply.Status);
        if (status is 413)
            Assert.Equal("request-too-large", (string?)reply.Message!["code"]);
        else
            Assert.Equal("unknown-parameter", (string?)reply.Result["structuredContent"]!["code"]);
    }

    [Fact]
    public async Task Thirty_megabytes_are_refused_and_the_service_goes_on()
    {
        try
        {
            Assert.Equal(413, (await assistant.SendAsync(new string('x', 30_000_000))).Status);
        }
        catch (HttpRequestException) // the connection was closed while it was being sent
        { }

        Assert.Equal(200, (await assistant.SendAsync(Call)).Status);
    }

    [Theory]
    [InlineData(60, 200)]
    [InlineData(5000, 400)]
    public async Task Deep_JSON_is_refused(int depth, int status)
    {
        var nested = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        var reply = await assistant.SendAsync(
            $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"q":{{nested}} } } }"""
        );
        Assert.Equal(status, reply.Status);
        if (status is 200)
            Assert.Equal("invalid-parameter", (string?)reply.Result["structuredContent"]!["code"]);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("in")]
    [InlineData("cursor")]
    [InlineData("version")]
    [InlineData("plan")]
    public async Task A_long_text_is_refused_by_a_short_answer(string argument)
    {
        var arguments = new JsonObject { ["q"] = "a" };
        arguments[argument] = new string('水', 9_000);
        var problem = await assistant.RefusalAsync("search", arguments.ToJsonString());
        Assert.InRange((int)problem["status"]!, 400, 431);
        Assert.InRange(problem.ToJsonString(ToolAnswers.Relaxed).Length, 1, 12_000);
    }

    [Fact]
    public async Task A_version_of_the_protocol_that_nobody_knows_is_refused_with_those_that_are()
    {
        var reply = await assistant.SendAsync(Call, ("MCP-Protocol-Version", "1999-01-01"));
        Assert.Equal(400, reply.Status);
        Assert.Contains("2026-07-28", reply.Message!["error"]!["data"]!["supported"]!.AsArray().Select(version => (string?)version));
    }

    [Fact]
    public async Task The_revision_without_a_handshake_is_served()
    {
        const string meta = """{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}""";
        var reply = await assistant.SendAsync(
            $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_plans","arguments":{},"_meta":{{meta}} } }""",
            ("MCP-Protocol-Version", "2026-07-28"),
            ("Mcp-Method", "tools/call"),
            ("Mcp-Name", "list_plans")
        );
        Assert.Equal("urbanization-14fyp", (string?)reply.Result["structuredContent"]!["answer"]!["items"]![0]!["id"]);
    }

    [Theory]
    [InlineData("Accept", "application/json", 406)]
    [InlineData("Mcp-Session-Id", "abc", 400)]
    [InlineData("Origin", "https://anywhere.example", 200)]
    [InlineData("Origin", "null", 200)]
    public async Task Headers_are_taken_as_the_protocol_has_them_and_any_origin_may_ask(string name, string value, int status) =>
        Assert.Equal(status, (await assistant.SendAsync(Call, (name, value))).Status);

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task There_is_no_stream_and_no_session_to_end(string method)
    {
        var (reply, response) = await assistant.SendAsync(new HttpMethod(method), ("Accept", "text/event-stream"));
        Assert.Equal(405, reply.Status);
        Assert.Equal(["OPTIONS", "POST"], response.Content.Headers.Allow.Order());
        if (method is not "HEAD")
            Assert.Equal("method-not-allowed", (string?)reply.Message!["code"]);
        response.Dispose();
    }

    [Fact]
    public async Task A_page_anywhere_may_ask()
    {
        const string headers = "content-type,mcp-protocol-version,mcp-method,mcp-name";
        var (reply, response) = await assistant.SendAsync(
            HttpMethod.Options,
            ("Origin", "https://a.example"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", headers)
        );
        Assert.Equal(204, reply.Status);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("POST, OPTIONS", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
        var allowed = string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.All(headers.Split(','), header => Assert.Contains(header, allowed, StringComparison.Ordinal));
        response.Dispose();
    }

    [Fact]
    public async Task OPTIONS_lists_the_methods()
    {
        var (reply, response) = await assistant.SendAsync(HttpMethod.Options);
        Assert.Equal(204, reply.Status);
        Assert.Equal(["OPTIONS", "POST"], response.Content.Headers.Allow.Order());
        response.Dispose();
    }

    [Theory]
    [InlineData("/mcp.json", 404)]
    [InlineData("/MCP", 404)]
    [InlineData("/mcp/x", 404)]
    [InlineData("/mcp?x=1", 400)]
    public async Task It_has_one_address(string address, int status)
    {
        using var content = new StringContent(Call, Encoding.UTF8, "application/json");
        using var response = await served.App.Client.PostAsync(address, content);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_service_document_leads_to_it()
    {
        Assert.EndsWith("/mcp", (string?)(await served.JsonAsync("/v1"))["links"]!["mcp"], StringComparison.Ordinal);
        Assert.Contains("/mcp", await served.App.Client.GetStringAsync("/docs/guide?lang=en"), StringComparison.Ordinal);
        Assert.Contains("/mcp", await served.App.Client.GetStringAsync("/llms.txt"), StringComparison.Ordinal);
    }
}
