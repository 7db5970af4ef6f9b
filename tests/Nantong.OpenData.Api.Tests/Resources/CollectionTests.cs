using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

/// <summary>What can be asked of collections, over HTTP.</summary>
[Collection(nameof(ServedPlan))]
public sealed class CollectionTests(ServedPlan served)
{
    public static TheoryData<string> Collections => Addresses.Collections;

    public static TheoryData<string, string, Func<JsonNode, bool>> Filters { get; } =
        new()
        {
            { "/indicators", "target.value[gte]=70", item => (decimal?)item["target"]!["value"] >= 70 },
            {
                "/indicators",
                "target_value[gte]=70&unit_ucum=%25",
                item => (decimal?)item["target"]!["value"] >= 70 && (string?)item["unit"]!["ucum"] == "%"
            },
            { "/indicators", "category.name=城镇化水平", item => (string?)item["category"]!["name"] == "城镇化水平" },
            { "/indicators", "target.value%5Bisnull%5D=true", item => item["target"]!["value"] is null },
            { "/sections", "type=chapter", item => (string?)item["type"] == "chapter" },
            { "/paragraphs", "text[contains]=户籍", item => ((string)item["text"]!).Contains("户籍", StringComparison.Ordinal) },
            { "/columns", "items.heading[isnull]=true", item => item["items"]!.AsArray().All(inner => inner!["heading"] is null) },
            {
                "/commitments",
                "kind[in]=target,milestone&deadline.to[lte]=2025-12-31",
                item =>
                    (string?)item["kind"] is "target" or "milestone"
                    && string.CompareOrdinal((string?)item["deadline"]?["to"] ?? "9", "2025-12-31") <= 0
            },
            { "/exclusions", "reason=date", item => (string?)item["reason"] == "date" },
            { "/places", "within=nantong&type[ne]=park", item => (string?)item["within"] == "nantong" && (string?)item["type"] != "park" },
            { "/structures", "members[isnull]=false", item => item["members"]!.AsArray().Count > 0 },
            { "/errata", "applied=true", item => (bool)item["applied"]! },
            { "/consistency", "result=differs", item => (string?)item["result"] == "differs" },
            { "/releases", "version[gt]=1.0.0", item => (string?)item["version"] != "1.0.0" },
            { "/changes", "severity=minor", item => (string?)item["severity"] == "minor" },
            { "/files", "path[startswith]=plan.", item => ((string)item["path"]!).StartsWith("plan.", StringComparison.Ordinal) },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_keeps_what_it_says_of_every_collection(string collection, string query, Func<JsonNode, bool> meaning)
    {
        var all = Items(await served.JsonAsync($"{ServedPlan.Plan}{collection}?limit=500"));
        var answer = await served.JsonAsync($"{ServedPlan.Plan}{collection}?limit=500&{query}");
        Assert.Equal(all.Where(meaning).Select(item => item.ToJsonString()), Items(answer).Select(item => item.ToJsonString()));
        Assert.InRange(Items(answer).Count, 1, all.Count - 1);
        Assert.Equal(Items(answer).Count, (int?)answer["page"]!["total"]);
        Assert.Empty(answer["warnings"]!.AsArray());
    }

    [Theory]
    [InlineData("/v1/problems?status=404&sort=code:desc", "unknown-route,unknown-release,unknown-plan,not-found")]
    [InlineData("/v1/plans?latest=1.1.0", "urbanization-14fyp")]
    [InlineData("/v1/codelists?id[in]=change-kinds,place-types&sort=count", "change-kinds,place-types")]
    public async Task The_collections_of_the_service_take_the_same(string path, string ids) =>
        Assert.Equal(ids, string.Join(',', Items(await served.JsonAsync(path)).Select(item => (string?)(item["id"] ?? item["code"]))));

    [Fact]
    public async Task Fields_keep_their_places_and_the_others_are_left_out()
    {
        var item = Items(await served.JsonAsync($"{ServedPlan.Plan}/indicators?fields=target.value,id,target.period,notes.kind&seq=16")).Single();
        Assert.Equal(["id", "target", "notes"], item.AsObject().Select(member => member.Key));
        Assert.Equal(["value", "period"], item["target"]!.AsObject().Select(member => member.Key));
        Assert.Equal(["from", "to"], item["target"]!["period"]!.AsObject().Select(member => member.Key));
        Assert.All(item["notes"]!.AsArray(), note => Assert.Equal(["kind"], note!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task What_is_asked_for_comes_with_each_record()
    {
        var item = Items(await served.JsonAsync($"{ServedPlan.Plan}/indicators?include=references,commitments,nodes&id=urbanization-rate&fields=id"))
            .Single();
        Assert.Equal(["id", "included"], item.AsObject().Select(member => member.Key));
        var alone = await served.JsonAsync($"{ServedPlan.Plan}/indicators/urbanization-rate");
        Assert.Equal(alone["references"]!.ToJsonString(), item["included"]!["references"]!.ToJsonString());
        Assert.Equal(
            alone["references"]!["commitments"]!.AsArray().Select(reference => (string?)reference!["id"]),
            item["included"]!["commitments"]!.AsArray().Select(commitment => (string?)commitment!["id"])
        );
        Assert.Equal((string?)alone["source"]!["node"], (string?)Assert.Single(item["included"]!["nodes"]!.AsArray())!["id"]);
    }

    [Theory]
    [InlineData("category.id=nothing", "values-not-found:category.id[eq]:nothing|no-results::")]
    [InlineData("category.id[in]=nothing,city-function,never", "values-not-found:category.id[in]:nothing,never")]
    [InlineData("name[contains]=火星", "values-not-found:name[contains]:火星|no-results::")]
    [InlineData("seq=1&seq[gt]=1", "no-results::")]
    [InlineData("seq[gt]=17", "no-results::")]
    [InlineData("seq[ne]=99", "")]
    public async Task A_filter_that_finds_nothing_is_answered_and_told_why(string query, string warnings)
    {
        var answer = await served.JsonAsync($"{ServedPlan.Plan}/indicators?{query}");
        Assert.Equal(
            warnings,
            string.Join(
                '|',
                answer["warnings"]!
                    .AsArray()
                    .Select(warning =>
                        $"{warning!["code"]}:{warning["parameter"]}:{string.Join(',', warning["values"]!.AsArray().Select(value => (string?)value))}"
                    )
            )
        );
        if (warnings.Contains("no-results", StringComparison.Ordinal))
            Assert.Empty(Items(answer));
    }

    [Theory]
    [InlineData("id[in]=urbanization-rate&id[in]=green-travel-share", "id[in]=urbanization-rate,green-travel-share")]
    [InlineData("name=a&name=b", "name=a,b")]
    [InlineData("sort=target.value&sort=seq", "sort=target.value,seq")]
    [InlineData("fields=id&fields=name", "fields=id,name")]
    public async Task A_parameter_given_twice_is_one_with_both_values_as_the_Functions_host_makes_it(string twice, string once)
    {
        var (two, one) = (
            await served.JsonAsync($"{ServedPlan.Plan}/indicators?{twice}"),
            await served.JsonAsync($"{ServedPlan.Plan}/indicators?{once}")
        );
        Assert.Equal(one.ToJsonString(), two.ToJsonString());
    }

    [Fact]
    public async Task One_value_with_a_comma_that_is_nowhere_is_told_where_several_stand()
    {
        var answer = await served.JsonAsync($"{ServedPlan.Plan}/indicators?name=a&name=b");
        Assert.Contains("several values stand in name[in]", (string?)answer["warnings"]![0]!["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("target.valeu[gte]=1", "unknown-field", "target.valeu[gte]", "target.value")]
    [InlineData("target.value[gtee]=1", "unknown-operator", "target.value[gtee]", "gte")]
    [InlineData("sort=target.valeu:desc", "invalid-parameter", "sort", "target.value")]
    [InlineData("fields=id,naem", "invalid-parameter", "fields", "name")]
    [InlineData("include=comitments", "invalid-parameter", "include", "commitments")]
    [InlineData("categroy.id=x", "unknown-parameter", "categroy.id", "category.id")]
    [InlineData("limt=1", "unknown-parameter", "limt", "limit")]
    public async Task A_mistyped_word_is_told_what_was_meant_and_what_is_allowed(string query, string code, string parameter, string meant)
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators?{query}");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal((code, parameter), ((string?)problem["code"], (string?)error["parameter"]));
        Assert.Contains(meant, problem["didYouMean"]!.AsArray().Select(word => (string?)word));
        Assert.Contains(meant, error["allowed"]!.AsArray().Select(word => (string?)word));
    }

    [Fact]
    public async Task An_object_that_is_compared_with_a_value_is_told_its_fields()
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators?target=40");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("unknown-operator", (string?)problem["code"]);
        Assert.NotEmpty(problem["didYouMean"]!.AsArray());
        Assert.All(problem["didYouMean"]!.AsArray(), word => Assert.StartsWith("target.", (string?)word, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Facets_count_what_the_list_holds_under_the_same_filter(string collection)
    {
        var counts = await served.JsonAsync($"{ServedPlan.Plan}{collection}/facets");
        Assert.NotEmpty(counts["facets"]!.AsObject());
        foreach (var (field, values) in counts["facets"]!.AsObject())
        foreach (var value in values!.AsArray().Take(3))
        {
            var condition = value!["value"] is { } known
                ? $"{field}[eq]={Uri.EscapeDataString(known.GetValueKind() is JsonValueKind.String ? (string)known! : known.ToJsonString())}"
                : $"{field}[isnull]=true";
            Assert.Equal(
                (int?)value["count"],
                (int?)(await served.JsonAsync($"{ServedPlan.Plan}{collection}?limit=0&{condition}"))["page"]!["total"]
            );
            Assert.Equal(
                (int?)value["count"],
                (int?)(await served.JsonAsync($"{ServedPlan.Plan}{collection}/facets?fields={field}&{condition}"))["total"]
            );
        }
    }

    [Fact]
    public async Task Facets_of_a_field_add_up_and_the_most_frequent_comes_first()
    {
        var facets = await served.JsonAsync($"{ServedPlan.Plan}/indicators/facets?fields=category.id,target.operator&seq[lte]=10");
        Assert.Equal(["category.id", "target.operator"], facets["facets"]!.AsObject().Select(facet => facet.Key));
        Assert.All(
            facets["facets"]!.AsObject(),
            facet =>
            {
                var counts = facet.Value!.AsArray().Select(value => (int)value!["count"]!).ToList();
                Assert.Equal(10, counts.Sum());
                Assert.Equal(counts.OrderDescending(), counts);
            }
        );
    }

    [Theory]
    [InlineData("/indicators?category.id=nothing", "", "en", "No record")]
    [InlineData("/indicators?category.id=nothing", "zh-CN,zh;q=0.9", "zh", "没有")]
    [InlineData("/indicators?category.id=nothing&lang=zh", "en", "zh", "没有")]
    [InlineData("/indicators", "zh-CN", null, null)]
    public async Task Warnings_speak_the_language_that_was_asked_for(string below, string accept, string? language, string? word)
    {
        using var response = await served.App.SendAsync(
            HttpMethod.Get,
            ServedPlan.Plan + below,
            [.. accept is "" ? Array.Empty<(string, string)>() : [("Accept-Language", accept)]]
        );
        var warnings = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["warnings"]!.AsArray();
        Assert.Equal(language, response.Content.Headers.ContentLanguage.SingleOrDefault());
        Assert.Equal(language is not null && !below.Contains("lang=", StringComparison.Ordinal), response.Headers.Vary.Contains("Accept-Language"));
        Assert.All(warnings, warning => Assert.Contains(word!, (string?)warning!["message"], StringComparison.Ordinal));
        Assert.Equal(language is null, warnings.Count is 0);
    }

    private static IReadOnlyList<JsonNode> Items(JsonNode answer) => [.. answer["items"]!.AsArray().Select(item => item!)];
}
