using Nantong.OpenData.Api.Tests.Contracts;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>The reference of the API, and the pages at addresses whose answers are made for programs.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ReferenceTests(ServedPlan served)
{
    [Fact]
    public async Task Every_operation_of_the_contract_has_a_page_with_its_parameters()
    {
        var contract = PublishedContract.Committed;
        var list = await served.PageAsync("/docs?lang=zh");
        var links = list.Descendants("a").Select(link => link.Attribute("href")!.Value).Where(href => href.Contains("operation=")).ToList();
        Assert.Equal(contract.Operations.Select(operation => $"/docs?lang=zh&operation={operation.Id}").Order(), links.Order());
        foreach (var operation in contract.Operations)
        {
            var page = await served.PageAsync($"/docs?operation={operation.Id}&lang=en");
            Assert.Contains(page.Descendants("code"), code => code.Value == $"GET {operation.Path}");
            var named = page.Descendants("dt").Select(term => term.Element("code")!.Value).ToHashSet(StringComparer.Ordinal);
            Assert.Subset(named, operation.Parameters.Select(parameter => (string)parameter["name"]!).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task An_operation_that_there_is_not_is_refused_with_those_that_there_are()
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, "/docs?operation=listNothing");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("listIndicators", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/catalog", "/v1/catalog.ttl")]
    [InlineData(ServedPlan.Plan + "/document", ServedPlan.Plan + "/document.json")]
    [InlineData(ServedPlan.Plan + "/indicators/chart", ServedPlan.Plan + "/indicators/chart.svg")]
    [InlineData(ServedPlan.Plan + "/indicators/good-air-days-share/chart", ServedPlan.Plan + "/indicators/good-air-days-share/chart.svg")]
    public async Task A_browser_gets_a_page_where_the_answer_is_made_for_programs(string path, string data)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await served.PageAsync($"{path}.html?lang={language}");
            Assert.Contains(
                page.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "href" or "src"),
                link => link.Value.Split('?')[0] == data
            );
        }
    }

    [Fact]
    public async Task Figures_as_a_table_are_the_figures()
    {
        var figures = (await served.JsonAsync($"{ServedPlan.Plan}/aggregates/attainment"))["rows"]!.AsArray();
        using var response = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/aggregates/attainment.csv");
        string[] lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            "indicator,area,year,targetYear,status,result,met,rule,basis,source,label_zh,label_en,value,baseline,target,gap,progress,unit",
            lines[0]
        );
        Assert.Equal(figures.Select(row => (string?)row!["dimensions"]!["indicator"]), lines.Skip(1).Select(line => line.Split(',')[0]));

        using var chinese = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/aggregates/attainment.csv?header=zh");
        Assert.Contains("\r\n常住人口城镇化率,南通市,2025,2025,,尚未收录实绩,,", await chinese.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_number_in_a_quotation_is_said_and_not_counted()
    {
        var page = await served.PageAsync($"{ServedPlan.Plan}/verify.html?lang=zh&quote={Uri.EscapeDataString("受污染耕地安全利用率95%以上")}");
        Assert.Contains("数字不同：引文作 95，原文作 93", page.Value, StringComparison.Ordinal);
    }
}
