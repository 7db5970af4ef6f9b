namespace Nantong.OpenData.Server.Tests.Native;

/// <summary>The server for assistants, natively: every tool answers, or refuses by a problem.</summary>
[Collection(NativeApp.Name)]
public sealed class NativeAssistantTests(PublishedApp app, PublishedStore store)
{
    [NativeFact]
    public async Task Every_tool_and_every_listed_resource_answers()
    {
        await using var server = await NativeServer.StartAsync(app.Executable, [("OpenDataStorage", store.ConnectionString)]);
        using var ready = await server.GetUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode);
        Dictionary<string, string> arguments = new()
        {
            ["search"] = """{"q":"绿化"}""",
            ["read_text"] = """{"path":"ch5"}""",
            ["get_indicator"] = """{"id":"urbanization-rate"}""",
            ["evaluate_indicator"] = """{"id":"urbanization-rate","value":74.5}""",
            ["verify_quotation"] = """{"quote":"到2025年"}""",
            ["compare_releases"] = """{"from":"1.0.0","to":"1.0.0"}""",
            ["list_indicators"] = """{"filter":{"target.value[gte]":70},"sort":"target.value:desc","fields":"id,target"}""",
        };

        var tools = (await server.AskAssistantAsync("tools/list", "{}"))["tools"]!.AsArray().Select(tool => (string)tool!["name"]!).ToList();
        Assert.InRange(tools.Count, 10, 20);
        foreach (var tool in tools)
        {
            var result = await server.AskAssistantAsync(
                "tools/call",
                $$"""{"name":"{{tool}}","arguments":{{arguments.GetValueOrDefault(tool, "{}")}} }"""
            );
            Assert.False((bool?)result["isError"] is true, result.ToJsonString());
            Assert.False((bool)result["structuredContent"]!["official"]!);
        }

        foreach (var resource in (await server.AskAssistantAsync("resources/list", "{}"))["resources"]!.AsArray())
        {
            var read = await server.AskAssistantAsync("resources/read", $$"""{"uri":"{{resource!["uri"]}}"}""");
            Assert.NotEmpty((string)read["contents"]![0]!["text"]!);
        }

        Assert.NotEmpty((await server.AskAssistantAsync("resources/templates/list", "{}"))["resourceTemplates"]!.AsArray());

        var mistake = await server.AskAssistantAsync("tools/call", """{"name":"search","arguments":{"q":7,"colour":"red"}}""");
        Assert.Equal((true, 400), ((bool?)mistake["isError"], (int?)mistake["structuredContent"]!["status"]));
        Assert.DoesNotContain("fail:", server.Output, StringComparison.Ordinal);
    }
}
