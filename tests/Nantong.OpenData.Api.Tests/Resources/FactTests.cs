using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class FactTests(ServedPlan served)
{
    [Theory]
    [InlineData("commitments", "id")]
    [InlineData("exclusions", "id")]
    [InlineData("places", "id")]
    [InlineData("structures", "id")]
    [InlineData("errata", "id")]
    [InlineData("consistency", "id")]
    [InlineData("observations", "indicator")]
    public async Task Every_collection_shows_each_record_once_page_by_page_in_every_release(string collection, string key)
    {
        foreach (var release in new[] { ServedPlan.First, ServedPlan.Latest })
        {
            var whole = (await served.JsonAsync($"{release}/{collection}?limit=500"))["items"]!
                .AsArray()
                .Select(item => (string)item![key]!)
                .ToList();
            List<string> seen = [];
            for (var path = $"{release}/{collection}?limit=7"; path is not null; )
            {
                var answer = await served.JsonAsync(path);
                seen.AddRange(answer["items"]!.AsArray().Select(item => (string)item![key]!));
                Assert.Equal(whole.Count, (int?)answer["page"]!["total"]);
                path = (string?)answer["page"]!["next"];
            }

            Assert.NotEmpty(whole);
            Assert.Equal(whole, seen);
            Assert.Equal(whole.Count, whole.Distinct().Count());
        }
    }

    [Fact]
    public async Task The_plan_counts_what_was_drawn_from_its_text()
    {
        var counts = (await served.JsonAsync(ServedPlan.Plan))["counts"]!;
        foreach (
            var (count, collection) in new[]
            {
                ("commitments", "commitments"),
                ("places", "places"),
                ("errata", "errata"),
                ("findings", "consistency"),
                ("observations", "observations"),
            }
        )
            Assert.Equal((int?)(await served.JsonAsync($"{ServedPlan.Plan}/{collection}?limit=0"))["page"]!["total"], (int?)counts[count]);
    }

    [Fact]
    public async Task Four_quantities_of_one_sentence_are_four_commitments()
    {
        var items = (await served.JsonAsync($"{ServedPlan.Plan}/commitments?limit=500"))["items"]!.AsArray();
        var second = items
            .Index()
            .Single(item =>
                (decimal?)item.Item!["value"] is 1000
                && ((string)item.Item["anchor"]!["quote"]!["prefix"]!).EndsWith("美丽宜居乡村", StringComparison.Ordinal)
            )
            .Index;
        Assert.Equal([100m, 1000m, 100m, 250m], items.Skip(second - 1).Take(4).Select(item => (decimal?)item!["value"]));
        Assert.Single(items.Skip(second - 1).Take(4).Select(item => (string?)item!["anchor"]!["node"]).Distinct());
    }

    [Theory]
    [InlineData("commitments")]
    [InlineData("exclusions")]
    public async Task The_offsets_of_a_record_hold_its_quotation(string collection)
    {
        var texts = Flatten(await served.JsonAsync($"{ServedPlan.Plan}/text"))
            .Where(node => node["id"] is not null)
            .ToDictionary(node => (string)node["id"]!, node => (string)node["text"]!);
        foreach (var item in (await served.JsonAsync($"{ServedPlan.Plan}/{collection}?limit=500"))["items"]!.AsArray())
        {
            var anchor = item!["anchor"]!;
            Assert.Equal((string?)anchor["quote"]!["exact"], texts[(string)anchor["node"]!][(int)anchor["charStart"]!..(int)anchor["charEnd"]!]);
        }
    }

    [Fact]
    public async Task Two_names_of_a_place_are_one_place_with_all_mentions()
    {
        var place = await served.JsonAsync($"{ServedPlan.Plan}/places/haian");
        Assert.Equal("county-level-city", (string?)place["type"]);
        Assert.Equal(
            ["海安", "海安市"],
            place["mentions"]!.AsArray().Select(mention => (string?)mention!["quote"]!["exact"]).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(place["nodes"]!.AsArray().Select(node => (string?)node), Ids(place, "nodes"));
        Assert.Equal(place["commitments"]!.AsArray().Select(commitment => (string?)commitment), Ids(place, "commitments"));
        Assert.Contains("haian-hightech-zone", Ids(place, "places"));
        Assert.EndsWith("/places/nantong", (string?)place["links"]!["within"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_of_the_source_says_what_stands_there_and_what_was_read()
    {
        var erratum = await served.JsonAsync($"{ServedPlan.Plan}/errata/e-0001");
        Assert.Equal(("PM_{2.5}", "PM2.5"), ((string?)erratum["verbatim"], (string?)erratum["normalized"]));
        Assert.Equal(["ch5.s5.p2"], Ids(erratum, "nodes"));
    }

    [Fact]
    public async Task A_finding_quotes_both_sides()
    {
        var finding = (await served.JsonAsync($"{ServedPlan.Plan}/consistency?limit=500"))["items"]!
            .AsArray()
            .Single(item => (string?)item!["rule"] == "target-behind-baseline")!;
        Assert.Equal([">40", "43.29"], finding["sides"]!.AsArray().Select(side => (string?)side!["says"]));
        Assert.Equal(["built-up-green-coverage"], Ids(await served.JsonAsync($"{ServedPlan.Plan}/consistency/{finding["id"]}"), "indicators"));
    }

    [Fact]
    public async Task Observations_of_an_indicator_are_those_of_the_list()
    {
        var all = (await served.JsonAsync($"{ServedPlan.Plan}/observations?limit=500"))["items"]!
            .AsArray()
            .Where(item => (string?)item!["indicator"] == "urbanization-rate");
        var own = (await served.JsonAsync($"{ServedPlan.Plan}/indicators/urbanization-rate/observations"))["items"]!.AsArray();
        Assert.Equal(all.Select(item => item!.ToJsonString()), own.Select(item => item!.ToJsonString()));
        Assert.Equal((2020, 70.44m, "A"), ((int)own[0]!["year"]!, (decimal)own[0]!["value"]!, (string)own[0]!["status"]!));
    }

    [Theory]
    [InlineData("commitment-kinds", "commitments", "kind")]
    [InlineData("quantity-operators", "commitments", "operator")]
    [InlineData("exclusion-reasons", "exclusions", "reason")]
    [InlineData("place-types", "places", "type")]
    [InlineData("erratum-kinds", "errata", "kind")]
    [InlineData("erratum-statuses", "errata", "status")]
    [InlineData("erratum-confidences", "errata", "confidence")]
    [InlineData("finding-results", "consistency", "result")]
    [InlineData("finding-severities", "consistency", "severity")]
    [InlineData("finding-statuses", "consistency", "status")]
    [InlineData("quality-rules", "consistency", "rule")]
    [InlineData("observation-statuses", "observations", "status")]
    public async Task Every_code_in_a_collection_is_in_its_codelist(string codelist, string collection, string member)
    {
        var codes = (await served.JsonAsync($"/v1/codelists/{codelist}"))["items"]!.AsArray().Select(item => (string?)item!["code"]).ToList();
        Assert.All(
            (await served.JsonAsync($"{ServedPlan.Plan}/{collection}?limit=500"))["items"]!.AsArray(),
            item => Assert.Contains((string?)item![member], codes)
        );
    }

    private static IEnumerable<string?> Ids(JsonNode answer, string kind) =>
        answer["references"]![kind]!.AsArray().Select(reference => (string?)reference!["id"]);

    private static IEnumerable<JsonNode> Flatten(JsonNode node) =>
        (node["children"]?.AsArray() ?? []).SelectMany(child => Flatten(child!)).Prepend(node);
}
