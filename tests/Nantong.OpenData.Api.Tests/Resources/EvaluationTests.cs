using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class EvaluationTests(ServedPlan served)
{
    [Theory]
    [InlineData("urbanization-rate?value=75.2&year=2025", "met", "value > 74", "stated", "1.3371")]
    [InlineData("urbanization-rate?value=74", "not-met", "value > 74", "stated", "1")]
    [InlineData("urbanization-rate?value=70.44&year=2020", "not-comparable", "value > 74", "stated", "0")]
    [InlineData("urban-rural-income-ratio?value=1.97", "met", "value ≤ 1.98", "inferred", "1.3333")]
    [InlineData("migrant-children-public-schooling?value=100", "met", "value ≥ 100", "inferred", null)]
    [InlineData("built-up-green-coverage?value=42", "met", "value > 40", "stated", null)]
    [InlineData("construction-land-intensity-decline?value=20", "not-met", "fall of the level against 2020 ≥ 21", "inferred", "0.9524")]
    [InlineData("childcare-places-per-1000?value=4.46", "near", "value ≥ 4.5, near within 5 % of it", "inferred", "0.9777")]
    [InlineData("dual-gigabit-city?value=true", "met", "reached (建成)", "stated", null)]
    public async Task A_value_is_compared_by_the_rule_of_its_indicator(string asked, string result, string rule, string basis, string? progress)
    {
        var evaluation = await served.JsonAsync($"{ServedPlan.Plan}/indicators/{asked.Replace("?", "/evaluate?", StringComparison.Ordinal)}");
        Assert.Equal([result, rule, basis], new[] { "result", "rule", "basis" }.Select(member => (string?)evaluation[member]));
        Assert.Equal(progress, evaluation["progress"]?.ToJsonString());
        Assert.Equal(result is "not-comparable" or "near" ? null : result is "met", (bool?)evaluation["met"]);
        Assert.Contains(asked.Split('?')[1], (string?)evaluation["permalink"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators/urbanization-rate/evaluate?value=x&year=1", "value", "year")]
    [InlineData("/indicators/urbanization-rate/evaluate?year=1", "value", "year")]
    [InlineData("/cite?style=x&accessed=y", "style", "accessed")]
    [InlineData("/cite?style=x&accessed=y&target=%01", "style", "accessed", "target")]
    public async Task All_faults_are_told_at_once(string asked, params string[] parameters)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + asked);
        Assert.Equal(400, (int)response.StatusCode);
        var errors = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsArray();
        Assert.Equal(parameters, errors.Select(error => (string?)error!["parameter"]));
    }

    [Theory]
    [InlineData("urbanization-rate/evaluate", "value", "is missing", null)]
    [InlineData("urbanization-rate/evaluate?year=2025", "value", "a decimal number such as 74, in %", null)]
    [InlineData("urbanization-rate/evaluate?value=", "value", "a decimal number", "")]
    [InlineData("urbanization-rate/evaluate?value=%E4%B8%83%E5%8D%81", "value", "a decimal number", "七十")]
    [InlineData("urbanization-rate/evaluate?value=1e3", "value", "a decimal number", "1e3")]
    [InlineData("urbanization-rate/evaluate?value=75&year=2019", "year", "a year from 2020 to 2035", "2019")]
    [InlineData("dual-gigabit-city/evaluate?value=1", "value", "true or false", "1")]
    public async Task A_wrong_or_missing_value_is_named_with_its_rule(string asked, string parameter, string rule, string? found)
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators/{asked}");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(rule, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(parameter, (string?)problem["errors"]![0]!["parameter"]);
        Assert.Equal(found, (string?)problem["errors"]![0]!["found"]);
    }
}
