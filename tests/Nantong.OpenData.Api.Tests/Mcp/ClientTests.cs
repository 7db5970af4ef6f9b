using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Assistants;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Mcp;

/// <summary>The official clients: the TypeScript SDK and the inspector's command line. They install what they need on first use.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ClientTests(ServedPlan served)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Get(), "tests", "Nantong.OpenData.Api.Tests", "Mcp", "Clients");
    private static readonly Lazy<Task> Installed = new(() => Tools.InstallAsync(Folder));

    private string Address => $"{served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}/mcp";

    [Fact]
    public async Task The_official_sdk_uses_every_tool_and_resource()
    {
        await Installed.Value;
        var calls = new JsonArray([
            .. ToolTests.Calls.Select(call => new JsonObject { ["tool"] = (string)call[0], ["arguments"] = JsonNode.Parse((string)call[1]) }),
        ]);
        var report = JsonNode.Parse(await Tools.RunAsync(Folder, "node", ["sdk.mjs", Address, calls.ToJsonString()]))!;

        Assert.Equal("Nantong.OpenData", (string?)report["server"]);
        Assert.Equal(ToolList.All.Select(tool => tool.Name), report["tools"]!.AsArray().Select(tool => (string?)tool));
        Assert.Equal(10, report["templates"]!.AsArray().Count);
        foreach (var (index, call) in ToolTests.Calls.Index())
        {
            var known = await served.JsonAsync((string)call[2]);
            Assert.True(JsonNode.DeepEquals(known, report["results"]![index]!["structuredContent"]!["answer"]), $"{call[0]} {call[1]}");
        }

        Assert.All(report["contents"]!.AsArray(), contents => Assert.True((int)contents!["length"]! > 100, contents!.ToJsonString()));
        Assert.Equal((-32602, -32002), ((int?)report["unknownTool"], (int?)report["unknownResource"]));
        Assert.Equal((true, 400), ((bool?)report["mistake"]!["isError"], (int?)report["mistake"]!["structuredContent"]!["status"]));
    }

    [Theory]
    [InlineData("tools/list", "read_text")]
    [InlineData("resources/list", "urbanization-14fyp/toc")]
    [InlineData("resources/templates/list", "{plan}/indicators/{id}")]
    [InlineData("tools/call", "受污染耕地安全利用率93%以上", "--tool-name", "read_text", "--tool-arg", "path=ch5.s5.p2")]
    [InlineData("tools/call", "met", "--tool-name", "evaluate_indicator", "--tool-arg", "id=urbanization-rate", "--tool-arg", "value=74.5")]
    public async Task The_inspector_shows_what_there_is(string method, string shown, params string[] more)
    {
        await Installed.Value;
        var inspector = Path.Combine("node_modules", "@modelcontextprotocol", "inspector", "cli", "build", "cli.js");
        var output = await Tools.RunAsync(Folder, "node", [inspector, "--cli", Address, "--transport", "http", "--method", method, .. more]);
        Assert.Contains(shown, output, StringComparison.Ordinal);
    }
}
