using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

/// <summary>Whoever writes a name for an id, or another word for a code, is told the right one; and all that is wrong is said at once.</summary>
[Collection(nameof(ServedPlan))]
public sealed class HintTests(ServedPlan served)
{
    private const string Name = "常住人口城镇化率";

    [Theory]
    [InlineData("/indicators/" + Name, "urbanization-rate")]
    [InlineData("/indicators/" + Name + "/observations", "urbanization-rate")]
    [InlineData("/indicators/" + Name + "/evaluate?value=70", "urbanization-rate")]
    [InlineData("/cite?target=" + Name, "urbanization-rate")]
    [InlineData("/places/通州湾", "tongzhou-bay")]
    [InlineData("/cite?style=gb", "gbt7714")]
    [InlineData("/cite?style=GB/T%207714", "gbt7714")]
    [InlineData("/cite?style=bib", "bibtex")]
    public async Task A_refusal_names_the_id_or_the_code_that_was_meant(string below, string meant)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + below);
        Assert.Contains((int)response.StatusCode, new[] { 400, 404 });
        Assert.Equal(meant, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["didYouMean"]![0]);
    }

    [Theory]
    [InlineData("/indicators?category=city-function", "category.id=city-function")]
    [InlineData("/indicators?id=" + Name, "id=urbanization-rate")]
    [InlineData("/indicators?id=Urbanization-Rate", "id=urbanization-rate")]
    [InlineData("/indicators?target.kind=treshold", "target.kind=threshold")]
    [InlineData("/indicators/facets?category=city-function", "category.id=city-function")]
    [InlineData("/observations?indicator=" + Name, "indicator=urbanization-rate")]
    [InlineData("/commitments?indicator=" + Name, "indicator=urbanization-rate")]
    [InlineData("/places?id=通州湾", "id=tongzhou-bay")]
    public async Task A_filter_that_finds_nothing_says_what_would(string list, string meant)
    {
        var answer = await served.JsonAsync(ServedPlan.Plan + list);
        var warning = answer["warnings"]!.AsArray().Single(warning => (string?)warning!["code"] is "values-not-found")!;
        Assert.Contains(meant, warning["didYouMean"]!.AsArray().Select(near => (string?)near));
        Assert.Contains(meant, (string?)warning["message"], StringComparison.Ordinal);

        using var there = await served.App.Client.GetAsync($"{ServedPlan.Plan}{list.Split('?')[0]}?{meant}");
        Assert.Equal(200, (int)there.StatusCode);
    }

    [Theory]
    [InlineData("/indicators?limit=abc&sort=nope&target.value[gte]=x&fields=id,nope&foo=1", "limit,sort,target.value[gte],fields,foo")]
    [InlineData("/indicators?foo=1&bar=2&lang=xx&header=en&bom=1", "foo,bar,lang,header,bom")]
    [InlineData("/indicators?include=nope&limit=-1", "include,limit")]
    [InlineData("/indicators/facets?fields=nope&target.value[gte]=x", "fields,target.value[gte]")]
    [InlineData("/observations?year[gte]=x&limit=501", "year[gte],limit")]
    [InlineData("/search?in=nope&type=nope&chapter=ch99", "q,in,type,chapter")]
    [InlineData("/toc?depth=0&foo=1", "depth,foo")]
    public async Task All_that_is_wrong_with_a_query_is_said_at_once(string request, string parameters)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + request);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(parameters.Split(','), problem["errors"]!.AsArray().Select(error => (string?)error!["parameter"]));
        Assert.All(problem["errors"]!.AsArray(), error => Assert.NotEqual("", (string?)error!["detail"]));
    }
}
