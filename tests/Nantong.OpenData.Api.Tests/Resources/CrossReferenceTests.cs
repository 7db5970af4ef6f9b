using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class CrossReferenceTests(ServedPlan served)
{
    [Theory]
    [InlineData("/text/ch5/s5/p2", "errata", "e-0001")]
    [InlineData("/text/table1/r13", "indicators", "built-up-green-coverage")]
    [InlineData("/text/table1/r15", "errata", "e-0002")]
    [InlineData("/text/ch5", "errata", "e-0001")]
    [InlineData("/indicators/urbanization-rate", "nodes", "table1.r1")]
    [InlineData("/indicators/sports-area-per-capita", "errata", "e-0002")]
    [InlineData("/errata/e-0002", "indicators", "sports-area-per-capita")]
    [InlineData("/places/haian", "structures", "city-region")]
    [InlineData("/structures/city-region", "places", "haian")]
    public async Task A_record_lists_what_belongs_to_it(string below, string kind, string id) =>
        Assert.Contains(id, Ids(await served.JsonAsync(ServedPlan.Plan + below), kind));

    [Theory]
    [InlineData("nodes")]
    [InlineData("commitments")]
    [InlineData("findings")]
    public async Task An_indicator_knows_where_the_text_speaks_of_it_and_what_was_found(string kind) =>
        Assert.NotEmpty(Ids(await served.JsonAsync($"{ServedPlan.Plan}/indicators/urbanization-rate"), kind));

    [Fact]
    public async Task Commitments_and_their_nodes_indicators_and_places_name_each_other()
    {
        var commitments = (await served.JsonAsync($"{ServedPlan.Plan}/commitments?limit=500"))["items"]!.AsArray();
        foreach (var group in commitments.GroupBy(item => (string)item!["anchor"]!["node"]!))
            Assert.Equal(
                group.Select(item => (string?)item!["id"]),
                Ids(await served.JsonAsync($"{ServedPlan.Plan}/text/{group.Key.Replace('.', '/')}"), "commitments")
            );
        foreach (var group in commitments.Where(item => item!["indicator"] is not null).GroupBy(item => (string)item!["indicator"]!))
            Assert.Equal(
                group.Select(item => (string?)item!["id"]),
                Ids(await served.JsonAsync($"{ServedPlan.Plan}/indicators/{group.Key}"), "commitments")
            );
    }

    [Theory]
    [InlineData("/text/ch5")]
    [InlineData("/indicators/urbanization-rate")]
    [InlineData("/places/tongzhou")]
    [InlineData("/structures/city-region")]
    public async Task Every_reference_leads_to_the_record_at_the_same_release(string below)
    {
        var references = (await served.JsonAsync(ServedPlan.Plan + below))["references"]!.AsObject();
        Assert.Equal(["nodes", "indicators", "commitments", "places", "structures", "errata", "findings"], references.Select(list => list.Key));
        foreach (var reference in references.SelectMany(list => list.Value!.AsArray()))
        {
            var href = new Uri((string)reference!["href"]!);
            Assert.StartsWith(ServedPlan.Latest, href.AbsolutePath, StringComparison.Ordinal);
            Assert.Equal((string?)reference["id"], (string?)(await served.JsonAsync(href.PathAndQuery))["id"]);
        }
    }

    [Theory]
    [InlineData("/text/ch5/links")]
    [InlineData("/text/ch5/s5/p2/links")]
    [InlineData("/text/ch5.s5.p2/links")]
    [InlineData("/text/ch5/s5/p2/links.json")]
    [InlineData("/text/table1/note/links?format=json")]
    public async Task The_links_of_a_node_are_those_of_its_answer(string below)
    {
        var links = await served.JsonAsync(ServedPlan.Plan + below);
        var node = await served.JsonAsync(new Uri((string)links["links"]!["text"]!).PathAndQuery);
        Assert.Equal((string?)node["id"], (string?)links["id"]);
        Assert.Equal(node["references"]!.ToJsonString(), links["references"]!.ToJsonString());
        Assert.Equal(new Uri((string)node["links"]!["related"]!).AbsolutePath, $"{ServedPlan.Latest}/text{node["path"]}/links");
    }

    private static IEnumerable<string?> Ids(JsonNode answer, string kind) =>
        answer["references"]![kind]!.AsArray().Select(reference => (string?)reference!["id"]);
}
