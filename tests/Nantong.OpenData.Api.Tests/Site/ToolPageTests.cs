namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>The pages on which people do something, and those that explain the data.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ToolPageTests(ServedPlan served)
{
    [Fact]
    public async Task A_table_made_on_the_portal_shows_the_first_rows_of_its_address_and_the_code_that_reads_it()
    {
        var page = await served.PageAsync(
            $"{ServedPlan.Plan}/table/indicators.html?fields=name&fields=target_value"
                + "&where1=target_value&is1=gte&value1=50&where2=&is2=eq&value2=&header=id&lang=en"
        );
        var programs = page.Descendants("pre").Select(program => program.Value).ToList();
        var address = programs[0].Split('\'')[1];
        Assert.All(programs, program => Assert.Contains(address, program, StringComparison.Ordinal));
        string[] lines = (await served.App.Client.GetStringAsync(address)).Trim().Split("\r\n");
        Assert.Equal(lines[0].Split(','), page.Descendants("thead").Single().Descendants("th").Select(head => head.Value));
        Assert.Equal(
            lines[1..].Take(10).Select(line => line.Split(',')[1]),
            page.Descendants("tbody").Single().Elements("tr").Select(row => row.Elements().ElementAt(1).Value)
        );

        var wrong = await served.PageAsync($"{ServedPlan.Plan}/table/indicators.html?where1=target_value&is1=gte&value1=x&lang=zh");
        Assert.Contains("条件 1", wrong.OfClass("notice-bar").Single().Value, StringComparison.Ordinal);
        Assert.Equal(
            "true",
            (string?)wrong.Descendants("input").Single(input => (string?)input.Attribute("name") is "value1").Attribute("aria-invalid")
        );
        await served.PageAsync($"{ServedPlan.Plan}/table/nothing.html", 404);
    }

    [Theory]
    [InlineData("columns")]
    [InlineData("commitments")]
    [InlineData("consistency")]
    [InlineData("errata")]
    [InlineData("exclusions")]
    [InlineData("paragraphs")]
    [InlineData("places")]
    [InlineData("structures")]
    public async Task Every_dataset_of_the_portal_makes_a_table(string dataset)
    {
        var page = await served.PageAsync($"{ServedPlan.Plan}/table/{dataset}.html?lang=zh");
        Assert.NotEmpty(page.Descendants("tbody").Single().Elements("tr"));
        foreach (var input in page.Descendants("input").Where(input => (string?)input.Attribute("name") is "fields"))
        {
            using var csv = await served.App.Client.GetAsync($"{ServedPlan.Plan}/{dataset}.csv?limit=1&fields={input.Attribute("value")!.Value}");
            Assert.True(csv.IsSuccessStatusCode, input.ToString());
        }
    }

    [Theory]
    [InlineData("/text/ch99.html", 404, "没有编号为“ch99”的章节、段落或条目。")]
    [InlineData("/indicators/nothing.html", 404, "没有编号为“nothing”的指标。")]
    [InlineData("/indicators.html?limit=x", 400, "参数“limit”的值“x”不合要求。")]
    [InlineData("/indicators.html?target.value[gte]=x", 400, "参数“target.value[gte]”的值“x”不合要求。")]
    [InlineData("@9.9.9/text.html", 404, "这个规划没有版本“9.9.9”。")]
    public async Task A_mistake_on_a_Chinese_page_is_told_in_Chinese(string path, int status, string detail)
    {
        var page = await served.PageAsync($"{ServedPlan.Plan}{path}", status);
        Assert.Contains(page.OfClass("note"), note => note.Value == detail && note.Attribute("lang") is null);
    }

    [Theory]
    [InlineData("/v1/status.html?lang=zh", "收件箱")]
    [InlineData("/v1/codelists.html?lang=en", "codes of the data mean")]
    [InlineData("/v1/codelists/change-kinds.html?lang=zh", "编者对数据的说明")]
    [InlineData(ServedPlan.Plan + "/aggregates.html?lang=en", "computed")]
    [InlineData(ServedPlan.Plan + "/consistency.html?lang=zh", "正文目标值与指标表目标值比对")]
    [InlineData(ServedPlan.Plan + "/consistency.html?lang=en", "A target in the prose against the target in the table")]
    public async Task What_explains_the_service_is_made_for_people(string path, string says) =>
        Assert.Contains(says, (await served.PageAsync(path)).Descendants("main").Single().Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("housing", "commitment")]
    [InlineData("elderly%20care", "column-item")]
    [InlineData("green%20space", null)]
    public async Task English_words_find_records_of_the_portal_by_their_English_names_and_the_answer_says_so(string words, string? type)
    {
        var found = await served.JsonAsync($"{ServedPlan.Plan}/search?q={words}&limit=50");
        Assert.NotEmpty(found["items"]!.AsArray());
        if (type is not null)
            Assert.Contains(found["items"]!.AsArray(), hit => (string?)hit!["type"] == type);
        var page = await served.PageAsync($"{ServedPlan.Plan}/search.html?q={words}&lang=en");
        Assert.NotEmpty(page.Descendants("ol").Single(list => (string?)list.Attribute("class") is "hits").Descendants("mark"));
        if (found["steps"]!.AsArray() is [_, ..] steps)
            Assert.Equal("english", (string?)steps[0]!["kind"]);
    }

    [Fact]
    public async Task Chinese_words_and_abbreviations_are_answered_as_they_were()
    {
        foreach (var words in (string[])["城镇", "PM2.5", "5G", "养老"])
            Assert.DoesNotContain(
                (await served.JsonAsync($"{ServedPlan.Plan}/search?q={Uri.EscapeDataString(words)}"))["steps"]!.AsArray(),
                step => (string?)step!["kind"] is "english"
            );
    }
}
