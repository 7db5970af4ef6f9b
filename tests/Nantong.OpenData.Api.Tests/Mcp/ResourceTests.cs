using System.Text;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Mcp;

/// <summary>Addresses are resources: reading one gives what HTTP gives.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ResourceTests(ServedPlan served) : IDisposable
{
    private readonly Assistant assistant = new(served.App.Client.BaseAddress!);

    private string Base => served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public void Dispose() => assistant.Dispose();

    [Fact]
    public async Task What_is_listed_can_be_read()
    {
        var listed = (await assistant.AskAsync("resources/list")).Result["resources"]!.AsArray();
        Assert.InRange(listed.Count, 5, 20);
        foreach (var resource in listed)
        {
            var contents = await ReadAsync((string)resource!["uri"]!);
            Assert.Equal((string?)resource["mimeType"], (string?)contents["mimeType"]);
            Assert.Equal("1.1.0", (string?)contents["_meta"]!["release"]);
        }
    }

    [Theory]
    [InlineData("node", "/text/ch5/s5/p2")]
    [InlineData("node-markdown", "/text/ch5/s5/p2.md")]
    [InlineData("indicator", "/indicators/urbanization-rate")]
    [InlineData("commitment", "/commitments/ch5.s5.p2.c1")]
    [InlineData("column", "/columns/4")]
    [InlineData("place", "/places/haian")]
    [InlineData("file", "/files/indicators.csv")]
    [InlineData("release", "/releases/1.0.0")]
    [InlineData("changes", "/changes/1.0.0..1.0.1")]
    [InlineData("plan", "")]
    public async Task A_template_leads_to_what_HTTP_answers(string template, string below)
    {
        var templates = (await assistant.AskAsync("resources/templates/list")).Result["resourceTemplates"]!.AsArray();
        var pattern = (string)templates.Single(known => (string?)known!["name"] == template)!["uriTemplate"]!;
        Assert.StartsWith($"{Base}/v1/plans/{{plan}}", pattern, StringComparison.Ordinal);

        foreach (var plan in new[] { ServedPlan.Plan, ServedPlan.Patched })
        {
            var contents = await ReadAsync(Base + plan + below);
            Assert.Equal(await served.App.Client.GetStringAsync(plan + below), (string?)contents["text"]);
            var meta = contents["_meta"]!;
            Assert.Equal((plan == ServedPlan.Plan ? "1.1.0" : "1.0.1", false), ((string?)meta["release"], (bool?)meta["official"]));
            Assert.Contains($"开放数据 {(string?)meta["release"]}", (string?)meta["citation"], StringComparison.Ordinal);
            using var source = await served.App.Client.GetAsync(new Uri((string)meta["source"]!).PathAndQuery);
            Assert.Equal(200, (int)source.StatusCode);
        }
    }

    [Theory]
    [InlineData("/search?q=%E7%BB%BF%E5%8C%96&limit=1")]
    [InlineData("/indicators?target.value[gte]=70&limit=2")]
    [InlineData("/cite?target=ch5.s5.p2")]
    public async Task So_do_addresses_with_a_query(string below)
    {
        var contents = await ReadAsync($"{Base}{ServedPlan.Latest}{below}");
        Assert.Equal(await served.App.Client.GetStringAsync(ServedPlan.Latest + below), (string?)contents["text"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_come_as_such()
    {
        var contents = await ReadAsync($"{Base}{ServedPlan.First}/files/indicators.parquet");
        Assert.Equal(
            await served.App.Client.GetByteArrayAsync($"{ServedPlan.First}/files/indicators.parquet"),
            Convert.FromBase64String((string)contents["blob"]!)
        );
    }

    [Theory]
    [InlineData("https://elsewhere.example/v1/plans", -32002)]
    [InlineData("file:///etc/passwd", -32002)]
    [InlineData("", -32002)]
    [InlineData("/health/ready", -32002)]
    [InlineData("/v1/../health/ready", -32002)]
    [InlineData("/mcp", -32002)]
    [InlineData("/v1/plans/nobody", -32002)]
    [InlineData("/v1/plans/urbanization-14fyp/text/ch99", -32002)]
    [InlineData("/v1/plans/urbanization-14fyp/text/%00", -32002)]
    [InlineData("/v1/plans/urbanization-14fyp/indicators?limit=many", -32602)]
    [InlineData("/v1/plans/urbanization-14fyp/indicators?q=%FF", -32602)]
    [InlineData("/v1/plans/urbanization-14fyp/files/all.zip", -32602)]
    public async Task What_is_not_there_is_an_error_that_says_why(string uri, int code)
    {
        var reply = await assistant.AskAsync("resources/read", new JsonObject { ["uri"] = uri });
        Assert.Equal((200, code), (reply.Status, reply.ErrorCode));
        Assert.NotEmpty((string)reply.Message!["error"]!["message"]!);
    }

    [Fact]
    public async Task A_refusal_carries_the_code_of_the_problem()
    {
        var reply = await assistant.AskAsync("resources/read", new JsonObject { ["uri"] = $"{Base}/v1/plans/nobody" });
        Assert.Equal("unknown-plan", (string?)reply.Message!["error"]!["data"]!["code"]);
    }

    [Fact]
    public async Task An_address_as_long_as_a_message_is_refused()
    {
        var reply = await assistant.AskAsync("resources/read", new JsonObject { ["uri"] = $"{Base}/v1/plans/{new string('a', 30_000)}" });
        Assert.Equal(200, reply.Status);
        Assert.NotNull(reply.ErrorCode);
        Assert.InRange(Encoding.UTF8.GetByteCount(reply.Message!.ToJsonString()), 1, 10_000);
    }

    private async Task<JsonNode> ReadAsync(string uri)
    {
        var contents = (await assistant.AskAsync("resources/read", new JsonObject { ["uri"] = uri })).Result["contents"]!.AsArray();
        Assert.Equal(uri, (string?)Assert.Single(contents)!["uri"]);
        return contents[0]!;
    }
}
