using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class ResourceTests(ServedPlan served)
{
    public static TheoryData<string> OfPlan => Addresses.OfPlan;

    public static TheoryData<string> OfService => Addresses.OfService;

    [Theory]
    [MemberData(nameof(OfPlan))]
    public async Task Every_resource_of_a_plan_is_there(string below)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + below);
        Assert.True(response.IsSuccessStatusCode, $"{below}: {response.StatusCode}");
    }

    [Theory]
    [MemberData(nameof(OfService))]
    public async Task Every_resource_of_the_service_is_there(string path)
    {
        using var response = await served.App.Client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
    }

    [Theory]
    [MemberData(nameof(OfPlan))]
    public async Task Every_answer_about_a_plan_says_where_it_comes_from_and_that_it_is_not_official(string below)
    {
        if (below is "/document" || below.StartsWith("/files/", StringComparison.Ordinal))
            return; // they say so inside

        var answer = await served.JsonAsync(ServedPlan.Plan + below);
        Assert.Equal("1.1.0", (string?)answer["release"]!["version"]);
        // Its status would change in answers that must not.
        Assert.Equal(["version", "href"], answer["release"]!.AsObject().Select(member => member.Key));
        Assert.EndsWith(ServedPlan.Latest + below, (string?)answer["permalink"], StringComparison.Ordinal);
        Assert.Equal((string?)answer["permalink"], (string?)answer["links"]!["self"]);
        Assert.False((bool?)answer["authority"]!["official"]);
        Assert.Equal("通政办发〔2021〕70号", (string?)answer["authority"]!["documentNumber"]);
        Assert.NotNull((string?)answer["license"]!["id"]);
        Assert.NotNull(answer["warnings"]);
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData(ServedPlan.Plan)]
    [InlineData(ServedPlan.Plan + "/indicators/urbanization-rate")]
    [InlineData(ServedPlan.Plan + "/columns/4")]
    [InlineData(ServedPlan.Plan + "/commitments/ch5.s5.p2.c1")]
    [InlineData(ServedPlan.Latest + "/releases/1.1.0")]
    public async Task Every_link_leads_somewhere_and_a_template_does_with_values(string path)
    {
        Dictionary<string, string> filled = new()
        {
            ["{?q}"] = "?q=" + Uri.EscapeDataString("城镇化"),
            ["{?quote}"] = "?quote=" + Uri.EscapeDataString("受污染耕地安全利用率93%以上"),
            ["{?target,from}"] = "?target=ch5&from=1.0.0",
            ["{?value,year}"] = "?value=75&year=2025",
        };
        var links = (await served.JsonAsync(path))["links"]!.AsObject();
        foreach (var (relation, link) in links)
        {
            var href = filled.Aggregate((string)link!, (href, pair) => href.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
            Assert.DoesNotContain('{', href);
            if (new Uri(href).Authority != served.App.Client.BaseAddress!.Authority)
                continue;

            using var there = relation is "mcp" ? await AskAssistantsAsync(href) : await served.App.Client.GetAsync(href);
            Assert.True(there.IsSuccessStatusCode, $"{relation}: {href} answers {there.StatusCode}");
        }
    }

    /// <summary>The server for assistants takes messages; the contract leaves it to its own protocol.</summary>
    private static async Task<HttpResponseMessage> AskAssistantsAsync(string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/event-stream");
        using var message = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", MediaTypeHeaderValue.Parse("application/json"));
        return await http.PostAsync(new Uri(address), message);
    }

    [Fact]
    public async Task A_client_learns_the_language_of_the_data_and_the_latest_release_before_it_relies_on_them()
    {
        var config = await served.JsonAsync("/v1/config");
        Assert.Equal(
            ("zh-CN", "zh-CN", "1.1.0"),
            ((string?)config["defaultLanguage"], (string?)config["languages"]![0], (string?)config["plans"]![0]!["latest"])
        );
    }

    [Theory]
    [MemberData(nameof(OfPlan))]
    public async Task Chinese_stands_as_such(string below)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + below);
        Assert.DoesNotContain("\\u", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_floor_is_shown_as_what_it_is()
    {
        var indicator = await served.JsonAsync($"{ServedPlan.Plan}/indicators/built-up-green-coverage");
        Assert.Equal(13, (int?)indicator["seq"]);
        Assert.Equal(43.29m, (decimal?)indicator["baseline"]!["value"]);
        Assert.Equal("gt", (string?)indicator["target"]!["operator"]);
        Assert.Equal(40, (decimal?)indicator["target"]!["value"]);
        Assert.Equal("floor", (string?)indicator["direction"]!["value"]);
        Assert.True(indicator["target"]!.AsObject().ContainsKey("tolerance"), "a key without a value is null, not absent");
    }

    [Fact]
    public async Task A_sentence_that_a_page_break_had_cut_is_whole()
    {
        var paragraph = await served.JsonAsync($"{ServedPlan.Plan}/text/ch5/s5/p2");
        Assert.Contains("受污染耕地安全利用率93%以上", (string?)paragraph["text"], StringComparison.Ordinal);
        Assert.Equal("ch5.s5", (string?)paragraph["parent"]);
        Assert.EndsWith($"{ServedPlan.Latest}/text/ch5/s5", (string?)paragraph["links"]!["up"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_counts_what_it_has()
    {
        var counts = (await served.JsonAsync(ServedPlan.Plan))["counts"]!;
        Assert.Equal(
            [9, 36, 108, 7, 22, 17],
            new[] { "chapters", "sections", "paragraphs", "columns", "columnItems", "indicators" }.Select(name => (int)counts[name]!)
        );
    }

    [Fact]
    public async Task A_chapter_carries_all_that_is_below_it()
    {
        var chapter = await served.JsonAsync($"{ServedPlan.Plan}/text/ch5");
        var ids = Flatten(chapter).Select(node => (string)node["id"]!).ToList();
        Assert.Contains("ch5.s5.p2", ids);
        Assert.All(ids.Where(id => id.StartsWith("ch", StringComparison.Ordinal)), id => Assert.StartsWith("ch5", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_whole_text_holds_every_node_once_in_reading_order()
    {
        var whole = await served.JsonAsync($"{ServedPlan.Plan}/text");
        var orders = whole["children"]!.AsArray().SelectMany(child => Flatten(child!)).Select(node => (int)node["order"]!).ToList();
        var total = (int)(await served.JsonAsync(ServedPlan.Plan))["counts"]!["nodes"]!;
        Assert.Equal(Enumerable.Range(1, total), orders.Order());
    }

    [Theory]
    [InlineData("/columns/4")]
    [InlineData("/columns/col4")]
    public async Task A_column_is_found_by_its_number_and_by_its_id(string below)
    {
        var column = await served.JsonAsync(ServedPlan.Plan + below);
        Assert.Equal("数字技术应用场景示范导向", (string?)column["title"]);
        Assert.Equal(9, column["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_table_of_contents_nests_sections_in_chapters_or_lays_them_flat()
    {
        var nested = await served.JsonAsync($"{ServedPlan.Plan}/toc");
        var flat = await served.JsonAsync($"{ServedPlan.Plan}/toc?flat=true");
        var top = await served.JsonAsync($"{ServedPlan.Plan}/toc?depth=1");

        Assert.Equal(9, Entries(nested).Count(entry => (string?)entry["type"] == "chapter"));
        Assert.Equal(36, Entries(flat).Count(entry => (string?)entry["type"] == "section"));
        Assert.All(Entries(flat).Concat(Entries(top)), entry => Assert.Empty(entry["children"]!.AsArray()));
    }

    [Fact]
    public async Task Releases_are_listed_newest_first()
    {
        var releases = await served.JsonAsync($"{ServedPlan.Plan}/releases");
        Assert.Equal(["1.1.0", "1.0.1", "1.0.0"], releases["items"]!.AsArray().Select(release => (string?)release!["version"]));
        Assert.Equal("1.0.0", (string?)(await served.JsonAsync($"{ServedPlan.Plan}/releases/1.0.1"))["predecessor"]);
    }

    private static IEnumerable<JsonNode> Flatten(JsonNode node) =>
        (node["children"]?.AsArray() ?? []).SelectMany(child => Flatten(child!)).Prepend(node);

    private static IEnumerable<JsonNode> Entries(JsonNode toc) => toc["entries"]!.AsArray().Select(entry => entry!);
}
