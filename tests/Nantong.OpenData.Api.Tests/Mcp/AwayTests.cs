using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Tests.Representations;

namespace Nantong.OpenData.Api.Tests.Mcp;

/// <summary>The server where nothing listens on the store's ports, and a client has used up its requests.</summary>
public sealed class AwayTests(LimitedApp limited) : IClassFixture<LimitedApp>, IDisposable
{
    private readonly Assistant assistant = new(limited.App.Client.BaseAddress!);

    public void Dispose() => assistant.Dispose();

    [Theory]
    [InlineData("list_plans", "{}")]
    [InlineData("list_indicators", "{}")]
    [InlineData("get_indicator", """{"id":"urbanization-rate","plan":"urbanization-14fyp"}""")]
    public async Task Tools_say_that_the_data_cannot_be_read(string tool, string arguments)
    {
        var problem = await assistant.RefusalAsync(tool, arguments);
        Assert.Equal((503, "store-unavailable"), ((int?)problem["status"], (string?)problem["code"]));
        Assert.DoesNotContain("127.0.0.1:9", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_do_resources_and_none_is_listed()
    {
        Assert.Empty((await assistant.AskAsync("resources/list")).Result["resources"]!.AsArray());
        var reply = await assistant.AskAsync("resources/read", new JsonObject { ["uri"] = ServedPlan.Plan });
        Assert.Equal((-32603, "store-unavailable"), (reply.ErrorCode, (string?)reply.Message!["error"]!["data"]!["code"]));
    }

    [Fact]
    public async Task What_needs_no_data_answers_as_ever() => Assert.NotEmpty((await assistant.AskAsync("tools/list")).Result["tools"]!.AsArray());

    [Fact]
    public async Task A_message_counts_as_one_request()
    {
        const string ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";
        for (var asked = 0; asked < LimitedApp.Requests; asked++)
            Assert.Equal(200, (await assistant.SendAsync(ping, ("X-Forwarded-For", "203.0.113.77"))).Status);
        var refused = await assistant.SendAsync(ping, ("X-Forwarded-For", "203.0.113.77"));
        Assert.Equal((429, "quota-exceeded"), (refused.Status, (string?)refused.Message!["code"]));
    }
}
