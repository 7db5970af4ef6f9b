using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Query;

/// <summary>A NUL behind a number or a word is not nothing: the framework's own parsers pass over it.</summary>
[Collection(nameof(ServedPlan))]
public sealed class NullCharacterTests(ServedPlan served)
{
    [Theory]
    [InlineData("/indicators?limit=1%00", "limit")]
    [InlineData("/toc?depth=1%00", "depth")]
    [InlineData("/observations?year=2020%00", "year")]
    [InlineData("/observations?year[gte]=2020%00", "year[gte]")]
    [InlineData("/indicators?target.value[gte]=70%00", "target.value[gte]")]
    [InlineData("/indicators?seq[in]=1,2%00", "seq[in]")]
    [InlineData("/indicators/urbanization-rate/evaluate?value=70%00", "value")]
    [InlineData("/indicators/urbanization-rate/evaluate?value=70&year=2025%00", "year")]
    [InlineData("/indicators?target.cumulative=true%00", "target.cumulative")]
    [InlineData("/search?q=a&limit=1%00", "limit")]
    [InlineData("/search?q=a%00", "q")]
    [InlineData("/changes?since=1.0.0%00", "since")]
    [InlineData("/indicators?asOf=2999-01-01%00", "asOf")]
    public async Task It_is_refused_and_its_parameter_named(string below, string parameter)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + below);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(parameter, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!["parameter"]);
    }
}
