using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources.Reading;

[Collection(nameof(ServedPlan))]
public sealed class SearchTests(ServedPlan served)
{
    private const string Search = ServedPlan.Plan + "/search";

    [Theory]
    [InlineData("q=户籍", "paragraph")]
    [InlineData("q=绿化", "indicator")]
    [InlineData("q=5Ｇ", "paragraph")]
    [InlineData("q=PM2.5", "paragraph")]
    [InlineData("q=IPv6", "paragraph")]
    [InlineData("q=93%", "commitment")]
    [InlineData("q=海安&in=places", "place")]
    [InlineData("q=93%25&in=commitments", "commitment")]
    [InlineData("q=的&limit=500", "paragraph")]
    [InlineData("q=\"十四五\"", "preamble")]
    [InlineData("q=韧性城市建设工程&in=columns", "column")]
    public async Task Words_of_any_length_and_script_are_found_and_every_hit_is_where_it_says(string query, string type)
    {
        var answer = await served.JsonAsync($"{Search}?{query}");
        Assert.Contains(answer["items"]!.AsArray(), item => (string?)item!["type"] == type);
        Assert.Empty(answer["warnings"]!.AsArray());
        foreach (var item in answer["items"]!.AsArray().Take(4))
        {
            var record = await served.JsonAsync((string)item!["href"]!);
            Assert.Equal((string?)item["id"], (string?)record["id"]);
            foreach (var snippet in item["snippets"]!.AsArray())
            {
                var whole = Member(record, (string)snippet!["field"]!);
                Assert.Equal((string?)snippet["text"], whole[(int)snippet["start"]!..(int)snippet["end"]!]);
                Assert.All(
                    snippet["highlights"]!.AsArray(),
                    hit =>
                        Assert.Equal(
                            ((string)snippet["text"]!)[(int)hit!["start"]!..(int)hit["end"]!],
                            whole[(int)hit["charStart"]!..(int)hit["charEnd"]!]
                        )
                );
            }
        }
    }

    [Fact]
    public async Task Facets_count_what_each_filter_would_leave()
    {
        var answer = await served.JsonAsync($"{Search}?q=城镇化&limit=500&type=paragraph&chapter=ch1,ch5");
        Assert.All(answer["items"]!.AsArray(), item => Assert.Equal("paragraph", (string?)item!["type"]));
        foreach (var type in answer["facets"]!["type"]!.AsArray())
            Assert.Equal((int?)type!["count"], await TotalAsync($"q=城镇化&chapter=ch1,ch5&type={type["value"]}"));
        foreach (var chapter in answer["facets"]!["chapter"]!.AsArray())
            Assert.Equal((int?)chapter!["count"], await TotalAsync($"q=城镇化&type=paragraph&chapter={chapter["value"]}"));
        Assert.Contains(answer["facets"]!["chapter"]!.AsArray(), chapter => (string?)chapter!["value"] == "ch3");
    }

    [Fact]
    public async Task A_phrase_and_an_excluded_term_narrow_and_scores_fall()
    {
        var (all, both, without) = (await TotalAsync("q=绿化"), await TotalAsync("q=绿化 城市"), await TotalAsync("q=绿化 -城市"));
        Assert.Equal(all, both + without);
        Assert.True(await TotalAsync("q=\"城市 公园\"") <= await TotalAsync("q=城市 公园"));

        var scores = (await served.JsonAsync($"{Search}?q=绿化 城市"))["items"]!.AsArray().Select(item => (decimal)item!["score"]!).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public async Task Pages_show_every_hit_once()
    {
        List<string> seen = [];
        var total = await TotalAsync("q=绿化");
        for (var path = $"{Search}?q=绿化&limit=3"; path is not null; )
        {
            var page = await served.JsonAsync(path);
            seen.AddRange(page["items"]!.AsArray().Select(item => $"{item!["type"]}/{item["id"]}"));
            path = (string?)page["page"]!["next"];
        }

        Assert.Equal((total, total), (seen.Count, seen.Distinct().Count()));
    }

    [Theory]
    [InlineData("q=量子纠缠", "No record of this release holds '量子纠缠'.")]
    [InlineData("q=绿化&chapter=notice", "none of them this type and chapter")]
    [InlineData("q=xyzzy&lang=zh", "本版本没有任何记录含有“xyzzy”。")]
    [InlineData("q=绿化&chapter=notice&lang=zh-CN", "都不属于所选类型和章节")]
    public async Task What_is_not_found_is_an_answer_with_a_warning(string query, string warning)
    {
        var answer = await served.JsonAsync($"{Search}?{query}");
        Assert.Equal(0, (int?)answer["page"]!["total"]);
        Assert.Equal("no-results", (string?)answer["warnings"]![0]!["code"]);
        Assert.Contains(warning, (string?)answer["warnings"]![0]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_no_record_holds_together_lead_to_what_is_nearest_and_the_answer_says_so()
    {
        var answer = await served.JsonAsync($"{Search}?q=绿化 南通市人民政府办公室");
        Assert.NotEqual(0, (int?)answer["page"]!["total"]);
        Assert.Equal("nearest", (string?)Assert.Single(answer["steps"]!.AsArray())!["kind"]);
        Assert.Equal("search-widened", (string?)answer["warnings"]![0]!["code"]);
    }

    [Theory]
    [InlineData("", "q", "is missing; it takes the words to look for.")]
    [InlineData("q=", "q", "at least one character")]
    [InlineData("q=%20%E3%80%80", "q", "at least one character")]
    [InlineData("q=-%E5%85%AC", "q", "without a minus")]
    [InlineData("q=a%00b", "q", "no control characters")]
    [InlineData("q=%22a", "q", "quotation marks in pairs")]
    [InlineData("q=a+b+c+d+e+f+g+h+i+j+k", "q", "at most 10 terms")]
    [InlineData("q=a&in=txt", "in", "one or more of the allowed words")]
    [InlineData("q=a&in=", "in", "one or more of the allowed words")]
    [InlineData("q=a&type=book", "type", "one or more of the allowed words")]
    [InlineData("q=a&chapter=ch99", "chapter", "one or more of the allowed words")]
    [InlineData("q=a&cursor=nonsense", "cursor", "a cursor that this list")]
    public async Task A_query_that_cannot_be_answered_names_parameter_and_rule(string query, string parameter, string rule) =>
        await served.RefusedAsync($"{Search}?{query}", parameter, rule);

    [Fact]
    public async Task A_query_of_hundreds_of_characters_is_refused_and_one_of_thousands_does_no_harm()
    {
        await served.RefusedAsync($"{Search}?q={new string('a', 2_000)}", "q", "at most 200 characters");
        using var huge = await served.App.Client.GetAsync($"{Search}?q={new string('a', 10_000)}");
        Assert.InRange((int)huge.StatusCode, 400, 499);
        Assert.True(await TotalAsync("q=绿化") > 0);
    }

    private async Task<int> TotalAsync(string query) => (int)(await served.JsonAsync($"{Search}?{query}&limit=0"))["page"]!["total"]!;

    private static string Member(JsonNode record, string path)
    {
        var at = record;
        foreach (var part in path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'))
            at = at is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!;
        return (string)at!;
    }
}
