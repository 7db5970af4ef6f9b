using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources.Reading;

[Collection(nameof(ServedPlan))]
public sealed class CiteTests(ServedPlan served)
{
    private const string Cite = ServedPlan.Plan + "/cite";

    [Theory]
    [InlineData("", "release", "")]
    [InlineData("?target=ch5.s5.p2", "node", "/text/ch5/s5/p2")]
    [InlineData("?target=ch5/s5/p2", "node", "/text/ch5/s5/p2")]
    [InlineData("?target=ch5.s5.p2~1", "sentence", "/text/ch5/s5/p2")]
    [InlineData("?target=urbanization-rate", "indicator", "/indicators/urbanization-rate")]
    [InlineData("?target=urbanization-rate.target", "cell", "/indicators/urbanization-rate")]
    [InlineData("?target=commitments", "dataset", "/commitments")]
    public async Task Whatever_can_be_cited_is_cited_at_exactly_one_release(string query, string kind, string below)
    {
        var answer = await served.JsonAsync(Cite + query);
        Assert.Equal((kind, "gbt7714"), ((string?)answer["cited"]!["kind"], (string?)answer["style"]));
        Assert.EndsWith(ServedPlan.Latest + below, (string?)answer["href"], StringComparison.Ordinal);
        Assert.EndsWith(
            $"1.1.0{(kind is "release" ? "[DS/OL]" : "")}. Nantong.OpenData（非官方整理）. (2021-12-29). {answer["href"]}",
            (string?)answer["text"],
            StringComparison.Ordinal
        );
        Assert.Equal("no-access-date", (string?)answer["warnings"]![0]!["code"]);
        Assert.Equal((string?)answer["href"], (string?)answer["item"]!["URL"]);
        foreach (var (relation, link) in answer["links"]!.AsObject())
            if (relation is not "license")
                await served.JsonAsync((string)link!);
    }

    [Theory]
    [InlineData(".bib", null, "application/x-bibtex", "@misc{urbanization-14fyp-1.1.0,")]
    [InlineData(".ris", null, "application/x-research-info-systems", "TY  - DATA")]
    [InlineData(".csl.json", null, "application/vnd.citationstyles.csl+json", "[{\"id\":\"urbanization-14fyp-1.1.0\"")]
    [InlineData("?format=csl.json&style=csl", null, "application/vnd.citationstyles.csl+json", "[{\"id\":")]
    [InlineData("", "application/x-bibtex", "application/x-bibtex", "@misc{")]
    [InlineData("", "application/vnd.citationstyles.csl+json, */*;q=0.1", "application/vnd.citationstyles.csl+json", "[{")]
    [InlineData(".txt?style=apa", null, "text/plain", "南通市人民政府办公室. (2021, December 29).")]
    [InlineData(
        ".txt?accessed=2026-01-05",
        null,
        "text/plain",
        "南通市人民政府办公室. 南通市“十四五”新型城镇化规划：开放数据 1.1.0[DS/OL]. Nantong.OpenData（非官方整理）. (2021-12-29)[2026-01-05]. http"
    )]
    [InlineData("?style=bibtex", null, "application/json", "{\"cited\":")]
    public async Task A_citation_comes_in_the_form_that_is_asked_for(string asked, string? accept, string mediaType, string begins)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, Cite + asked, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal(
            (200, mediaType, "utf-8"),
            ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet)
        );
        Assert.StartsWith(begins, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "GB/T 7714 wants")]
    [InlineData("?lang=zh", "GB/T 7714 要求")]
    public async Task The_warning_speaks_the_language_that_was_asked_for(string query, string begins) =>
        Assert.StartsWith(begins, (string?)(await served.JsonAsync(Cite + query))["warnings"]![0]!["message"], StringComparison.Ordinal);

    [Fact]
    public async Task An_item_has_the_members_of_CSL_JSON_alone()
    {
        string[] known =
        [
            "id",
            "type",
            "title",
            "author",
            "issued",
            "version",
            "publisher",
            "number",
            "URL",
            "language",
            "note",
            "container-title",
            "accessed",
        ];
        var item = JsonNode
            .Parse(await served.App.Client.GetStringAsync($"{Cite}.csl.json?target=ch5.s5.p2~1&accessed=2026-01-05"))!
            .AsArray()
            .Single()!
            .AsObject();
        Assert.Equal(known.Order(), item.Select(member => member.Key).Order());
        Assert.Equal("[[2026,1,5]]", item["accessed"]!["date-parts"]!.ToJsonString());
        Assert.Equal(("report", "南通市人民政府办公室"), ((string?)item["type"], (string?)item["author"]![0]!["literal"]));
    }

    [Theory]
    [InlineData("?style=mla", "style", "one of the styles")]
    [InlineData(".bib?style=ris", "style", "absent or the style that the form bib is")]
    [InlineData("?accessed=2026-13-01", "accessed", "a date such as 2026-01-05")]
    [InlineData("?accessed=2021-12-28", "accessed", "not before 2021-12-29")]
    [InlineData("?target=a%00b", "target", "the id of a node")]
    [InlineData("/resolve?target=ch1", "from", "is missing")]
    public async Task What_contradicts_itself_or_cannot_be_read_is_refused(string asked, string parameter, string rule) =>
        await served.RefusedAsync(Cite + asked, parameter, rule);

    [Theory]
    [InlineData("urbanization-rat", "urbanization-rate")]
    [InlineData("ch5.s5.p22", "ch5.s5.p2")]
    public async Task A_target_that_is_not_there_may_have_been_another(string target, string meant)
    {
        using var response = await served.App.Client.GetAsync($"{Cite}?target={target}");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((404, "target"), ((int)response.StatusCode, (string?)problem["errors"]![0]!["parameter"]));
        Assert.Contains(meant, problem["didYouMean"]!.AsArray().Select(near => (string?)near));
    }

    [Theory]
    [InlineData(ServedPlan.Plan, "1.0.0", "ch5.s5.p2", "unchanged", "ch5.s5.p2")]
    [InlineData(ServedPlan.Plan, "1.0.0", "sports-area-per-capita.target", "changed", "sports-area-per-capita.target")]
    [InlineData(ServedPlan.Plan, "1.0.1", "sports-area-per-capita.target", "unchanged", "sports-area-per-capita.target")]
    [InlineData(ServedPlan.Plan, "1.0.0", "green-travel-share.target", "unchanged", "green-travel-share.target")]
    [InlineData(ServedPlan.Plan, "1.0.0", "green-travel-share", "changed", "green-travel-share")]
    [InlineData(ServedPlan.Plan, "1.0.1", "paragraphs", "changed", "paragraphs")]
    [InlineData(ServedPlan.Plan, "1.0.1", "", "changed", "")]
    [InlineData(ServedPlan.Plan, "1.1.0", "", "unchanged", "")]
    [InlineData(ServedPlan.Patched, "1.1.0", "{new}", "gone", null)]
    [InlineData(ServedPlan.Patched, "1.1.0", "{new}~1", "gone", null)]
    [InlineData(ServedPlan.Plan, "1.0.0", "{last}", "changed", "{last}")]
    [InlineData(ServedPlan.Plan, "1.0.0", "{last}~1", "unchanged", "{last}~1")]
    public async Task An_old_citation_is_told_what_became_of_it(string plan, string from, string target, string state, string? now)
    {
        var added = await LastParagraphAsync(ServedPlan.Latest);
        var last = await LastParagraphAsync(ServedPlan.First);
        string Named(string text) => text.Replace("{new}", added, StringComparison.Ordinal).Replace("{last}", last, StringComparison.Ordinal);

        var answer = await served.JsonAsync($"{plan}/cite/resolve?target={Named(target)}&from={from}");
        Assert.Equal((state, now is null ? null : Named(now)), ((string?)answer["state"], (string?)answer["now"]?["target"]));
        Assert.Equal(from, (string?)answer["from"]!["version"]);
        Assert.Equal((string?)answer["release"]!["version"], (string?)answer["to"]!["version"]);
        Assert.Equal(state is "unchanged", (int)answer["page"]!["total"]! == 0);
        await served.JsonAsync((string)answer["from"]!["href"]!);
        if (now is not null)
            await served.JsonAsync((string)answer["to"]!["href"]!);
    }

    [Fact]
    public async Task A_pinned_answer_is_kept_for_ever_because_no_clock_is_in_it()
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.First}/cite?target=ch1&accessed=2026-01-05");
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var moving = await served.App.Client.GetAsync($"{Cite}/resolve?target=ch1&from=1.0.0");
        Assert.DoesNotContain("immutable", moving.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> LastParagraphAsync(string plan) =>
        (await served.JsonAsync($"{plan}/paragraphs?limit=500"))["items"]!.AsArray().Select(item => (string)item!["id"]!).Last();
}
