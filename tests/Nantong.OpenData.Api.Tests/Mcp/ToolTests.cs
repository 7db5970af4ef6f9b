using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Assistants;

namespace Nantong.OpenData.Api.Tests.Mcp;

/// <summary>What tools answer is what the HTTP interface answers, with where it comes from.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ToolTests(ServedPlan served) : IDisposable
{
    private const string Latest = ServedPlan.Latest,
        Plan = ServedPlan.Plan;
    private readonly Assistant assistant = new(served.App.Client.BaseAddress!);

    public void Dispose() => assistant.Dispose();

    /// <summary>Calls, with the address that answers the same.</summary>
    public static TheoryData<string, string, string> Calls { get; } =
        new()
        {
            {
                "search",
                """{"q":"绿化","in":["text"],"type":["paragraph"],"chapter":["ch5","ch6"],"limit":1}""",
                $"{Plan}/search.json?q=%E7%BB%BF%E5%8C%96&in=text&type=paragraph&chapter=ch5%2Cch6&limit=1"
            },
            { "search", """{"q":"海安","version":"1.0.0"}""", $"{ServedPlan.First}/search.json?q=%E6%B5%B7%E5%AE%89&limit=20" },
            { "get_contents", """{"depth":1}""", $"{Plan}/toc.json?depth=1" },
            { "get_contents", """{"plan":"urbanization-14fyp@1.0.1"}""", $"{ServedPlan.Patched}/toc.json" },
            { "read_text", """{"path":"ch5/s5/p2"}""", $"{Plan}/text/ch5.s5.p2.json" },
            { "read_text", """{"path":"col4.i2","version":"1"}""", $"{Plan}@1/text/col4.i2.json" },
            { "list_indicators", "{}", $"{Plan}/indicators.json?limit=20" },
            {
                "list_indicators",
                """{"filter":{"target.value[gte]":70,"unit.ucum":["%","{person}"]},"sort":"target.value:desc","fields":"id,target"}""",
                $"{Plan}/indicators.json?target.value[gte]=70&unit.ucum[in]=%25%2C%7Bperson%7D&sort=target.value%3Adesc&fields=id%2Ctarget&limit=20"
            },
            { "get_indicator", """{"id":"urbanization-rate"}""", $"{Plan}/indicators/urbanization-rate.json" },
            {
                "evaluate_indicator",
                """{"id":"urbanization-rate","value":74.5,"year":2025}""",
                $"{Plan}/indicators/urbanization-rate/evaluate.json?value=74.5&year=2025"
            },
            { "evaluate_indicator", """{"id":"dual-gigabit-city","value":true}""", $"{Plan}/indicators/dual-gigabit-city/evaluate.json?value=true" },
            {
                "list_commitments",
                """{"kind":"target","section":"ch5.s5","limit":3}""",
                $"{Plan}/commitments.json?kind=target&section=ch5.s5&limit=3"
            },
            {
                "list_commitments",
                """{"filter":{"value[isnull]":false},"operator":"gte"}""",
                $"{Plan}/commitments.json?operator=gte&value[isnull]=false&limit=20"
            },
            {
                "verify_quotation",
                """{"quote":"安全利用率93%以上"}""",
                $"{Plan}/verify.json?quote=%E5%AE%89%E5%85%A8%E5%88%A9%E7%94%A8%E7%8E%8793%25%E4%BB%A5%E4%B8%8A"
            },
            {
                "cite",
                """{"target":"urbanization-rate.target","style":"apa","accessed":"2026-01-05"}""",
                $"{Plan}/cite.json?target=urbanization-rate.target&style=apa&accessed=2026-01-05"
            },
            { "cite", "{}", $"{Plan}/cite.json" },
            { "list_plans", "{}", "/v1/plans.json?limit=20" },
            { "list_releases", "{}", $"{Plan}/releases.json?limit=20" },
            { "compare_releases", """{"from":"1.0.0","to":"1.1.0","limit":2}""", $"{Plan}/changes/1.0.0..1.1.0.json?limit=2" },
            {
                "compare_releases",
                """{"from":"1.0.0","to":"1.1.0","kind":["source-amendment"],"target.type":["node"]}""",
                $"{Plan}/changes/1.0.0..1.1.0.json?kind=source-amendment&target.type=node&limit=20"
            },
            { "find_files", """{"filter":{"path[contains]":"indicators"},"limit":5}""", $"{Plan}/files.json?path[contains]=indicators&limit=5" },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_tool_answers_what_its_address_answers(string tool, string arguments, string address)
    {
        var (answer, known) = (await assistant.AnswerAsync(tool, arguments), await served.JsonAsync(address));
        Assert.True(JsonNode.DeepEquals(known, answer["answer"]), $"{known.ToJsonString()}\n{answer["answer"]!.ToJsonString()}");
        Assert.False((bool)answer["official"]!);
        Assert.Equal((string?)known["release"]?["version"], (string?)answer["release"]);
        Assert.Equal((string?)known["permalink"] ?? (string?)known["links"]!["self"], (string?)answer["source"]);
        if (tool is "list_plans")
            Assert.Null(answer["citation"]);
        else
            Assert.Contains($"开放数据 {(string?)answer["release"]}", (string?)answer["citation"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_tool_is_called_above() =>
        Assert.Equal(ToolList.All.Select(tool => tool.Name).Order(), Calls.Select(call => (string)call[0]).Distinct().Order());

    [Theory]
    [InlineData("read_text", """{"path":"ch5.s5.p2"}""", "第五章")]
    [InlineData("get_indicator", """{"id":"urbanization-rate"}""", "常住人口城镇化率")]
    [InlineData("evaluate_indicator", """{"id":"urbanization-rate","value":74.5}""", "常住人口城镇化率")]
    [InlineData("list_commitments", """{"limit":1}""", "正文中的量化承诺")]
    public async Task The_citation_is_of_what_was_asked_for_and_has_the_day(string tool, string arguments, string cited)
    {
        var citation = (string?)(await assistant.AnswerAsync(tool, arguments))["citation"];
        var target =
            tool is "read_text" ? "ch5.s5.p2"
            : tool is "list_commitments" ? "commitments"
            : "urbanization-rate";
        var label = (string)(await served.JsonAsync($"{Latest}/cite?target={target}"))["cited"]!["label"]!["zh"]!;
        Assert.Contains(label, citation, StringComparison.Ordinal);
        Assert.Contains(cited, label, StringComparison.Ordinal);
        Assert.Contains(DateTime.UtcNow.ToString("[yyyy-MM", CultureInfo.InvariantCulture), citation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_one_another_to_the_end()
    {
        List<string?> ids = [];
        var cursor = "";
        for (JsonNode? next = new JsonObject(); next is not null; )
        {
            var page = await assistant.AnswerAsync("list_commitments", $$"""{"limit":50{{cursor}}}""");
            ids.AddRange(page["answer"]!["items"]!.AsArray().Select(item => (string?)item!["id"]));
            next = page["next"];
            cursor = $",\"cursor\":\"{(string?)next?["cursor"]}\"";
        }

        Assert.Equal((int?)(await served.JsonAsync($"{Latest}/commitments?limit=0"))["page"]!["total"], ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("ch3")]
    [InlineData("ch5")]
    [InlineData("table1")]
    [InlineData("ch5.s5.p2")]
    public async Task A_long_text_comes_in_parts_that_are_the_whole(string node)
    {
        var text = new StringBuilder();
        var arguments = new JsonObject { ["path"] = node };
        while (true)
        {
            var part = await assistant.AnswerAsync("read_text", arguments.ToJsonString());
            Assert.InRange(((string)part["text"]!).Length, 1, TextPart.Most);
            text.Append((string)part["text"]!);
            if (part["next"] is not { } next)
                break;
            arguments["offset"] = next["offset"]!.DeepClone();
        }

        Assert.Equal(await served.App.Client.GetStringAsync($"{Latest}/text/{node}.md"), text.ToString());
    }

    [Fact]
    public async Task Of_what_is_below_a_node_its_record_names_what_leads_there()
    {
        var (answer, known) = (await assistant.AnswerAsync("read_text", """{"path":"ch5"}"""), await served.JsonAsync($"{Latest}/text/ch5.json"));
        var (record, whole) = (answer["answer"]!.AsObject(), known.AsObject());
        Assert.Equal(IdsIn(whole), IdsIn(record));
        Assert.All(record["children"]!.AsArray(), child => Assert.False(child!.AsObject().ContainsKey("children")));
        record.Remove("children");
        whole.Remove("children");
        Assert.True(JsonNode.DeepEquals(whole, record));

        static IEnumerable<string?> IdsIn(JsonObject node) => node["children"]!.AsArray().Select(child => (string?)child!["id"]);
    }

    [Fact]
    public async Task No_answer_is_longer_than_an_assistant_reads_at_once()
    {
        foreach (
            var (tool, arguments) in new[]
            {
                ("list_commitments", """{"limit":100}"""),
                ("search", """{"q":"城","limit":100}"""),
                ("list_indicators", """{"limit":100}"""),
                ("compare_releases", """{"from":"1.0.0","to":"1.1.0","limit":100}"""),
                ("find_files", """{"limit":100}"""),
                ("get_contents", "{}"),
                ("read_text", """{"path":"ch3"}"""),
            }
        )
        {
            var answer = await assistant.AnswerAsync(tool, arguments);
            Assert.InRange(Encoding.UTF8.GetByteCount(answer["answer"]!.ToJsonString(ToolAnswers.Relaxed)), 1, ToolCalls.MostBytes);
            if (answer["answer"]!["page"] is { } page && (int)page["returned"]! < (int)page["total"]!)
                Assert.NotNull(answer["next"]);
        }

        var quote = string.Concat(Enumerable.Range(0, 18).Select(number => $"城市发展{number}的。城镇的。城市的。城市。城镇化。规划。"))[..400];
        var result = await assistant.CallAsync("verify_quotation", new JsonObject { ["quote"] = quote }.ToJsonString());
        Assert.InRange(((string)result["content"]![0]!["text"]!).Length, 1, ToolCalls.MostBytes * 2);
    }

    [Theory]
    [InlineData("search", "{}", 400, "q")]
    [InlineData("search", """{"q":7}""", 400, "q")]
    [InlineData("search", """{"q":{"a":[1]}}""", 400, "q")]
    [InlineData("search", """{"q":"绿化","in":["text",{}]}""", 400, "in")]
    [InlineData("search", """{"q":"绿化","in":["everywhere"],"limit":1000,"colour":"red"}""", 400, "colour", "limit", "in")]
    [InlineData("search", """{"q":"\u0000"}""", 400, "q")]
    [InlineData(
        "list_commitments",
        """{"filter":{"valeu[gte]":1,"value[gte]":"many"},"limit":-1,"sort":"no"}""",
        400,
        "limit",
        "valeu[gte]",
        "value[gte]",
        "sort"
    )]
    [InlineData("list_commitments", """{"filter":"value=1"}""", 400, "filter")]
    [InlineData("list_commitments", """{"filter":{"limit":5}}""", 400, "filter")]
    [InlineData("list_commitments", """{"filter":{"envelope":false}}""", 400, "filter")]
    [InlineData("list_commitments", """{"kind":"target","filter":{"kind":"baseline"}}""", 400, "kind")]
    [InlineData("list_commitments", """{"filter":{"value":{"gte":1}}}""", 400, "value")]
    [InlineData("list_indicators", """{"cursor":"nonsense"}""", 400, "cursor")]
    [InlineData("list_indicators", """{"limit":2.5}""", 400, "limit")]
    [InlineData("get_indicator", "{}", 400, "id")]
    [InlineData("get_indicator", """{"id":""}""", 400, "id")]
    [InlineData("get_indicator", """{"id":"facets"}""", 400, "id")]
    [InlineData("get_indicator", """{"id":"urbanisation-rate"}""", 404, "id")]
    [InlineData("get_indicator", """{"id":"urbanization-rate/evaluate"}""", 404, "id")]
    [InlineData("get_indicator", """{"id":"../../../health/live"}""", 404, "id")]
    [InlineData("get_indicator", """{"id":"urbanization-rate","version":"1.x"}""", 400, "version")]
    [InlineData("get_indicator", """{"id":"urbanization-rate","version":"9.9.9"}""", 404, "version")]
    [InlineData("get_indicator", """{"id":"urbanization-rate","plan":"nobody"}""", 404, "plan")]
    [InlineData("get_indicator", """{"id":"urbanization-rate","plan":"urbanization-14fyp@1.0.0","version":"1.0.1"}""", 400, "version")]
    [InlineData("evaluate_indicator", """{"id":"urbanization-rate","value":"many","year":1900}""", 400, "value", "year")]
    [InlineData("evaluate_indicator", """{"id":"urbanization-rate"}""", 400, "value")]
    [InlineData("read_text", """{"path":"ch99"}""", 404, "path")]
    [InlineData("read_text", """{"path":"ch5.md"}""", 406, "extension")]
    [InlineData("read_text", """{"path":"ch5","offset":99999999}""", 400, "offset")]
    [InlineData("read_text", """{"path":"ch5","offset":-1}""", 400, "offset")]
    [InlineData("get_contents", """{"depth":0}""", 400, "depth")]
    [InlineData("verify_quotation", """{"quote":""}""", 400, "quote")]
    [InlineData("cite", """{"target":"none"}""", 404, "target")]
    [InlineData("cite", """{"style":"mla","accessed":"yesterday"}""", 400, "style", "accessed")]
    [InlineData("compare_releases", """{"from":"1.0","to":"1.1.0"}""", 400, "from")]
    [InlineData("compare_releases", """{"from":"1.0.0","to":"7.0.0"}""", 404, "to")]
    [InlineData("compare_releases", """{"to":null}""", 400, "from", "to")]
    [InlineData("list_releases", """{"version":"1.0.0"}""", 400, "version")]
    public async Task A_mistake_is_a_tool_error_that_names_every_argument_at_once(string tool, string arguments, int status, params string[] named)
    {
        var problem = await assistant.RefusalAsync(tool, arguments);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.Equal(named, problem["errors"]!.AsArray().Select(error => (string?)error!["parameter"]).Distinct());
        Assert.All(problem["errors"]!.AsArray(), error => Assert.NotEmpty((string)error!["detail"]!));
        Assert.NotEmpty((string)problem["remedy"]!);
        using var page = await served.App.Client.GetAsync(new Uri((string)problem["type"]!).PathAndQuery);
        Assert.Equal(200, (int)page.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_that_of_the_address()
    {
        var problem = await assistant.RefusalAsync("get_indicator", """{"id":"urbanization-rat"}""");
        using var response = await served.App.Client.GetAsync($"{Plan}/indicators/urbanization-rat.json");
        var known = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        problem["requestId"] = known["requestId"]!.DeepClone();
        Assert.True(JsonNode.DeepEquals(known, problem), $"{known.ToJsonString()}\n{problem.ToJsonString()}");
    }
}
