using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

/// <summary>Clients that take <c>filter</c> for an object send <c>filter[field[op]]</c>, those that take it for a text <c>filter=field[op]=value</c>:
/// both mean the same as ours.</summary>
[Collection(nameof(ServedPlan))]
public sealed class FilterSpellingTests(ServedPlan served)
{
    private const string List = ServedPlan.Plan + "/indicators";

    [Theory]
    [InlineData("filter[target.value[gte]]=70", "target.value[gte]=70")]
    [InlineData("filter%5Btarget.value%5Bgte%5D%5D=70", "target.value[gte]=70")]
    [InlineData("filter[target.value][gte]=70", "target.value[gte]=70")]
    [InlineData("filter[category.id]=city-function", "category.id=city-function")]
    [InlineData("filter[unit_code]=%25", "unit_code=%25")]
    [InlineData("filter[target.value[gte]]=70&filter[target.value[lt]]=90", "target.value[gte]=70&target.value[lt]=90")]
    [InlineData("filter=target.value%5Bgte%5D%3D70", "target.value[gte]=70")]
    [InlineData("filter=target.value%5Bgte%5D%3D70%26target.value%5Blt%5D%3D90", "target.value[gte]=70&target.value[lt]=90")]
    [InlineData("filter=target.value%5Bgte%5D%3D70&filter=target.value%5Blt%5D%3D90", "target.value[gte]=70&target.value[lt]=90")]
    [InlineData("filter=id%5Bin%5D%3Durbanization-rate,green-travel-share&limit=1", "id[in]=urbanization-rate,green-travel-share&limit=1")]
    [InlineData("filter=unit_code%3D%25", "unit_code=%25")]
    [InlineData("filter[id[in]]=urbanization-rate,green-travel-share&limit=1", "id[in]=urbanization-rate,green-travel-share&limit=1")]
    public async Task Both_spellings_of_a_filter_get_the_same_answer(string sent, string ours)
    {
        foreach (var form in (string[])["", ".csv", "/facets"])
        {
            if (form is "/facets" && sent.Contains("limit", StringComparison.Ordinal))
                continue;
            using var other = await served.App.Client.GetAsync($"{List}{form}?{sent}");
            using var own = await served.App.Client.GetAsync($"{List}{form}?{ours}");
            Assert.Equal((200, 200), ((int)other.StatusCode, (int)own.StatusCode));
            Assert.Equal(await own.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
            Assert.Equal(own.Content.Headers.ContentLocation, other.Content.Headers.ContentLocation);
        }
    }

    [Fact]
    public async Task Rows_that_are_read_by_keys_are_filtered_the_same()
    {
        var ours = await served.JsonAsync($"{ServedPlan.Plan}/observations?indicator=urbanization-rate&limit=5");
        var other = await served.JsonAsync($"{ServedPlan.Plan}/observations?filter[indicator]=urbanization-rate&limit=5");
        Assert.NotEmpty(ours["items"]!.AsArray());
        Assert.Equal(ours.ToJsonString(), other.ToJsonString());
    }

    [Theory]
    [InlineData("target.value[gte]=70&filter[target.value[gte]]=80")]
    [InlineData("filter=target.value%5Bgte%5D%3D70&target.value[gte]=80")]
    [InlineData("filter[target.value[gte]]=70&target.value[gte]=70")]
    [InlineData("filter[category.id]=a&category.id[eq]=b")]
    [InlineData("filter[target.value][gte]=70&filter[target.value[gte]]=70")]
    public async Task One_condition_in_both_spellings_is_refused(string query)
    {
        using var response = await served.App.Client.GetAsync($"{List}?{query}");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((400, "invalid-parameter"), ((int)response.StatusCode, (string?)problem["code"]));
        Assert.Contains("the same condition as", (string?)problem["errors"]![0]!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filter[target.valu[gte]]=70", "unknown-field", "target.value")]
    [InlineData("filter[target.value[gt3]]=70", "unknown-operator", "gt")]
    [InlineData("filter[target.value[gte]]=abc", "invalid-parameter", null)]
    [InlineData("filter[limit]=1", "unknown-parameter", null)]
    [InlineData("filter=1", "invalid-parameter", null)]
    [InlineData("filter=", "invalid-parameter", null)]
    [InlineData("filter=[object Object]", "invalid-parameter", null)]
    [InlineData("filter=target.value%5Bgte%5D%3D70%26", "invalid-parameter", null)]
    [InlineData("filter=target.value%5Bgte%5D%3D70%26target.value%5Bgte%5D%3D80", "invalid-parameter", null)]
    [InlineData("filter=target.valu%5Bgte%5D%3D70", "unknown-field", "target.value")]
    [InlineData("filter=target.value%5Bgt3%5D%3D70", "unknown-operator", "gt")]
    [InlineData("filter=limit%3D1", "unknown-parameter", null)]
    [InlineData("filter[]=1", "unknown-parameter", null)]
    public async Task A_mistake_in_this_spelling_is_refused_as_in_the_other(string query, string code, string? meant)
    {
        using var response = await served.App.Client.GetAsync($"{List}?{query}");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((400, code), ((int)response.StatusCode, (string?)problem["code"]));
        if (meant is not null)
            Assert.Contains(meant, problem["didYouMean"]!.AsArray().Select(near => (string?)near));
    }
}
